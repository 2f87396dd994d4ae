import { expect, test } from "vitest";
import { jobError } from "./job-error.ts";

test("the queue keeps what failed, and nothing that somebody wrote", () => {
  const cause = Object.assign(new Error('invalid input syntax for type uuid: "0905 123 456"'), { detail: "Key (email)=(hoa@example.vn)" });
  const error = Object.assign(new Error("Failed query: insert into contacts\nparams: Nguyễn Thị Hoa,0905 123 456", { cause }), {
    params: ["Nguyễn Thị Hoa"],
  });
  const kept = jobError(error);
  const all = JSON.stringify({ ...kept, message: kept.message, stack: kept.stack, cause: kept.cause });
  expect(kept.message).toContain("insert into contacts");
  for (const secret of ["Hoa", "0905", "hoa@example.vn"]) expect(all).not.toContain(secret);
});
