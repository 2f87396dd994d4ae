import { expect, test } from "vitest";
import { readStart } from "./read-start.ts";

function startOf(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return readStart(form);
}

test("a version to begin with is one that its columns can hold, or none", async () => {
  expect((await startOf({ from: "sipas 2", code: "" })).start).toEqual({ from: "version", code: "sipas", version: 2, as: "sipas" });
  for (const version of ["1.5", "1e12", "99999999999", "-1", "NaN"]) {
    expect((await startOf({ from: `sipas ${version}`, code: "moi" })).start).toMatchObject({ version: 0 });
  }
  expect((await startOf({ from: "si\0pas 2", code: "moi" })).start).toBeUndefined();
});
