import { RateLimiterMemory } from "rate-limiter-flexible";

/** Requests per minute and client on one node; submissions have their own, stricter limits in PostgreSQL. */
export function openLimits(perMinute: number, off: boolean) {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return {
    /** Seconds to wait, or 0 when the client may go on. */
    async take(client: string): Promise<number> {
      if (off) return 0;
      return limiter.consume(client).then(
        () => 0,
        (refused: { msBeforeNext?: number }) => Math.max(1, Math.ceil((refused.msBeforeNext ?? 60_000) / 1000)),
      );
    },
  };
}
