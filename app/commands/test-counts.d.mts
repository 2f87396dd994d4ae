export type Counts = { passed: number; failed: number };

export function countVitest(report: object | undefined, exitCode: number): Counts;
export function countPlaywright(report: object | undefined, exitCode: number): Counts;
