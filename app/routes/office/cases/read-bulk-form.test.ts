import { expect, test } from "vitest";
import { newCaseCode } from "#app/domain/codes.ts";
import { readBulkForm } from "./read-bulk-form.ts";

const formOf = (...pairs: [string, string][]) => {
  const form = new FormData();
  for (const [name, value] of pairs) form.append(name, value);
  return readBulkForm(form);
};

test("chosen cases come with the revision that was in sight, each once", () => {
  const [one, other] = [newCaseCode(new Uint8Array([1, 2, 3, 4]), 2026), newCaseCode(new Uint8Array([5, 6, 7, 8]), 2026)];
  const read = formOf(["act", "assign"], ["case", `${one}:4`], ["case", `${one.toLowerCase()}:9`], ["case", other], ["unitId", ""]);
  expect(read).toMatchObject({ act: "assign", unitId: undefined });
  expect(read.chosen).toEqual([
    { code: one, revision: 4 },
    { code: other, revision: 0 },
  ]);
});

test("what is no case and no act of a list is dropped", () => {
  expect(formOf(["act", "hide"], ["case", "xx"], ["case", ""], ["case", "':1"])).toMatchObject({ act: undefined, chosen: [] });
});
