import { excludedSheets, type Round, roundFigures } from "#app/domain/surveys/index.server.ts";
import type { Figure } from "#app/domain/insights/figures.ts";
import { inLanguage } from "#app/i18n/language.ts";
import type { Visit } from "#app/platform/guards.server.ts";

/** What waits to be approved, as it will be shown; beside what is published, where something is. */
export async function readComputed({ db, lang, t }: Pick<Visit, "db" | "lang" | "t">, round: Round) {
  const { groups } = await roundFigures(db, round, {}, "computed");
  const published = round.state === "published" ? (await roundFigures(db, round)).groups : [];
  const rows = groups.flatMap((group) => {
    const before = published.find((one) => one.group === group.group);
    const line = (what: string, figure: Figure, n: number | null, earlier: Figure | undefined) => ({
      key: `${group.group} ${what}`,
      what,
      figure,
      n,
      before: earlier ?? null,
    });
    return [
      line(t("life:computed.whole", { group: t(`results:group.${group.group}.title`) }), group.overall, group.sheets, before?.overall),
      ...(group.policy
        ? [
            line(
              `${t(`results:group.${group.group}.title`)} · ${t("results:policy.title")}`,
              group.policy.overall,
              group.policy.overall.n,
              before?.policy?.overall,
            ),
          ]
        : []),
      ...group.units.map(({ slug, name, figure }) =>
        line(inLanguage(lang, name), figure, figure.n, before?.units.find((one) => one.slug === slug)?.figure),
      ),
    ];
  });
  return { rows, isCorrection: published.length > 0, excluded: await excludedSheets(db, round, "computed") };
}

export type Computed = Awaited<ReturnType<typeof readComputed>>;
