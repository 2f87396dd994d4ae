import { inArray } from "drizzle-orm";
import { procedures } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { findPublic, findPublicBySlugs, listPublic, type Localised, type PublicCopy } from "../publishing/index.server.ts";
import { findRound, type Round } from "./find-round.server.ts";
import type { Questionnaire } from "./questionnaire-schema.ts";
import { takesAnswers } from "./rules.ts";

export type RoundForm = {
  round: Round;
  copy: PublicCopy<"round">;
  questionnaire: Questionnaire;
  /** The authority's public procedures, for the customer to say what they came for. */
  procedures: { slug: string; name: Localised }[];
  takesAnswers: boolean;
};

/** What a citizen needs to answer: the public round with its whole questionnaire. Undefined where the round is not public. */
export async function findRoundForm(db: Db, slug: string, today: string): Promise<RoundForm | undefined> {
  const [copy, round] = await Promise.all([findPublic(db, "round", slug), findRound(db, slug)]);
  if (!copy || !round) return undefined;
  const list = await listPublic(db, "procedure", { authority: round.authority.slug }, { limit: 100 });
  return {
    round,
    copy,
    questionnaire: round.layout.questionnaire,
    procedures: list.items.map((item) => ({ slug: item.slug, name: item.content.name })).sort((a, b) => a.name.vi.localeCompare(b.name.vi, "vi")),
    takesAnswers: takesAnswers(round, today),
  };
}

/** Public names of procedures by id, to filter results by; those without a public copy are left out. */
export async function nameProcedures(db: Db, ids: readonly string[]): Promise<{ id: string; slug: string; name: Localised }[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: procedures.id, slug: procedures.slug })
    .from(procedures)
    .where(inArray(procedures.id, [...ids]));
  const copies = await findPublicBySlugs(
    db,
    "procedure",
    rows.map(({ slug }) => slug),
  );
  return copies
    .flatMap(({ slug, content }) => rows.filter((row) => row.slug === slug).map(({ id }) => ({ id, slug, name: content.name })))
    .sort((a, b) => a.name.vi.localeCompare(b.name.vi, "vi"));
}
