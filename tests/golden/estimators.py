"""Golden numbers for app/domain/insights: a second, independent computation.

Python's standard library only: exact fractions from raw answer sheets wherever the formula is rational, and decimals of
60 digits for roots, logarithms and distributions. Nothing is read from the portal's code, and the ways differ on purpose:
sums are taken sheet by sheet and not out of moments, t comes from the hypergeometric series of the incomplete beta
function and not from the trigonometric sum, ranks are given to people one by one.

    python3 tests/golden/estimators.py > tests/golden/estimators.json
"""

import json
import random
from decimal import Decimal, getcontext
from fractions import Fraction as F

getcontext().prec = 60
D = Decimal


def dec(x):
    return D(x.numerator) / D(x.denominator) if isinstance(x, F) else D(x)


def out(x):
    return None if x is None else float(dec(x))


def arctan_inverse(k):
    """atan(1/k) by its Taylor series."""
    term, total, n = D(1) / k, D(0), 0
    while abs(term) > D(10) ** -65:
        total += term / (2 * n + 1) * (-1) ** n
        term /= k * k
        n += 1
    return total


PI = 4 * (4 * arctan_inverse(D(5)) - arctan_inverse(D(239)))


def erf(x):
    """Maclaurin series, alternating, enough digits for |x| < 6."""
    x, total, term, n = D(x), D(0), D(x), 0
    while abs(term) > D(10) ** -58 or n < 3:
        total += term / (2 * n + 1)
        n += 1
        term = -term * x * x / n
    return 2 / PI.sqrt() * total


def bisect(f, target, low, high):
    """f rising; where it takes target."""
    low, high = D(low), D(high)
    for _ in range(150):
        middle = (low + high) / 2
        low, high = (middle, high) if f(middle) < target else (low, middle)
    return (low + high) / 2


def normal_quantile(level):
    return bisect(lambda z: erf(z / D(2).sqrt()), D(level), 0, 5)


def half_gamma(twice):
    """Γ(twice/2)."""
    if twice == 2:
        return D(1)
    if twice == 1:
        return PI.sqrt()
    return (D(twice) / 2 - 1) * half_gamma(twice - 2)


def incomplete_beta(x, a2, b2):
    """Regularised I_x(a2/2, b2/2) by x^a·2F1(a, 1 − b; a + 1; x)/(a·B(a, b))."""
    a, b = D(a2) / 2, D(b2) / 2
    beta = half_gamma(a2) * half_gamma(b2) / half_gamma(a2 + b2)
    term, total, k = D(1), D(0), 0
    while abs(term) > D(10) ** -45 or k < 5:
        total += term * a / (a + k)
        term *= (1 - b + k) / (k + 1) * x
        k += 1
        if k > 200000:
            raise ArithmeticError("the series does not end")
    return x ** a / (a * beta) * total


def student_share(t, df):
    """P(|T| ≤ t)."""
    t = D(t)
    x = t * t / (df + t * t)
    if x < D("0.5"):
        return incomplete_beta(x, 1, df)
    return 1 - incomplete_beta(1 - x, df, 1)


def student_quantile(level, df):
    return bisect(lambda t: student_share(t, df), D(level), 0, 70)


def two_sided_p(z):
    return 1 - erf(abs(D(z)) / D(2).sqrt())


Z = {level: normal_quantile(level) for level in ("0.9", "0.95", "0.99")}


def wilson(p, n, z=None):
    """Both roots of (p − π)² = z²·π(1 − π)/n, solved as a quadratic equation in π."""
    z = z or Z["0.95"]
    p, n = dec(p), dec(n)
    a = 1 + z * z / n
    b = -(2 * p + z * z / n)
    c = p * p
    root = (b * b - 4 * a * c).sqrt()
    return (-b - root) / (2 * a), (-b + root) / (2 * a)


def wilson_finite(p, n, population, z=None):
    """Roots of (p − π)² = z²·π(1 − π)/n·(N − n)/(N − 1)."""
    if n == population:
        return dec(p), dec(p)
    return wilson(p, F(n) * (population - 1) / (population - n), z)


def stratified(strata):
    """From sheets: each stratum is (N_h, [(satisfied, answers) of each sheet])."""
    weighted = [(F(population, len(sheets)), population, sheets) for population, sheets in strata]
    top = sum(w * y for w, _, sheets in weighted for y, _ in sheets)
    bottom = sum(w * x for w, _, sheets in weighted for _, x in sheets)
    share = top / bottom
    variance = F(0)
    df = 0
    for _, population, sheets in weighted:
        n = len(sheets)
        if n == population:
            continue
        residuals = [(y - share * x) / bottom for y, x in sheets]
        mean = sum(residuals) / n
        spread = sum((r - mean) ** 2 for r in residuals) / (n - 1)
        variance += F(population) ** 2 * (1 - F(n, population)) * spread / n
        df += n - 1
    reached = sum(1 for _, _, sheets in weighted for _, x in sheets if x > 0)
    people = sum(population for _, population, _ in weighted)
    design = sum(
        F(population, people) ** 2 * (1 - F(len(sheets), population)) / (len(sheets) - 1)
        for _, population, sheets in weighted
        if len(sheets) < population
    )
    if design == 0:
        effective = None
    elif variance > 0:
        effective = share * (1 - share) / variance
    else:
        effective = F(reached, sum(len(sheets) for _, _, sheets in weighted)) / design
    return share, variance, df, reached, effective


def stratified_case(strata):
    share, variance, df, reached, effective = stratified(strata)
    if effective is None:
        low = high = dec(share)
    else:
        shrink = (Z["0.95"] / student_quantile("0.95", df)) ** 2
        low, high = wilson(share, dec(effective) * shrink)
    return {
        "strata": [{"population": population, "sheets": sheets} for population, sheets in strata],
        "share": out(share),
        "variance": out(variance),
        "df": df,
        "n": reached,
        "effectiveN": out(effective),
        "low": out(low),
        "high": out(high),
    }


def random_strata(seed):
    rnd = random.Random(seed)
    criteria = rnd.choice([1, 2, 5])
    strata = []
    for _ in range(rnd.randint(1, 5)):
        n = rnd.randint(2, 14)
        happy = rnd.choice([0.5, 0.8, 0.95])
        sheets = []
        for _ in range(n):
            answers = [rnd.random() > 0.15 for _ in range(criteria)]
            sheets.append((sum(1 for a in answers if a and rnd.random() < happy), sum(answers)))
        strata.append((n + rnd.choice([0, 3, 50, 900]), sheets))
    return strata


def post_stratified(kinds):
    people = sum(population for population, _, _ in kinds)
    n = sum(count for _, count, _ in kinds)
    share = sum(F(population, people) * F(k, count) for population, count, k in kinds)
    spreads = []
    for population, count, k in kinds:
        answers = [F(1)] * k + [F(0)] * (count - k)
        mean = sum(answers) / count
        spreads.append((F(population, people), sum((a - mean) ** 2 for a in answers) / (count - 1)))
    variance = (1 - F(n, people)) / n * sum(w * s for w, s in spreads) + sum((1 - w) * s for w, s in spreads) / F(n) ** 2
    return {"kinds": [{"population": a, "n": b, "satisfied": c} for a, b, c in kinds], "share": out(share), "variance": out(variance), "df": n - len(kinds)}


def newcombe_case(k1, n1, k2, n2):
    p1, p2 = dec(F(k1, n1)), dec(F(k2, n2))
    (l1, u1), (l2, u2) = wilson(p1, n1), wilson(p2, n2)
    d = p1 - p2
    low = d - ((p1 - l1) ** 2 + (u2 - p2) ** 2).sqrt()
    high = d + ((u1 - p1) ** 2 + (p2 - l2) ** 2).sqrt()
    # Pearson's chi-square of the 2 × 2 table, from observed and expected counts.
    table = [[F(k1), F(n1 - k1)], [F(k2), F(n2 - k2)]]
    rows, columns, total = [n1, n2], [k1 + k2, n1 + n2 - k1 - k2], n1 + n2
    chi = sum((table[i][j] - F(rows[i] * columns[j], total)) ** 2 / F(rows[i] * columns[j], total) for i in (0, 1) for j in (0, 1)) if all(columns) else None
    p = D(1) if chi is None or chi == 0 else two_sided_p(dec(chi).sqrt())
    return {"a": [k1, n1], "b": [k2, n2], "low": out(max(low, D(-1))), "high": out(min(high, D(1))), "p": out(p)}


def holm(values):
    """Closed testing by Bonferroni over every subset: what Holm's steps are a short cut of."""
    m = len(values)
    result = []
    for i in range(m):
        worst = F(0)
        for mask in range(1, 1 << m):
            if mask >> i & 1:
                members = [values[j] for j in range(m) if mask >> j & 1]
                worst = max(worst, min(F(1), len(members) * min(members)))
        result.append(worst)
    return result


def spearman_case(counts):
    people = [(i, j) for i, row in enumerate(counts) for j, n in enumerate(row) for _ in range(n)]

    def ranks(values):
        order = sorted(values)
        return [F(order.index(v) + 1 + order.index(v) + order.count(v), 2) for v in values]

    a, b = ranks([i for i, _ in people]), ranks([j for _, j in people])
    n = len(people)
    ma, mb = sum(a) / n, sum(b) / n
    sab = sum((x - ma) * (y - mb) for x, y in zip(a, b))
    saa, sbb = sum((x - ma) ** 2 for x in a), sum((y - mb) ** 2 for y in b)
    value = None if saa * sbb == 0 else dec(sab) / dec(saa * sbb).sqrt()
    return {"counts": counts, "value": out(value)}


def rank_correlation(shares):
    """Spearman's coefficient of a table of shares, by the ranks of its levels."""

    def ranks(marginal):
        return [2 * sum(marginal[:i], D(0)) + p - 1 for i, p in enumerate(marginal)]

    rows, columns = [sum(row) for row in shares], [sum(row[j] for row in shares) for j in range(len(shares[0]))]
    a, b = ranks(rows), ranks(columns)
    sab = sum(p * a[i] * b[j] for i, row in enumerate(shares) for j, p in enumerate(row))
    saa, sbb = sum(p * x * x for p, x in zip(rows, a)), sum(p * x * x for p, x in zip(columns, b))
    return sab / (saa * sbb).sqrt()


def tanh(x):
    return 1 - 2 / ((2 * x).exp() + 1)


def spearman_interval_case(counts):
    """The infinitesimal jackknife: each cell's share is raised a little (1e-20, of 60 digits) and the coefficient made anew."""
    n = sum(sum(row) for row in counts)
    shares = [[D(c) / n for c in row] for row in counts]
    rho = rank_correlation(shares)
    step = D(10) ** -20
    variance = D(0)
    for k, row in enumerate(counts):
        for l, count in enumerate(row):
            if count == 0:
                continue

            def moved(h):
                return rank_correlation([[(1 - h) * p + (h if (i, j) == (k, l) else 0) for j, p in enumerate(r)] for i, r in enumerate(shares)])

            slope = (moved(step) - moved(-step)) / (2 * step)
            variance += D(count) / n * slope**2 / n
    half = Z["0.95"] * variance.sqrt() / (1 - rho * rho)
    z = ((1 + rho) / (1 - rho)).ln() / 2
    return {"counts": counts, "value": out(rho), "variance": out(variance), "low": out(tanh(z - half)), "high": out(tanh(z + half))}


def random_cross(seed):
    rnd = random.Random(seed)
    return [[rnd.choice([0, 1, 2, 5, 12]) + (6 if i == j else 0) for j in range(5)] for i in range(5)]


def kish_case(classes):
    weights = [F(w) for w, n in classes for _ in range(n)]
    n = len(weights)
    mean = sum(weights) / n
    relative_variance = sum((w - mean) ** 2 for w in weights) / n / mean**2
    return {"classes": [{"weight": w, "n": n} for w, n in classes], "effect": out(1 + relative_variance)}


golden = {
    "normal": [{"level": float(level), "z": out(z)} for level, z in Z.items()],
    "student": [
        {"level": float(level), "df": df, "t": out(student_quantile(level, df))}
        for level in ("0.9", "0.95", "0.99")
        for df in (1, 2, 3, 4, 5, 8, 13, 29, 30, 60, 120, 399, 400, 401, 500, 1201)
    ],
    "twoSidedP": [{"z": z, "p": out(two_sided_p(str(z)))} for z in (0, 0.01, 0.5, 1, 1.5, 1.96, 2.5, 3, 3.9, 4.2, 4.3, 5, 6.5)],
    "wilson": [{"k": k, "n": n, "low": out(wilson(F(k, n), n)[0]), "high": out(wilson(F(k, n), n)[1])} for k, n in ((85, 100), (1, 7), (3, 5), (2809, 3214))],
    "wilsonFinite": [
        {"k": k, "n": n, "population": N, "low": out(wilson_finite(F(k, n), n, N)[0]), "high": out(wilson_finite(F(k, n), n, N)[1])}
        for k, n, N in ((38, 200, 3042), (10, 20, 21), (10, 20, 20), (0, 30, 90), (30, 30, 90), (71, 80, 100), (1, 1, 2), (1, 1, 1), (330, 385, 10000))
    ],
    "stratified": [stratified_case(random_strata(seed)) for seed in range(24)]
    + [
        # Nobody dissatisfied; each stratum of one mind; everybody asked.
        stratified_case([(40, [(1, 1)] * 6), (90, [(1, 1)] * 9)]),
        stratified_case([(40, [(1, 1)] * 6), (90, [(0, 1)] * 9)]),
        stratified_case([(3, [(1, 1), (0, 1), (1, 1)]), (2, [(0, 1), (1, 1)])]),
    ],
    "postStratified": [
        post_stratified([(600, 30, 24), (400, 50, 30)]),
        post_stratified([(600, 80, 64), (400, 20, 12)]),
        post_stratified([(5000, 41, 39), (3000, 17, 9), (2000, 60, 60)]),
    ],
    "newcombe": [
        newcombe_case(*case)
        for case in ((56, 70, 48, 80), (9, 10, 3, 10), (6, 7, 2, 7), (5, 56, 0, 29), (0, 10, 0, 20), (0, 10, 0, 10), (10, 10, 0, 20), (10, 10, 0, 10), (850, 1000, 812, 1000))
    ],
    "holm": [
        {"values": [float(v) for v in values], "adjusted": [out(a) for a in holm(values)]}
        for values in (
            [F(1, 100), F(4, 100), F(3, 100), F(1, 200)],
            [F(1, 2), F(1, 2), F(1, 2)],
            [F(1, 1000), F(1, 1000), F(9, 10), F(2, 100), F(3, 100)],
        )
    ],
    "spearman": [spearman_case(random_cross(seed)) for seed in range(12)]
    + [spearman_case([[0, 0, 0, 0, 0]] * 3 + [[0, 0, 0, 20, 0], [0, 0, 0, 0, 30]]), spearman_case([[0, 0, 0, 0, 0]] * 4 + [[1, 2, 3, 14, 30]])],
    "spearmanInterval": [spearman_interval_case(random_cross(seed)) for seed in range(12)]
    + [
        # Nearly all on two levels; two levels only; the other way round.
        spearman_interval_case([[1, 0, 0, 0, 0], [0, 1, 2, 1, 0], [0, 2, 9, 6, 1], [0, 1, 5, 310, 41], [0, 0, 1, 60, 205]]),
        spearman_interval_case([[30, 9], [12, 40]]),
        spearman_interval_case([[2, 8, 25], [9, 20, 7], [30, 6, 1]]),
    ],
    "kish": [kish_case(case) for case in ([(1, 10)], [(1, 50), (3, 50)], [(12, 7), (5, 40), (90, 3)])],
}

lines = [f' "{name}": [\n' + ",\n".join("  " + json.dumps(case) for case in cases) + "\n ]" for name, cases in golden.items()]
print("{\n" + ",\n".join(lines) + "\n}")
