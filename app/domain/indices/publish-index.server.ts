import { asc, eq } from "drizzle-orm";
import { indexValues, indices } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Actor } from "../audit/index.server.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { refuse } from "../outcome.ts";
import { publish } from "../publishing/index.server.ts";

/** Puts a reform index with its values over the years before the public. */
export async function publishIndex(tx: Db, by: Actor, indexId: string, now: Date) {
  const [index] = await tx.select().from(indices).where(eq(indices.id, indexId));
  if (!index) return refuse("index.not_found");
  const values = await tx.select().from(indexValues).where(eq(indexValues.indexId, indexId)).orderBy(asc(indexValues.scope), asc(indexValues.year));
  const name = { vi: index.nameVi, en: index.nameEn };
  const localised = (vi: string | null, en: string | null) => (vi === null ? null : { vi, en });

  return publish(
    tx,
    by,
    {
      kind: "index",
      slug: index.slug,
      subjectId: index.id,
      title: name,
      searchText: [index.code, index.descriptionVi, index.descriptionEn, index.publisher].filter(Boolean).join(" "),
      sortDay: civilDay(now),
      content: {
        code: index.code,
        name,
        description: localised(index.descriptionVi, index.descriptionEn),
        publisher: localised(index.publisher, index.publisherEn),
        scope: localised(index.scope, index.scopeEn),
        values: values.map((value) => ({
          scope: { vi: value.scope, en: value.scopeEn },
          year: value.year,
          value: value.value,
          rank: value.rank,
          of: value.of,
          unit: value.unit,
          target: value.target,
          breakBefore: value.breakBefore,
          basis: localised(value.basis, value.basisEn),
          provisional: value.provisional,
        })),
      },
    },
    now,
  );
}
