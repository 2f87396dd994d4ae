import { sql, type SQL } from "drizzle-orm";
import { sumWords, wordOf, wordsOfAnswer } from "./count-words.server.ts";
import type { SheetLayout } from "./sheet-layout.ts";
import { arrayOf, groupMark, isDrawn, reached } from "./sheet-marks.server.ts";
import { notApplicableLevel, overallAnswer } from "./vocabulary.ts";

/** Place × 32 + option is below. One number is grouped by, not two: of one PostgreSQL expects few, and keeps the sums in memory. */
const optionsMost = sql.raw("8192");

/**
 * What sheets add to the profile tallies, as rows (mode_group, place, option, question, value, n): each answer on the five-level
 * scale, and that the sheet counts for the overall index, for each thing people said about themselves. The level of overall
 * satisfaction stands among these, as option of `overallAnswer`. Blanks and “does not apply” are left out.
 * @param sheets a relation with mode, answers and choices
 */
export function profileCountsOf(layout: SheetLayout, sheets: SQL): SQL {
  const places = layout.groups[0]?.places ?? [];
  const { values, names, sums, counts } = sumWords([
    ...layout.scale.flatMap((_, place) => wordsOfAnswer(place, `answers[${place + 1}]`, notApplicableLevel - 1)),
    ...(places.length === 0 ? [] : [wordOf(reached(places), { question: groupMark(0), value: 0 })]),
  ]);
  // Without the offset every word would be made again for each thing said.
  return sql`(
    select case key / ${optionsMost} when 1 then 'drawn' else 'self_selected' end as mode_group,
      (key % ${optionsMost} / 32)::smallint as place, (key % 32)::smallint as option, question, value, n
    from (
      select key, ${counts}
      from (
        select key, ${sums}
        from (
          select drawn * ${optionsMost} + unnest(options) as key, ${names}
          from (select ${isDrawn} as drawn, ${optionsIn(layout)} as options, ${values} from ${sheets} as sheet offset 0) as worded
        ) as by_option
        where key is not null
        group by key
      ) as summed
    ) as counted
    where n > 0
  )`;
}

/** Answers about oneself and the level of overall satisfaction, each as place × 32 + option; null where there is none. */
function optionsIn({ profile, overall }: SheetLayout): SQL {
  return arrayOf([
    ...profile.map((place) => `case when choices[${place + 1}] > 0 then ${place} * 32 + choices[${place + 1}] end`),
    ...(overall === null
      ? []
      : [`case when answers[${overall + 1}] % ${notApplicableLevel} <> 0 then ${overallAnswer} * 32 + answers[${overall + 1}] end`]),
  ]);
}
