import { data } from "@remix-run/node";
import { z } from "zod";
import type { Outcome } from "#app/domain/outcome.ts";
import { deactivateOfficial, grantRole, registerOfficial, resetSignIn, revokeRole } from "#app/domain/people/index.server.ts";
import type { Official } from "#app/domain/people/official.ts";
import { GrantForm, NewOfficialForm, ResetForm } from "#app/domain/people/schemas.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import { type FieldErrors, fieldSentences, refusalSentence, type RefusalCode } from "../../sentences.ts";

/** What the page says after an act, and what it shows again of what was typed; passwords never come back. */
export type PeopleAnswer = {
  form: string;
  officialId: string | null;
  notice: string | null;
  refused: string | null;
  errors: FieldErrors;
  typed: Record<string, string>;
};

/** One act on people by the form's `intent`. @throws a 400 answer for an unknown intent or id */
export async function managePeople({ db, official, t, now }: Visit & { official: Official }, form: Record<string, string>): Promise<PeopleAnswer> {
  const { password: _, ...typed } = form;
  const answer: PeopleAnswer = { form: form.intent ?? "", officialId: form.officialId ?? null, notice: null, refused: null, errors: {}, typed };
  const toAnswer = (outcome: Outcome<unknown, RefusalCode>, notice: string, fields: Partial<Record<RefusalCode, string>> = {}): PeopleAnswer => {
    if (outcome.ok) return { ...answer, notice, typed: {} };
    const sentence = refusalSentence(t, outcome);
    const field = fields[outcome.code];
    return field ? { ...answer, errors: { [field]: sentence } } : { ...answer, refused: sentence };
  };
  const passwordField = Object.fromEntries(
    (["password.too_short", "password.too_long", "password.about_you", "password.too_common"] as const).map((code) => [code, "password"]),
  );

  switch (form.intent) {
    case "register": {
      const given = NewOfficialForm.safeParse(form);
      if (!given.success) return { ...answer, errors: fieldSentences(t, given.error) };
      const { role, unitId, position, ...wish } = given.data;
      const made = await registerOfficial(db, official, { ...wish, position: position ?? null, grants: [{ role, unitId: unitId || null }] }, now);
      return toAnswer(made, t("people:register.done", { name: wish.name }), {
        ...passwordField,
        "people.email_taken": "email",
        "people.not_yours": "unitId",
      });
    }
    case "grant": {
      const given = GrantForm.safeParse(form);
      if (!given.success) return { ...answer, errors: fieldSentences(t, given.error) };
      const { unitId, validTo, ...wish } = given.data;
      const granted = await grantRole(db, official, { ...wish, unitId: unitId || null, validTo: validTo || null }, now);
      return toAnswer(granted, t("people:grant.done"), { "people.ends_in_the_past": "validTo" });
    }
    case "reset": {
      const given = ResetForm.safeParse(form);
      if (!given.success) return { ...answer, errors: fieldSentences(t, given.error) };
      return toAnswer(await resetSignIn(db, official, given.data, now), t("people:reset.done"), passwordField);
    }
    case "revoke":
      return toAnswer(await revokeRole(db, official, idFrom(form.grantId), now), t("people:revoke.done"));
    case "leave":
      return toAnswer(await deactivateOfficial(db, official, idFrom(form.officialId), now), t("people:leave.done"));
    default:
      throw data({ reason: "bad_request" }, { status: 400 });
  }
}

function idFrom(text: string | undefined): string {
  const id = z.uuid().safeParse(text);
  if (!id.success) throw data({ reason: "bad_request" }, { status: 400 });
  return id.data;
}
