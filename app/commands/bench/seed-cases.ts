import type { Client } from "#db/client.server.ts";
import { caseKeyHash, caseNumbers, caseWords } from "./seed-words.ts";
import { caseRows, caseStory } from "./seed-statements.ts";

/** Indexes that are quicker built once than grown row by row. */
const bigTables = [
  "cases",
  "case_identities",
  "case_messages",
  "assignments",
  "replies",
  "clocks",
  "messages",
  "audit_events",
  "public_copies",
  "publication_log",
];

/**
 * Adds so many cases to a world that has units, procedures and officials: six years of an authority's work in sets, with
 * clocks, assignments, answers, mails, trace and public copies as the acts would have left them. The n-th case is the same in every world with the same
 * units. Triggers and foreign keys rest meanwhile (it takes a superuser), the trace's hashes are none; never for a world that anybody uses.
 * Statistics of the planner are up to date afterwards; the figures by day are not folded yet.
 * @param today the day of the last case, `YYYY-MM-DD`
 */
export async function seedCases(client: Client, { cases, today }: { cases: number; today: string }): Promise<void> {
  const given = await client<{ code: string }[]>`select code from cases`;
  const codes = caseNumbers(cases, today, new Set(given.map(({ code }) => code)));
  const { syllables, scenarios } = caseWords();
  await client.begin(async (tx) => {
    await tx.unsafe("set local session_replication_role = replica");
    await tx.unsafe("set local statement_timeout = 0");
    await tx.unsafe("set local synchronous_commit = off");
    await tx.unsafe("set local work_mem = '128MB'");
    await tx.unsafe("set local maintenance_work_mem = '512MB'");
    const indexes = await tx<{ name: string; definition: string }[]>`
      select indexname as name, indexdef as definition from pg_indexes
      where schemaname = 'public' and tablename in ${tx(bigTables)} and indexname not in (select conname from pg_constraint)`;
    for (const { name } of indexes) await tx`drop index ${tx(name)}`;

    await tx`create temp table bench_words on commit drop as select ordinal::int - 1 as place, word from jsonb_array_elements_text(${JSON.stringify(syllables)}::text::jsonb) with ordinality as given (word, ordinal)`;
    await tx`create index on bench_words (place)`;
    await tx`analyze bench_words`;
    await tx`create temp table bench_scenarios on commit drop as
      select (ordinal - 1)::int as place, given.*
      from jsonb_array_elements(${JSON.stringify(scenarios)}::text::jsonb) with ordinality as list (one, ordinal),
        jsonb_to_record(one) as given (subject text, body text, answer text, "foldedSubject" text, "foldedBody" text, "foldedAnswer" text)`;
    await tx`create temp table bench_codes on commit drop as select ordinal::int as i, code from jsonb_array_elements_text(${JSON.stringify(codes)}::text::jsonb) with ordinality as given (code, ordinal)`;
    for (const statement of caseRows({ cases, today, receiptHash: caseKeyHash })) await tx.unsafe(statement);
    for (const statement of caseStory) await tx.unsafe(statement);
    for (const { definition } of indexes) await tx.unsafe(definition);

    await tx`insert into case_day_changes (day) select distinct received_on from cases`;
    await tx`delete from public_counts`;
    await tx`insert into public_counts (kind, unit_slug, authority_slug, field, category, audience, facet, n)
      select kind, unit_slug, authority_slug, field, category, audience, facet, count(*) from public_copies where hidden_at is null group by 1, 2, 3, 4, 5, 6, 7`;
  });
  await client.unsafe("set statement_timeout = 0");
  await client.unsafe("vacuum (analyze)");
}
