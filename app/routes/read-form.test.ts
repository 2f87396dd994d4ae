import { expect, test } from "vitest";
import { readForm, readFormData } from "./read-form.ts";

function posted(fields: Record<string, string | File>): Request {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return new Request("https://langnghe.example/can-bo", { method: "POST", body: form });
}

test("a posted form holds no byte that a database does not take; its files stay as they are", async () => {
  const file = new File(["\0 abc"], "quy-tac.json", { type: "application/json" });
  const form = await readFormData(posted({ note: "Ghi\0 chú", validFrom: "2026-11-21", file }));
  expect([form.get("note"), form.get("validFrom")]).toEqual(["Ghi chú", "2026-11-21"]);
  const sent = form.get("file");
  if (!(sent instanceof File)) throw new Error("The file was lost");
  expect([sent.name, sent.type, await sent.text()]).toEqual(["quy-tac.json", "application/json", "\0 abc"]);
});

test("of a name given twice the first text counts, and files are left out", async () => {
  const body = new URLSearchParams([
    ["viec", "duyet"],
    ["viec", "bo"],
    ["note", "a\0b"],
  ]);
  expect(await readForm(new Request("https://langnghe.example/", { method: "POST", body }))).toEqual({ viec: "duyet", note: "ab" });
  expect(await readForm(posted({ file: new File(["x"], "x.txt") }))).toEqual({});
});
