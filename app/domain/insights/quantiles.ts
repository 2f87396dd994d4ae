/**
 * The confidence LEVEL, never its complement: 0.95 means 95 %. Only these three are taken, so that an alpha of 0.05
 * cannot be passed by mistake, which once turned 95 % intervals on a public site into 5 % ones.
 */
export type ConfidenceLevel = 0.9 | 0.95 | 0.99;

/** Two-sided standard normal quantiles, as qnorm((1 + level) / 2) of R gives them. */
const quantiles: Readonly<Record<ConfidenceLevel, number>> = {
  0.9: 1.6448536269514722,
  0.95: 1.959963984540054,
  0.99: 2.5758293035489004,
};

/** z for a two-sided interval. Throws RangeError for anything but the three levels. */
export function normalQuantile(confidence: ConfidenceLevel): number {
  const z = quantiles[confidence];
  if (z === undefined) throw new RangeError(`Confidence is a level, 0.9, 0.95 or 0.99, not ${String(confidence)}`);
  return z;
}

/** Above so many degrees of freedom the expansion below is exact to more digits than a double has use for. */
const manyDegrees = 400;

/**
 * t for a two-sided interval with `df` whole degrees of freedom. Up to 400 the distribution is the finite sum of
 * Abramowitz & Stegun 26.7.3–4 in θ = atan(t/√df), inverted by bisection; above, the expansion of 26.7.5.
 * Throws RangeError unless df is a whole number of at least 1.
 */
export function studentQuantile(confidence: ConfidenceLevel, df: number): number {
  if (!Number.isInteger(df) || df < 1) throw new RangeError(`${df} degrees of freedom are not enough`);
  if (df > manyDegrees) return expanded(normalQuantile(confidence), df);

  let [low, high] = [0, Math.PI / 2];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (centralShare(middle, df) < confidence) low = middle;
    else high = middle;
  }
  return Math.sqrt(df) * Math.tan((low + high) / 2);
}

/** P(|T| ≤ √df · tan θ). */
function centralShare(theta: number, df: number): number {
  const [sine, cosine] = [Math.sin(theta), Math.cos(theta)];
  const isOdd = df % 2 === 1;
  let term = isOdd ? cosine : 1;
  let sum = df === 1 ? 0 : term;
  for (let power = isOdd ? 3 : 2; power <= df - 2; power += 2) {
    term *= ((power - 1) / power) * cosine * cosine;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (theta + sine * sum) : sine * sum;
}

function expanded(z: number, df: number): number {
  const terms = [
    z,
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160,
  ];
  return terms.reduce((sum, term, power) => sum + term / df ** power, 0);
}

/**
 * Two-sided p of a standard normal z: erfc(|z|/√2). Below 3 by the series of A&S 7.1.6, whose terms are all positive,
 * above by the continued fraction of 7.1.14.
 */
export function twoSidedP(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  if (Number.isNaN(x)) throw new RangeError("z is not a number");
  if (x < 3) {
    let term = x;
    let sum = x;
    for (let odd = 3; term > sum * 1e-17; odd += 2) {
      term *= (2 * x * x) / odd;
      sum += term;
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
  }
  let fraction = x;
  for (let step = 120; step >= 1; step -= 1) fraction = x + step / 2 / fraction;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * fraction);
}
