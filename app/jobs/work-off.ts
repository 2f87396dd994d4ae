import { eachInTurn } from "#app/domain/each-in-turn.ts";

/**
 * After so long no further job of a batch is begun: the longest one (five minutes with a mail server) then still ends
 * before the queue counts the batch's worker as dead, after fifteen.
 */
const beginsWithinMs = 9 * 60_000;

/**
 * Does the jobs that the queue gave out together, each for itself: one that fails keeps no other. Those that time does not
 * allow to begin are failed ones to the queue, which gives them out again.
 * @param noted is told of each error at once
 * @param clock milliseconds that only rise
 * @returns the ids of what is done, and what was thrown
 */
export async function workOff<One extends { id: string }>(
  jobs: readonly One[],
  work: (job: One) => Promise<unknown>,
  noted: (error: unknown) => void,
  clock: () => number = () => performance.now(),
): Promise<{ done: string[]; failed: { error: unknown } | undefined }> {
  const startedAt = clock();
  const done: string[] = [];
  try {
    await eachInTurn(
      jobs,
      async (job) => {
        if (clock() - startedAt > beginsWithinMs) return;
        await work(job);
        done.push(job.id);
      },
      noted,
    );
  } catch (error) {
    return { done, failed: { error } };
  }
  if (done.length === jobs.length) return { done, failed: undefined };
  const error = new Error(`time was over before ${jobs.length - done.length} jobs of ${jobs.length} began`);
  noted(error);
  return { done, failed: { error } };
}
