/**
 * What unequal weights alone cost: n·Σw² ÷ (Σw)², at least 1 (Kish, Survey Sampling, 1965, chapter 11). n ÷ this is Kish's
 * effective number of answers. @param classes how many answers bear which weight; throws RangeError where nobody does
 */
export function kishEffect(classes: readonly { weight: number; n: number }[]): number {
  const n = classes.reduce((sum, one) => sum + one.n, 0);
  const weights = classes.reduce((sum, one) => sum + one.n * one.weight, 0);
  const squares = classes.reduce((sum, one) => sum + one.n * one.weight ** 2, 0);
  if (!(n > 0) || !(weights > 0)) throw new RangeError("Without answers there is no effect of a design");
  return (n * squares) / weights ** 2;
}

/**
 * Kish's deff: the variance of a share under the design ÷ that of a simple random sample as large, (1 − n/N)·p(1 − p)/(n − 1).
 * Null where the latter is nought: everybody answered alike, was asked, or there is one answer only.
 * @param population left out for a population without end
 */
export function designEffect(estimate: { share: number; variance: number; n: number }, population = Infinity): number | null {
  const { share, variance, n } = estimate;
  const simple = n > 1 ? ((1 - n / population) * share * (1 - share)) / (n - 1) : 0;
  return simple > 0 ? variance / simple : null;
}
