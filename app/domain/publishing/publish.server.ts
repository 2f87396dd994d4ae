import { createHash } from "node:crypto";
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { publicationLog, publicCopies } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { type Actor, recordEvent } from "../audit/index.server.ts";
import { done, refuse } from "../outcome.ts";
import { fold } from "../text.ts";
import { contents, type PublicContent } from "./contents.ts";
import { listOwnContacts } from "./own-contacts.server.ts";
import { findPersonalData } from "./personal-data.ts";
import { addTitleWords } from "./title-words.server.ts";
import type { PublicKind } from "./vocabulary.ts";

export type Publication<Kind extends PublicKind> = {
  kind: Kind;
  slug: string;
  subjectId: string;
  content: PublicContent[Kind];
  title: { vi: string; en: string | null };
  /** Everything a search should find it by, beside the title. */
  searchText: string;
  /** Text written by a sender or about one: looked through for personal data. */
  sensitiveText?: string;
  /** The official looked at what the detector found and decided to publish all the same. */
  personalDataAccepted?: boolean;
  facets?: {
    unit?: string | null;
    authority?: string | null;
    procedure?: string | null;
    field?: string | null;
    category?: string | null;
    audience?: string | null;
    facet?: string | null;
  };
  sortDay: string;
  /** Why it is published anew. */
  note?: string;
};

/**
 * The one way to the public. Nothing is readable on a page, feed, API, export, search or cache that did not
 * pass here. Personal data found in what people wrote, sure or likely, blocks until an
 * official decides (`publish.personal_data`); the authority's own contacts do not.
 * Every node drops what it had cached (`NOTIFY public_copy`).
 */
export async function publish<Kind extends PublicKind>(tx: Db, by: Actor, publication: Publication<Kind>, now = new Date()) {
  if (publication.sensitiveText && !publication.personalDataAccepted) {
    const findings = findPersonalData(publication.sensitiveText, { allowed: await listOwnContacts(tx) });
    if (findings.length > 0) return refuse("publish.personal_data");
  }

  const content = contents[publication.kind].parse(publication.content) as Record<string, unknown>;
  const { facets = {} } = publication;
  const values = {
    subjectId: publication.subjectId,
    content,
    titleVi: publication.title.vi,
    titleEn: publication.title.en,
    unitSlug: facets.unit ?? null,
    authoritySlug: facets.authority ?? null,
    procedureSlug: facets.procedure ?? null,
    field: facets.field ?? null,
    category: facets.category ?? null,
    audience: facets.audience ?? null,
    facet: facets.facet ?? null,
    sortDay: publication.sortDay,
    titleFolded: fold(`${publication.title.vi} ${publication.title.en ?? ""}`),
    searchFolded: fold(publication.searchText),
    approvedById: typeof by === "object" ? by.id : null,
    publishedAt: now,
  };

  const [copy] = await tx
    .insert(publicCopies)
    .values({ kind: publication.kind, slug: publication.slug, ...values })
    .onConflictDoUpdate({
      target: [publicCopies.kind, publicCopies.slug],
      set: { ...values, version: sql`${publicCopies.version} + 1` },
    })
    .returning({ version: publicCopies.version });
  const version = copy?.version ?? 1;
  await addTitleWords(tx, values.titleFolded);

  await tx.insert(publicationLog).values({
    kind: publication.kind,
    slug: publication.slug,
    version,
    act: "published",
    officialId: values.approvedById,
    note: publication.note ?? null,
    contentSha256: createHash("sha256").update(JSON.stringify(content)).digest("hex"),
    content: publication.kind === "case" ? content : null,
    createdAt: now,
  });
  await recordEvent(
    tx,
    by,
    { act: "public_copy.published", subject: "public_copy", subjectId: `${publication.kind}/${publication.slug}`, data: { version } },
    now,
  );
  await announce(tx, publication.kind);
  return done({ version });
}

/** Takes a public copy out of sight, with a reason; what was public stays in the log. */
export async function hidePublicCopy(tx: Db, by: Actor, kind: PublicKind, slug: string, reason: string, now = new Date()) {
  const [hidden] = await tx
    .update(publicCopies)
    .set({ hiddenAt: now, hideReason: reason })
    .where(and(eq(publicCopies.kind, kind), eq(publicCopies.slug, slug), isNull(publicCopies.hiddenAt)))
    .returning({ version: publicCopies.version });
  if (!hidden) return refuse("publish.not_public");
  await leaveTrace(tx, by, kind, slug, hidden.version, "hidden", reason, now);
  return done({ version: hidden.version });
}

/** Shows a hidden public copy again. */
export async function showPublicCopy(tx: Db, by: Actor, kind: PublicKind, slug: string, reason: string, now = new Date()) {
  const [shown] = await tx
    .update(publicCopies)
    .set({ hiddenAt: null, hideReason: null })
    .where(and(eq(publicCopies.kind, kind), eq(publicCopies.slug, slug), isNotNull(publicCopies.hiddenAt)))
    .returning({ version: publicCopies.version });
  if (!shown) return refuse("publish.not_hidden");
  await leaveTrace(tx, by, kind, slug, shown.version, "shown", reason, now);
  return done({ version: shown.version });
}

/** Removes a public copy for good: it should never have been public, or its subject left the public part. */
export async function withdrawPublicCopy(tx: Db, by: Actor, kind: PublicKind, slug: string, reason: string, now = new Date()) {
  const [gone] = await tx
    .delete(publicCopies)
    .where(and(eq(publicCopies.kind, kind), eq(publicCopies.slug, slug)))
    .returning({ version: publicCopies.version });
  if (!gone) return refuse("publish.not_public");
  await leaveTrace(tx, by, kind, slug, gone.version, "withdrawn", reason, now);
  return done({ version: gone.version });
}

async function leaveTrace(
  tx: Db,
  by: Actor,
  kind: PublicKind,
  slug: string,
  version: number,
  act: "hidden" | "shown" | "withdrawn",
  reason: string,
  now: Date,
) {
  const officialId = typeof by === "object" ? by.id : null;
  await tx.insert(publicationLog).values({ kind, slug, version, act, reason, officialId, contentSha256: "", createdAt: now });
  await recordEvent(tx, by, { act: `public_copy.${act}`, subject: "public_copy", subjectId: `${kind}/${slug}`, data: { version } }, now);
  await announce(tx, kind);
}

/** Tells every node, at commit, that pages of this kind have to be rendered anew. */
async function announce(tx: Db, kind: PublicKind) {
  await tx.execute(sql`select pg_notify('public_copy', ${kind})`);
}
