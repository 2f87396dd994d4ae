import { prepareUploads, sendCase } from "#app/domain/feedback/index.server.ts";
import type { CaseDraft } from "#app/domain/feedback/schemas.ts";
import { soundsUrgent } from "#app/domain/feedback/urgent-words.ts";
import { refuse } from "#app/domain/outcome.ts";
import { takeTurn } from "#app/domain/rate-limit.server.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import { sendKeyOf } from "./case-steps.server.ts";
import { contentsOf, type CaseFormTexts } from "./read-case-form.server.ts";

/** Nobody reads, fills in and checks three pages in less. */
const quickestPersonMs = 4000;

/** What looks like a program may still send, only less: a password manager fills in hidden fields too. */
const suspectLimit = { name: "send-case-suspect", points: 3, seconds: 3600 };

/** Sends a checked draft with its photos, by the domain's act. */
export async function sendDraft(visit: Visit, texts: CaseFormTexts, draft: CaseDraft, photos: readonly File[]) {
  const { db, portal, lang, now, client } = visit;
  const limited = portal.settings.NO_RATE_LIMIT ? null : client;
  const signals = signalsOf(texts, now);
  if (signals.length > 0) {
    portal.log.info({ signals }, "a case may have been filled in by a program");
    const wait = limited ? await takeTurn(db, suspectLimit, limited) : 0;
    if (wait > 0) return refuse("request.too_many", { minutes: Math.ceil(wait / 60) });
  }

  const prepared = await prepareUploads(await contentsOf(photos));
  if (!prepared.ok) return prepared;
  return sendCase(
    db,
    portal.keys,
    portal.files,
    {
      draft: { ...draft, urgent: soundsUrgent(`${draft.subject}\n${draft.body}`) },
      photos: prepared.value,
      channel: "web",
      language: lang,
      idempotencyKey: sendKeyOf(texts),
      client: limited,
    },
    now,
  );
}

function signalsOf({ more, started }: CaseFormTexts, now: Date): string[] {
  const took = now.getTime() - Number(started);
  return [...(more ? ["hidden_field"] : []), ...(Number.isFinite(took) && took >= quickestPersonMs ? [] : ["too_quick"])];
}
