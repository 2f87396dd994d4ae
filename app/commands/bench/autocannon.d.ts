/** The little of autocannon that the bench uses; the package brings no types. */
declare module "autocannon" {
  type Asked = { method?: string; path?: string; headers?: Record<string, string>; body?: string };
  type Options = {
    url: string;
    connections: number;
    /** Seconds. */
    duration: number;
    headers?: Record<string, string>;
    requests?: (Asked & { setupRequest?: (asked: Asked) => Asked })[];
  };
  /** Requests a second; latency in milliseconds. */
  type Result = {
    requests: { average: number; total: number };
    latency: { p50: number; p99: number };
    non2xx: number;
    errors: number;
    timeouts: number;
  };
  export default function autocannon(options: Options): Promise<Result>;
}
