import type { Figure } from "#app/domain/insights/figures.ts";

/**
 * The design effect of a published figure: its sheets ÷ those of a simple random sample with as much error. Undefined where that
 * number is not known, and where everybody was asked.
 */
export function designEffectOf({ n, effective }: Figure): { n: number; effective: number; effect: number } | undefined {
  return n !== null && effective ? { n, effective, effect: n / effective } : undefined;
}
