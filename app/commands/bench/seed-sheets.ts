import type { Client } from "#db/client.server.ts";
import type { Round } from "#app/domain/surveys/index.server.ts";
import { optionsOf } from "#app/domain/surveys/question-options.ts";

/** Round, and its share of all sheets. */
export type SeededRound = { round: Round; weight: number };

/** Ways of filling in a form that sheets are drawn from, and places on the wheel that units, procedures and modes share. */
const ways = 20_000;
const slots = 8192;
const modeWeights = { open_link: 5, desk_slip: 4, kiosk: 2, paper: 1, sample: 1 } as const;
/** Indexes are quicker built once than grown row by row; the primary key proves every id again when it is put back. */
const fewestWithoutIndexes = 500_000;

/**
 * Adds so many unfolded sheets to open rounds: INSERT … SELECT inside PostgreSQL, with every check of the table in force. Days
 * in the order of arrival, units, procedures and ways of answering unevenly, answers by a person's mood with some
 * blanks and “does not apply”, choices for the other questions, some flags. The same sheets for the same seed, save their ids.
 * @param wish `days` first and last day, `YYYY-MM-DD`, in place of each round's own until yesterday; `seed` 0–1
 */
export async function seedSheets(
  client: Client,
  rounds: readonly SeededRound[],
  { sheets, today, seed = 0.5, days }: { sheets: number; today: string; seed?: number; days?: readonly [string, string] },
): Promise<void> {
  const whole = rounds.reduce((sum, { weight }) => sum + weight, 0);
  await client.begin(async (tx) => {
    await tx.unsafe("set local statement_timeout = 0");
    await tx.unsafe("set local synchronous_commit = off");
    await tx.unsafe("set local work_mem = '128MB'");
    await tx.unsafe("set local maintenance_work_mem = '1GB'");
    await tx`select setseed(${seed})`;
    const putBack = sheets < fewestWithoutIndexes ? [] : await dropIndexes(tx);
    let left = sheets;
    for (const [index, { round, weight }] of rounds.entries()) {
      const n = index === rounds.length - 1 ? left : Math.round((sheets * weight) / whole);
      left -= n;
      await fillWheel(tx, round);
      await inventWays(tx, round);
      await tx.unsafe(insertInto(round, n), [days?.[0] ?? round.opensOn, days?.[1] ?? (today < round.closesOn ? today : round.closesOn)]);
      await tx.unsafe("drop table bench_wheel, bench_ways");
    }
    for (const statement of putBack) await tx.unsafe(statement);
  });
  await client.unsafe("set statement_timeout = 0");
  await client.unsafe("vacuum (analyze) sheets");
}

type Tx = Parameters<Parameters<Client["begin"]>[1]>[0];

/** Gives the statements that make them again. */
async function dropIndexes(tx: Tx): Promise<string[]> {
  const indexes = await tx<{ name: string; definition: string; isKey: boolean }[]>`
    select indexname as name, indexdef as definition, indexname in (select conname from pg_constraint) as "isKey"
    from pg_indexes where schemaname = 'public' and tablename = 'sheets'`;
  for (const { name, isKey } of indexes) {
    if (isKey) await tx`alter table sheets drop constraint ${tx(name)}`;
    else await tx`drop index ${tx(name)}`;
  }
  return indexes.map(({ name, definition, isKey }) => (isKey ? `alter table sheets add constraint "${name}" primary key (id)` : definition));
}

/** Units with ever fewer customers, their procedures likewise (one sheet in seven names none), and the ways of answering, in places of one wheel. */
async function fillWheel(tx: Tx, round: Round): Promise<void> {
  const modes = Object.entries(modeWeights).map(([mode, weight]) => ({ mode, weight }));
  await tx`
    create temp table bench_wheel on commit drop as
    with unit as (
      select ordinal::int as place, value::uuid as unit_id from jsonb_array_elements_text(${JSON.stringify(round.units.map(({ id }) => id))}::text::jsonb) with ordinality as given (value, ordinal)
    ), own as (
      select unit.place as unit_place, unit.unit_id, procedure_id, 1.0 / (1 + row_number() over (partition by unit.place order by procedure_id)) as weight
      from unit join (select distinct unit_id, procedure_id from procedure_versions) as handled using (unit_id)
    ), subject as (
      select unit_place, unit_id, procedure_id, 0.86 * weight / sum(weight) over (partition by unit_place) as weight from own
      union all select place, unit_id, null, 0.14 from unit
    ), cell as (
      select unit_id, procedure_id, mode, subject.weight / unit_place * way.weight as weight
      from subject cross join jsonb_to_recordset(${JSON.stringify(modes)}::text::jsonb) as way (mode text, weight numeric)
    ), edged as (
      select cell.*, sum(weight) over (order by unit_id, procedure_id, mode) / sum(weight) over () as upto, weight / sum(weight) over () as share from cell
    )
    select slot, unit_id, procedure_id, mode from generate_series(0, ${slots - 1}) as slot
    join edged on (slot + 0.5) / ${slots} <= upto and (slot + 0.5) / ${slots} > upto - share`;
}

/** Forms as people fill them in: one mood for a whole form. */
async function inventWays(tx: Tx, { layout }: Round): Promise<void> {
  const level = "case when random() < mood then 4 + (random() < 0.45)::int else 1 + floor(sqrt(random()) * 3)::int end";
  const answers = layout.scale.map((question) => {
    const blank = question.part === "overall" ? 0.005 : 0.04;
    const beside = question.notApplicable ? "when random() < 0.03 then 6" : "";
    return `case when random() < ${blank} then 0 ${beside} else ${level} end`;
  });
  const choices = layout.choices.map((question) => {
    const options = optionsOf(question).length;
    const none = question.showIf ? 0.7 : 0.2;
    const chosen =
      question.kind === "multiple"
        ? `1 + floor(random() * ${2 ** options - 1})`
        : question.kind === "ranking"
          ? `${Array.from({ length: options }, (_, place) => (place + 1) * 10 ** place).reduce((sum, digit) => sum + digit, 0)}`
          : options === 0
            ? "1 + floor(random() * 90)"
            : `1 + floor(random() * random() * ${options})`;
    return `case when random() < ${none} then 0 else ${chosen} end`;
  });
  await tx.unsafe(`
    create temp table bench_ways on commit drop as
    select way, answers, choices,
      ((random() < 0.02)::int + case when cardinality(array_remove(answers, 0::smallint)) >= 8 and (select count(distinct one) from unnest(answers) as one where one > 0) = 1 then 2 else 0 end
        + case when random() < 0.03 then 4 else 0 end)::smallint as flags
    from (
      select way, ${arrayOf(answers, "smallint")} as answers, ${arrayOf(choices, "integer")} as choices
      from (select way, 0.55 + 0.44 * sqrt(random()) as mood from generate_series(0, ${ways - 1}) as way) as moody
    ) as filled`);
  await tx.unsafe("analyze bench_ways");
  await tx.unsafe("analyze bench_wheel");
}

const arrayOf = (expressions: readonly string[], type: string) => `array[${expressions.map((one) => `(${one})::${type}`).join(", ")}]::${type}[]`;

/** $1 first and $2 last day. */
const insertInto = ({ id, versionId }: Round, n: number) => `
  insert into sheets (round_id, questionnaire_version_id, unit_id, procedure_id, mode, language, day, answers, choices, flags)
  select '${id}', '${versionId}', wheel.unit_id, wheel.procedure_id, wheel.mode, case when random() < 0.07 then 'en' else 'vi' end,
    $1::date + (drawn.i * ($2::date - $1::date + 1)::bigint / ${n})::int, given.answers, chosen.choices, given.flags
  from (
    select i, floor(random() * ${slots})::int as slot, floor(random() * ${ways})::int as one, floor(random() * ${ways})::int as other
    from (select generate_series(0, ${n - 1})::bigint as i) as numbered
  ) as drawn
  join bench_wheel wheel on wheel.slot = drawn.slot
  join bench_ways given on given.way = drawn.one
  join bench_ways chosen on chosen.way = drawn.other`;
