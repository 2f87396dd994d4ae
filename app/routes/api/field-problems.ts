import type { ZodError } from "zod";
import type { errors } from "#app/i18n/locales/vi/errors.ts";
import type { opendata } from "#app/i18n/locales/vi/opendata.ts";
import type { Caller } from "./caller.server.ts";
import type { FieldProblem } from "./problem.server.ts";

type Issue = { field: string; code: string };

/** Things wrong with single fields, in words; a key without a sentence of its own gets the general one. */
export function fieldProblems({ t }: Pick<Caller, "t">, issues: readonly Issue[]): FieldProblem[] {
  const general = t("errors:field", { returnObjects: true });
  const ours = t("opendata:field", { returnObjects: true });
  return issues.map(({ field, code }) => {
    const sentence =
      (Object.hasOwn(ours, code) && ours[code as keyof (typeof opendata)["field"]]) ||
      (Object.hasOwn(general, code) && general[code as keyof (typeof errors)["field"]]);
    return sentence ? { field, code, detail: sentence } : { field, code: "not_right", detail: general.not_right };
  });
}

/** The issues of a schema. Our schemas' messages are keys; where zod speaks for itself, the type was wrong. */
export const issuesOf = (error: ZodError): Issue[] =>
  error.issues.map(({ path, message, code }) => ({
    field: path.join("."),
    code: /^[a-z_]+$/.test(message) ? message : code === "invalid_type" ? "wrong_type" : "not_right",
  }));
