import { expect, test } from "vitest";
import { readStart } from "./read-start.ts";

function startOf(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return readStart(form);
}

test("a file may escape what no database takes: it is read without, and what is no JSON is no questionnaire", async () => {
  const read = async (json: string) => {
    const form = new FormData();
    form.set("file", new File([json], "phieu.json"));
    return (await readStart(form)).start;
  };
  expect(await read(String.raw`{"code": "a\u0000b", "title": {"vi": "\ud800"}}`)).toEqual({
    from: "file",
    content: { code: "ab", title: { vi: "\ufffd" } },
  });
  for (const json of [String.raw`{"code": "\u00\u000000"}`, "{", "[".repeat(200_000)])
    expect(await read(json)).toEqual({ from: "file", content: null });
});

test("a version to begin with is one that its columns can hold, or none", async () => {
  expect((await startOf({ from: "sipas 2", code: "" })).start).toEqual({ from: "version", code: "sipas", version: 2, as: "sipas" });
  for (const version of ["1.5", "1e12", "99999999999", "-1", "NaN"]) {
    expect((await startOf({ from: `sipas ${version}`, code: "moi" })).start).toMatchObject({ version: 0 });
  }
  expect((await startOf({ from: "si\0pas 2", code: "moi" })).start).toBeUndefined();
});
