import { collectDefaultMetrics, Counter, Histogram, Registry } from "prom-client";

/** One registry per process, kept on the process so that the server and the built pages count in the same one. */
const store = globalThis as typeof globalThis & { langNgheMetrics?: ReturnType<typeof openMetrics> };

function openMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Counter({
      name: "http_requests_total",
      help: "Answers by method and status",
      labelNames: ["method", "status"],
      registers: [registry],
    }),
    seconds: new Histogram({
      name: "http_request_seconds",
      help: "Time to answer, seconds",
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers: [registry],
    }),
    submissions: new Counter({ name: "submissions_total", help: "Stored submissions by kind", labelNames: ["kind"], registers: [registry] }),
  };
}

const metrics = () => (store.langNgheMetrics ??= openMetrics());

export function measureRequest(method: string, status: number, milliseconds: number): void {
  metrics().requests.inc({ method, status: String(status) });
  metrics().seconds.observe(milliseconds / 1000);
}

export const countSubmission = (kind: "case" | "sheet") => metrics().submissions.inc({ kind });

/** Prometheus text format. */
export const readMetrics = () => metrics().registry.metrics();
