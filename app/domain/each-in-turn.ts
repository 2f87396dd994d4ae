/**
 * Does the work for one after the other. What fails keeps nothing behind it from being done: it is thrown at the end, the
 * error itself where there is one, an AggregateError of all, the first one foremost, where there are several.
 * @param noted is told of each error at once
 */
export async function eachInTurn<One>(
  all: Iterable<One> | AsyncIterable<One>,
  work: (one: One) => Promise<unknown>,
  noted: (error: unknown, one: One) => void = () => undefined,
): Promise<void> {
  const errors: unknown[] = [];
  for await (const one of all) {
    try {
      await work(one);
    } catch (error) {
      errors.push(error);
      noted(error, one);
    }
  }
  if (errors.length === 1) throw errors[0];
  // The first one's message comes last, where what it says of values is cut off for log and queue.
  if (errors.length > 1) throw new AggregateError(errors, `${errors.length} failed, at first: ${messageOf(errors[0])}`);
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : typeof error);
