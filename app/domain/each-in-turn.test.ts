import { expect, test } from "vitest";
import { eachInTurn } from "./each-in-turn.ts";

const wrong = (one: number) => new Error(`${one} is wrong`);

test("what fails keeps nothing behind it from being done, and is told at once and at the end", async () => {
  const done: number[] = [];
  const noted: unknown[] = [];
  const work = async (one: number) => {
    if (one === 2) throw wrong(one);
    done.push(one);
  };
  await expect(eachInTurn([1, 2, 3], work, (error, one) => noted.push([one, error]))).rejects.toEqual(wrong(2));
  expect([done, noted]).toEqual([[1, 3], [[2, wrong(2)]]]);
});

test("of several errors none is lost, and the first stands foremost", async () => {
  const failed = await eachInTurn([1, 2, 3], async (one) => {
    if (one > 1) throw wrong(one);
  }).catch((error: unknown) => error);
  expect(failed).toMatchObject({ message: "2 failed, at first: 2 is wrong", errors: [wrong(2), wrong(3)] });
  await expect(eachInTurn([1, 2], async () => undefined)).resolves.toBeUndefined();
});
