import { expect, test } from "vitest";
import { readBulkForm } from "./read-bulk-form.ts";

const formOf = (...pairs: [string, string][]) => {
  const form = new FormData();
  for (const [name, value] of pairs) form.append(name, value);
  return readBulkForm(form);
};

test("chosen cases come with the revision that was in sight, each once", () => {
  const read = formOf(["act", "assign"], ["case", "PA-2026-7K3QXM:4"], ["case", "pa-2026-7k3qxm:9"], ["case", "PA-2026-7K3QXN"], ["unitId", ""]);
  expect(read).toMatchObject({ act: "assign", unitId: undefined });
  expect(read.chosen.map(({ revision }) => revision)).toEqual(read.chosen.length === 2 ? [4, 0] : [4]);
});

test("what is no case and no act of a list is dropped", () => {
  expect(formOf(["act", "hide"], ["case", "xx"], ["case", ""], ["case", "':1"])).toMatchObject({ act: undefined, chosen: [] });
});
