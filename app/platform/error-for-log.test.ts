import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test } from "vitest";
import { errorForLog } from "./error-for-log.ts";

test("what somebody wrote is not in the log when the query that should store it fails", () => {
  const cause = Object.assign(new Error('invalid input syntax for type uuid: "nguyen.van.a@example.vn"'), {
    name: "PostgresError",
    code: "22P02",
    detail: "Failing row contains (0912 000 111).",
    table_name: "cases",
  });
  const error = new DrizzleQueryError('insert into "cases" ("body") values ($1)', ["Nhà tôi ở số 7\n    at ngõ Kín"], cause);
  const kept = JSON.stringify(errorForLog(error));
  for (const written of ["nguyen.van.a", "0912", "Nhà tôi", "ngõ Kín"]) expect(kept).not.toContain(written);
  expect(errorForLog(error)).toMatchObject({
    message: 'Failed query: insert into "cases" ("body") values ($1)',
    stack: expect.stringContaining("error-for-log.test.ts"),
    cause: { type: "PostgresError", code: "22P02", table_name: "cases" },
  });
});

test("of errors thrown together each is told, and no value of any", () => {
  const failed = new DrizzleQueryError('delete from "cases"', ["Nguyễn Thị Hoa"], new Error("away"));
  const all = errorForLog(new AggregateError([failed, new Error("other")], "2 failed"));
  expect(all).toMatchObject({ type: "AggregateError", message: "2 failed", errors: [{ cause: { message: "away" } }, { message: "other" }] });
  expect(JSON.stringify(all)).not.toContain("Hoa");
});

test("what is no error, and errors that cause each other, are told of all the same", () => {
  expect(errorForLog("0912 000 111")).toEqual({ type: "string" });
  const round = new Error("round");
  round.cause = round;
  expect(errorForLog(round)).toMatchObject({ type: "Error", message: "round", cause: { message: "round" } });
});
