import autocannon from "autocannon";

export type Load = Omit<Parameters<typeof autocannon>[0], "connections" | "duration" | "url">;

export type Measured = { perSecond: number; p50: number; p99: number; failed: number };

export const connections = 20;

/** Puts load on one address for some seconds. A failed request is counted, never averaged away. */
export async function measure(url: string, seconds: number, load: Load = {}): Promise<Measured> {
  const { requests, latency, non2xx, errors, timeouts } = await autocannon({ url, connections, duration: seconds, ...load });
  return { perSecond: requests.average, p50: latency.p50, p99: latency.p99, failed: non2xx + errors + timeouts };
}

/** Each figure's median over several runs. */
export function medianOf(runs: readonly Measured[]): Measured {
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  return {
    perSecond: median(runs.map((run) => run.perSecond)),
    p50: median(runs.map((run) => run.p50)),
    p99: median(runs.map((run) => run.p99)),
    failed: runs.reduce((sum, run) => sum + run.failed, 0),
  };
}
