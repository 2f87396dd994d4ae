import { and, count, eq, ne } from "drizzle-orm";
import { remarks, remarkTags } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { countRemarkTags, type Localised } from "../publishing/index.server.ts";
import type { Round } from "../surveys/index.server.ts";
import { isFinal } from "../surveys/rules.ts";
import { listTags } from "./tags.server.ts";
import { tagCountLeast } from "./vocabulary.ts";

export type RemarkFigures = {
  /** Answers that officials read, those set aside left out. */
  read: number;
  /** The most frequent first. `n` is null where fewer than five answers have the tag. */
  tags: { code: string; name: Localised; n: number | null }[];
};

/**
 * What open answers of a round with published results are about, for everybody: how many were read and how many have each tag. Never by
 * unit. A tag of the authority’s own counts only once an answer with it was approved, and is called as it was then: its name is a
 * word of officials that only the gateway makes public. Undefined before, and where hardly any were read.
 */
export async function remarkFigures(db: Db, round: Round): Promise<RemarkFigures | undefined> {
  if (!isFinal(round.state)) return undefined;
  const counts = and(eq(remarks.roundId, round.id), ne(remarks.state, "set_aside"));
  const [[read], given, approved, known] = await Promise.all([
    db.select({ n: count() }).from(remarks).where(counts),
    db
      .select({ tag: remarkTags.tag, n: count() })
      .from(remarkTags)
      .innerJoin(remarks, eq(remarks.id, remarkTags.remarkId))
      .where(counts)
      .groupBy(remarkTags.tag),
    countRemarkTags(db, round.slug),
    listTags(db, round),
  ]);
  if (!read || read.n < tagCountLeast) return undefined;
  const tags = known.flatMap(({ code, name, own }) => {
    const n = given.find(({ tag }) => tag === code)?.n ?? 0;
    const publicName = own ? approved.find((tag) => tag.code === code)?.name : name;
    return n > 0 && publicName ? [{ code, name: publicName, n: n < tagCountLeast ? null : n }] : [];
  });
  return { read: read.n, tags: tags.sort((a, b) => (b.n ?? 0) - (a.n ?? 0)) };
}
