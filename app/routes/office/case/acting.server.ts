import type { OfficeAct, ReplyState } from "#app/domain/feedback/vocabulary.ts";
import type { Outcome } from "#app/domain/outcome.ts";
import type { Official } from "#app/domain/people/official.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import type { RefusalCode } from "../../sentences.ts";
import type { ActForm } from "./read-act-form.server.ts";

/** A choice that was left open, or one that is not on the list: the form's own mistake, said at the field. */
export type Missing = { missing: string; /** The schema’s key; without one the field was left open. */ key?: string | undefined };

/** What another person stored meanwhile, to be compared. */
export type OtherDraft = {
  revision: number;
  state: ReplyState;
  body: string;
  conclusion: string | null;
  legalBasis: string | null;
  publicTitle: string;
  publicQuestion: string;
  publicAnswer: string;
};

/** What came of an act. */
export type Answer = Missing | Outcome<unknown, RefusalCode> | (Outcome<never, RefusalCode> & { other: OtherDraft | undefined });

/** Who acts on which case, with the form that was sent. */
export type Acting = Visit & { official: Official; code: string; form: ActForm };

/** Some of the acts: from the intent of a form to the act of the domain. Right, scope and state are the act's to check. */
export type Acts = Partial<Record<OfficeAct, (acting: Acting) => Promise<Answer>>>;

export const isUuid = (text: string | undefined): text is string => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text ?? "");

/** The word of a list that was sent, if it is one. */
export const oneOf = <Value extends string>(list: readonly Value[], text: string | undefined) => list.find((value) => value === text);

/** What an official says who declines what another proposed. */
export const decision = (form: ActForm) => ({ comment: form.texts.comment ?? "", revision: form.revision });

export const missing = (field: string): Missing => ({ missing: field });
