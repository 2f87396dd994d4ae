import { mayIn, type Official } from "#app/domain/people/official.ts";
import { countForCheck, type Exclusion, listExclusions, type Round } from "#app/domain/surveys/index.server.ts";
import { exclusionReasons, sheetFlags, sheetModes } from "#app/domain/surveys/vocabulary.ts";
import { findOfficialNames } from "#app/domain/people/index.server.ts";
import { formatDay, formatInstant, formatList, formatNumber } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import type { Visit } from "#app/platform/guards.server.ts";

/** What the check of a round's sheets rests on: how many came from where, how, with which flags; what is left out. */
export async function readCheck({ db, lang, official, t }: Visit & { official: Official }, round: Round, finished: string | null) {
  const [cells, exclusions] = await Promise.all([countForCheck(db, round), listExclusions(db, round.id)]);
  const places = [...round.units, ...(round.units.some(({ id }) => id === round.authority.id) ? [] : [round.authority])];
  const nameOf = (id: string) => places.find((unit) => unit.id === id);
  const unitName = (id: string) => inLanguage(lang, nameOf(id)?.name ?? { vi: id, en: null });
  const names = await findOfficialNames(
    db,
    exclusions.map(({ declaredById }) => declaredById),
  );
  const sum = (pick: (cell: (typeof cells)[number]) => number) => cells.reduce((all, cell) => all + pick(cell), 0);
  const groupWords = ({ unitId, mode, fromDay, toDay, flag }: Exclusion) =>
    formatList(
      lang,
      [
        unitId && unitName(unitId),
        mode && t(`words:sheetMode.${mode}`),
        fromDay && t("life:check.from", { day: formatDay(lang, fromDay) }),
        toDay && t("life:check.until", { day: formatDay(lang, toDay) }),
        flag && t(`quality:heads.${flag}`),
      ].filter((part) => typeof part === "string"),
    );
  const [, act, number] = /^(loai|lay-lai)-(\d+)$/.exec(finished ?? "") ?? [];
  const counted = exclusions.find((one) => one.number === Number(number));
  return {
    rows: cells.map(({ unitId, mode, sheets, flags, excluded }) => ({
      key: `${unitId} ${mode}`,
      unit: unitName(unitId),
      mode: t(`words:sheetMode.${mode}`),
      sheets,
      flags,
      excluded,
    })),
    totals: {
      sheets: sum(({ sheets }) => sheets),
      excluded: sum(({ excluded }) => excluded),
      flags: sheetFlags.map((_, at) => sum(({ flags }) => flags[at] ?? 0)),
    },
    flags: sheetFlags.map((flag) => t(`quality:heads.${flag}`)),
    exclusions: exclusions.map((one) => ({
      number: one.number,
      group: groupWords(one),
      reason: t(`words:exclusionReason.${one.reason}`),
      note: one.note,
      sheets: formatNumber(lang, one.sheets),
      by: t("life:doneBy", { at: formatInstant(lang, one.declaredAt), name: names.get(one.declaredById) ?? "–" }),
      stands: one.withdrawnAt === null,
      withdrawn:
        one.withdrawnAt === null
          ? null
          : one.withdrawnNote === null
            ? t("life:check.dropped")
            : t("life:check.withdrawn", { note: one.withdrawnNote }),
    })),
    changes: (round.stage === "to_check" || round.stage === "correcting") && mayIn(official, "surveys.manage", round.authority.id),
    choices: {
      units: places
        .filter(({ id }) => cells.some(({ unitId }) => unitId === id))
        .map(({ slug, name }) => ({ value: slug, label: inLanguage(lang, name) })),
      modes: sheetModes
        .filter((mode) => cells.some((cell) => cell.mode === mode))
        .map((mode) => ({ value: mode, label: t(`words:sheetMode.${mode}`) })),
      flagged: sheetFlags.map((flag) => ({ value: flag, label: t(`quality:heads.${flag}`) })),
      reasons: exclusionReasons.map((reason) => ({ value: reason, label: t(`words:exclusionReason.${reason}`) })),
    },
    finished: !counted
      ? null
      : act === "loai"
        ? t("life:check.done", { formatted: formatNumber(lang, counted.sheets) })
        : t("life:check.backDone", { number: String(counted.number) }),
  };
}

export type Check = Awaited<ReturnType<typeof readCheck>>;
