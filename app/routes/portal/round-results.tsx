import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { ButtonLink, ButtonRow } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Tabs } from "#app/components/ui/tabs.tsx";
import { findPublic, listPublic } from "#app/domain/publishing/index.server.ts";
import { remarkFigures } from "#app/domain/remarks/index.server.ts";
import {
  compareGroups,
  compareWithLastRound,
  excludedSheets,
  findRound,
  listEditions,
  nameProcedures,
  roundFigures,
  roundQuality,
} from "#app/domain/surveys/index.server.ts";
import { isFrozen } from "#app/domain/surveys/rules.ts";
import type { ModeGroup } from "#app/domain/surveys/vocabulary.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone, notFound } from "#app/platform/guards.server.ts";
import { readListQuery } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { ComparisonSentence } from "./survey/comparison-sentence.tsx";
import { extensionView } from "./survey/extension-view.ts";
import { figureWords } from "./survey/figure-words.ts";
import { GroupComparisonTable } from "./survey/group-comparison.tsx";
import { GroupCharts } from "./survey/group-charts.tsx";
import { ImprovementsSection } from "./survey/improvements-section.tsx";
import { Editions } from "./survey/editions.tsx";
import { ExcludedNote } from "./survey/excluded-note.tsx";
import { Method } from "./survey/method.tsx";
import { OverallSentence } from "./survey/overall-sentence.tsx";
import { ShareCharts } from "./report/share-charts.tsx";
import { PolicyFigure } from "./survey/policy-figure.tsx";
import { QualityNote } from "./survey/quality-note.tsx";
import { RemarksSection } from "./survey/remarks-section.tsx";
import { ResultsFilter } from "./survey/results-filter.tsx";
import { comparisonView, editionsView, groupView, roundFacts } from "./survey/results-view.server.ts";
import { RoundAbout } from "./survey/round-about.tsx";
import { RoundChecking } from "./survey/round-checking.tsx";
import { SampleNote } from "./survey/sample-note.tsx";
import { TransactionsNote } from "./survey/transactions-note.tsx";

export { passCacheHeader as headers } from "../cache-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, lang, url, to, portal } = asAnyone(args);
  const copy = await findPublic(db, "round", args.params.dot ?? "");
  const round = copy && (await findRound(db, copy.slug));
  if (!round) throw notFound();

  const { filters } = readListQuery(url, ["don-vi", "thu-tuc", "nhom"]);
  const unit = round.units.find(({ slug }) => slug === filters["don-vi"]);
  const all = await roundFigures(db, round);
  const procedures = await nameProcedures(db, all.procedureIds);
  const procedure = procedures.find(({ slug }) => slug === filters["thu-tuc"]);
  const chosen = unit || procedure ? await roundFigures(db, round, { unitId: unit?.id, procedureId: procedure?.id }) : all;

  const about = { authority: round.authority.slug, category: round.questionnaire.code, ...(unit ? { unit: unit.slug } : {}) };
  const improvements = await listPublic(db, "improvement", about, { limit: 6 });
  const remarks = await listPublic(db, "remark", { category: round.slug, unit: unit?.slug }, { limit: 3 });
  return data(
    {
      round: roundFacts(lang, round),
      extension: extensionView(lang, copy.content),
      improvements: improvements.items.map(({ slug, content }) => ({ slug, content })),
      remarks: remarks.items.map(({ slug, content: { text, language, shortened, unit: about, tags } }) => ({
        slug,
        content: { text, language, shortened, unit: about, tags },
      })),
      remarkCounts: unit || procedure ? undefined : await remarkFigures(db, round),
      address: `${portal.publicUrl}${to(`/hai-long/${round.slug}`)}`,
      groups: chosen.groups.map((group) => groupView(lang, round, group)),
      comparisons: unit || procedure ? [] : (await compareWithLastRound(db, round, all.groups)).map((one) => comparisonView(lang, one)),
      bothGroups: compareGroups(chosen.groups),
      quality: unit || procedure ? [] : await roundQuality(db, round),
      excluded: unit || procedure ? [] : await excludedSheets(db, round),
      editions: unit || procedure ? [] : editionsView(lang, await listEditions(db, round)),
      detailed: detailedGroup(chosen.groups, filters.nhom),
      filter: { unit: unit?.slug, procedure: procedure?.slug },
      units: round.units.map(({ slug, name }) => ({ value: slug, label: inLanguage(lang, name) })),
      procedures: procedures.map(({ slug, name }) => ({ value: slug, label: inLanguage(lang, name) })),
    },
    // While sheets come in, every reader gets the figures of this moment.
    isFrozen(round.state) ? { headers: { "Portal-Cache": "public" } } : {},
  );
}

/** The group whose charts are on the page: both at once would be long and heavy. The drawn one, unless the other is asked for. */
function detailedGroup(groups: readonly { group: ModeGroup; showing: string }[], wish: string | undefined): ModeGroup | null {
  const shown = groups.filter(({ showing }) => showing === "detail").map(({ group }) => group);
  if (shown.length < 2) return null;
  return shown.find((group) => group === wish) ?? "drawn";
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) => {
  if (!page) return [];
  const lang = languageOf(location.pathname);
  const [first] = page.groups;
  const words = first && figureWords(i18nFor(lang).t, lang, first.overall, page.round.target);
  return pageMeta(location, {
    title: page.round.title,
    description: words && [words.sentence, words.base, words.interval].filter(Boolean).join("; "),
  });
};

export default function RoundResults() {
  const {
    round,
    extension,
    groups,
    comparisons,
    bothGroups,
    quality,
    excluded,
    editions,
    detailed,
    filter,
    units,
    procedures,
    address,
    improvements,
    remarks,
    remarkCounts,
  } = useLoaderData<typeof loader>();
  const { to } = useLanguage();
  const t = useText();
  const here = to(`/hai-long/${round.slug}`);
  const looking = [units.find(({ value }) => value === filter.unit)?.label, procedures.find(({ value }) => value === filter.procedure)?.label]
    .filter(Boolean)
    .join(" · ");
  const more = [
    ...(groups.some(({ priorities }) => priorities) ? [["uu-tien", t("priorities:title")] as const] : []),
    ...(groups.some(({ choices, headline }) => choices.length > 0 && headline !== "none") ? [["cau-hoi-khac", t("results:choices")] as const] : []),
    ...(groups.some(({ profiles }) => profiles.length > 0) ? [["nguoi-tra-loi", t("results:profiles")] as const] : []),
  ];
  if (round.state === "closed") return <RoundChecking round={round} extension={extension} />;
  const at = (group: ModeGroup | null, unit = filter.unit) => {
    const asked = [
      ["don-vi", unit],
      ["thu-tuc", filter.procedure],
      ["nhom", group === "drawn" ? undefined : group],
    ].flatMap(([name, value]) => (name && value ? [[name, value] as [string, string]] : []));
    return asked.length === 0 ? here : `${here}?${new URLSearchParams(asked)}`;
  };
  const unitHref = filter.unit ? undefined : (slug: string) => at(detailed, slug);
  return (
    <>
      <PageHeader
        before={<Breadcrumbs label={t("common:breadcrumbs")} items={[{ text: t("results:title"), href: to("/hai-long") }, { text: round.title }]} />}
        title={round.title}
        kicker={looking ? t("results:showing", { what: looking }) : round.authority.name}
        long
      />
      <Editions editions={editions} part="newest" />
      {groups.map((view) => (
        <section key={view.group} className="stack">
          <div>
            <h2>{t(`results:group.${view.group}.title`)}</h2>
            <p className="muted">{t(`results:group.${view.group}.note`)}</p>
            {view.group === "drawn" ? <SampleNote sample={view.sample} overall={view.overall} /> : null}
          </div>
          {view.headline === "hidden" ? (
            <EmptyState title={t("results:hidden")} icon="info">
              <p>{t("results:hiddenDetail")}</p>
            </EmptyState>
          ) : view.headline === "figure" ? (
            <OverallSentence
              overall={view.overall}
              dissatisfaction={view.dissatisfaction}
              target={round.target}
              state={round.state}
              closesOn={round.closesOn}
              keyingUntil={round.keyingUntil}
              decimals={2}
              what={view.policy && t("results:services")}
            />
          ) : null}
          <PolicyFigure view={view} round={round} decimals={2} />
          <TransactionsNote overall={view.overall} byTransactions={view.byTransactions} />
          {comparisons
            .filter(({ group }) => group === view.group)
            .map((one) => (
              <ComparisonSentence key={one.group} {...one} />
            ))}
          {quality
            .filter(({ group }) => group === view.group)
            .map((flagged) => (
              <QualityNote key={flagged.group} {...flagged} />
            ))}
          <ExcludedNote excluded={excluded.filter(({ group }) => group === view.group)} />
        </section>
      ))}
      {bothGroups ? <GroupComparisonTable {...bothGroups} /> : null}
      <ResultsFilter action={here} filter={filter} group={detailed} units={units} procedures={procedures} />
      {detailed ? (
        <Tabs
          label={t("results:detailsOf")}
          items={groups.toReversed().map(({ group }) => ({ href: at(group), text: t(`results:group.${group}.title`), current: group === detailed }))}
        />
      ) : null}
      {groups
        .filter(({ group }) => detailed === null || group === detailed)
        .map((view) => (
          <GroupCharts key={view.group} view={view} round={round} part={view.group} unitHref={unitHref} />
        ))}
      {more.length > 0 ? (
        <Section id="xem-them" title={t("results:moreParts")}>
          <ButtonRow>
            {more.map(([slug, text]) => (
              <ButtonLink key={slug} look="secondary" href={`${here}/${slug}`}>
                {text}
              </ButtonLink>
            ))}
          </ButtonRow>
        </Section>
      ) : null}
      <RemarksSection figures={remarkCounts} items={remarks} href={`${here}/loi-gop-y`} />
      <ImprovementsSection items={improvements} named />
      <Editions editions={editions} part="all" />
      <RoundAbout round={round} extension={extension} />
      {[...new Set(groups.map(({ overall }) => overall.metric))].map((metric) => (
        <Method key={metric} metric={metric} variant={round.variant} />
      ))}
      <Section id="tai-ve" title={t("results:download")}>
        <ButtonRow>
          <ButtonLink look="secondary" icon="download" href={`/api/v1/rounds/${round.slug}/results?format=csv`}>
            {t("results:csv")}
          </ButtonLink>
          <ButtonLink look="secondary" icon="download" href={`/api/v1/rounds/${round.slug}/results`}>
            {t("results:json")}
          </ButtonLink>
          <ButtonLink look="secondary" icon="download" href={`${here}/tai/so-lieu.xlsx`}>
            {t("reports:xlsx")}
          </ButtonLink>
          <ButtonLink look="secondary" icon="download" href={`${here}/tai/bao-cao.docx`}>
            {t("reports:docx")}
          </ButtonLink>
          <ButtonLink look="secondary" href={`${here}/bao-cao`}>
            {t("reports:read")}
          </ButtonLink>
        </ButtonRow>
      </Section>
      <ShareCharts address={address} groups={groups} units={units.length} />
    </>
  );
}
