import { publicDrafts } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { maskWords } from "../publishing/personal-data.ts";
import { type PublicField, publicFieldLimits, publicFields } from "./public-fields.ts";
import { loadPublicTexts, type PublicTexts, takeForPublication } from "./public-texts.server.ts";
import { cleanText } from "./schemas.ts";

const mayBeEmpty = new Set<PublicField>(["legalBasis", "place"]);

/**
 * Keeps the public texts as a publisher edited them; the approved answer and what the sender wrote are not touched.
 * `revision` is that of the texts the page showed, 0 before the first edit.
 */
export async function savePublicDraft(db: Db, by: Official, code: string, texts: PublicTexts, revision: number, now = new Date()) {
  const clean = { ...texts };
  for (const field of publicFields) {
    clean[field] = cleanText(texts[field]);
    if (!clean[field] && !mayBeEmpty.has(field)) return refuse("text.missing");
    if (clean[field].length > publicFieldLimits[field]) return refuse("text.too_long", { max: publicFieldLimits[field] });
  }
  return edit(db, by, code, revision, () => clean, "case.edit_public", now);
}

/** Puts the neutral mark of its kind in place of one finding, wherever the same words stand in the public texts. */
export async function replaceFinding(db: Db, by: Official, code: string, what: { kind: string; text: string }, revision: number, now = new Date()) {
  return edit(
    db,
    by,
    code,
    revision,
    (texts, found) => {
      const wanted = found.filter(({ finding }) => finding.kind === what.kind && finding.text === what.text);
      if (wanted.length === 0) return undefined;
      const masked = { ...texts };
      // From the end, so that the places before stay where they are.
      for (const { field, finding } of wanted.toReversed()) {
        masked[field] = masked[field].slice(0, finding.from) + maskWords[finding.kind] + masked[field].slice(finding.to);
      }
      return masked;
    },
    "case.mask_public",
    now,
  );
}

type Found = Awaited<ReturnType<typeof loadPublicTexts>>["found"];

async function edit(
  db: Db,
  by: Official,
  code: string,
  revision: number,
  change: (texts: PublicTexts, found: Found) => PublicTexts | undefined,
  act: string,
  now: Date,
) {
  return inOneAct(db, async (tx) => {
    const taken = await takeForPublication(tx, by, code);
    if (!taken.ok) return taken;
    const { theCase, reply } = taken.value;
    // The case is locked: nobody else writes its draft between this reading and the write below.
    const seen = await loadPublicTexts(tx, theCase, reply);
    if (seen.revision !== revision) return refuse("case.edited_elsewhere");
    const texts = change(seen.texts, seen.found);
    if (!texts) return refuse("publish.no_such_finding");

    const values = { ...texts, revision: revision + 1, editedById: by.id, updatedAt: now };
    await tx
      .insert(publicDrafts)
      .values({ ...values, replyId: reply.id, createdAt: now })
      .onConflictDoUpdate({ target: publicDrafts.replyId, set: values });
    const fields = publicFields.filter((field) => texts[field] !== seen.texts[field]);
    await recordEvent(tx, by, { act, subject: "case", subjectId: theCase.id, data: { fields: fields.join(", "), draft: revision + 1 } }, now);
    return done({ revision: revision + 1 });
  });
}
