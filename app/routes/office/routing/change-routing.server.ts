import { data } from "@remix-run/node";
import { z } from "zod";
import type { Official } from "#app/domain/people/official.ts";
import { applyRoutingRules, changeRoutingDraft, discardRoutingDraft } from "#app/domain/routing/index.server.ts";
import { RoutingNote } from "#app/domain/routing/schemas.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import { type FieldErrors, fieldSentence, refusalSentence } from "../../sentences.ts";

export type RoutingAnswer = { notice: string | null; refused: string | null; errors: FieldErrors; typed: Record<string, string> };

const Acts = z.discriminatedUnion("intent", [
  z.object({ intent: z.enum(["up", "down", "switch", "remove"]), id: z.string().min(1).max(120), revision: z.coerce.number().int().min(0) }),
  z.object({ intent: z.literal("discard"), revision: z.coerce.number().int().positive() }),
  z.object({ intent: z.literal("apply"), revision: z.coerce.number().int().positive(), note: z.string() }),
]);

/** Does what a button of the rules' page says. @throws a 400 answer for what no form of ours sends */
export async function changeRouting({ db, official, t, now }: Visit & { official: Official }, form: Record<string, string>): Promise<RoutingAnswer> {
  const answer: RoutingAnswer = { notice: null, refused: null, errors: {}, typed: form };
  const asked = Acts.safeParse(form);
  if (!asked.success) throw data({ reason: "bad_request" }, { status: 400 });
  const what = asked.data;

  switch (what.intent) {
    case "discard": {
      const gone = await discardRoutingDraft(db, official, what, now);
      return gone.ok ? { ...answer, notice: t("routing:discarded"), typed: {} } : { ...answer, refused: refusalSentence(t, gone) };
    }
    case "apply": {
      const note = RoutingNote.safeParse(what.note);
      if (!note.success) return { ...answer, errors: { note: fieldSentence(t, note.error.issues[0]?.message ?? "required") } };
      const applied = await applyRoutingRules(db, official, { note: note.data, revision: what.revision }, now);
      if (!applied.ok) return { ...answer, refused: refusalSentence(t, applied) };
      return { ...answer, notice: t("routing:applied", { version: String(applied.value.version) }), typed: {} };
    }
    default: {
      const changed = await changeRoutingDraft(db, official, { change: what.intent, id: what.id, revision: what.revision }, now);
      return changed.ok ? { ...answer, notice: t("routing:saved"), typed: {} } : { ...answer, refused: refusalSentence(t, changed) };
    }
  }
}
