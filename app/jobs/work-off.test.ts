import { expect, test } from "vitest";
import { workOff } from "./work-off.ts";

const jobs = [{ id: "a" }, { id: "b" }, { id: "c" }];

test("of jobs taken together one that fails keeps no other", async () => {
  const noted: unknown[] = [];
  const work = ({ id }: { id: string }) => (id === "a" ? Promise.reject(new Error("a is broken")) : Promise.resolve());
  expect(await workOff(jobs, work, (error) => noted.push(error))).toEqual({ done: ["b", "c"], failed: { error: new Error("a is broken") } });
  expect(noted).toEqual([new Error("a is broken")]);
  expect(
    await workOff(
      jobs,
      async () => undefined,
      () => undefined,
    ),
  ).toEqual({ done: ["a", "b", "c"], failed: undefined });
});

test("when servers are slow no job is begun that could outlast the queue’s patience", async () => {
  const clock = { ms: 0 };
  const begun: string[] = [];
  const work = async ({ id }: { id: string }) => {
    begun.push(id);
    clock.ms += 5 * 60_000;
  };
  const { done, failed } = await workOff(
    jobs,
    work,
    () => undefined,
    () => clock.ms,
  );
  expect([begun, done]).toEqual([
    ["a", "b"],
    ["a", "b"],
  ]);
  expect(failed).toMatchObject({ error: { message: expect.stringContaining("before 1 jobs of 3 began") } });
  // Two of five minutes were begun: fifteen were not over.
  expect(clock.ms).toBeLessThan(15 * 60_000);
});
