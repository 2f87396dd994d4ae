import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Stat, Stats } from "#app/components/ui/stat.tsx";
import { mayIn } from "#app/domain/people/official.ts";
import { findScoreSheet, scoreSheetSlug } from "#app/domain/service-quality/index.server.ts";
import { maySeeScores } from "#app/domain/service-quality/may-score.ts";
import { totalOf } from "#app/domain/service-quality/score-line.ts";
import { evidenceMaxLength } from "#app/domain/service-quality/vocabulary.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial, notFound } from "#app/platform/guards.server.ts";
import { readListQuery } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { quarterWords } from "../portal/service/period-words.ts";
import { rankWord } from "../portal/service/rank-word.ts";
import { readForm } from "../read-form.ts";
import { actOnScoreSheet } from "./service/act-on-score-sheet.server.ts";
import { isDoneWord } from "./service/done-words.ts";
import { SaidNotice } from "./service/said-notice.tsx";
import { ScoreFields } from "./service/score-fields.tsx";

type Visit = Awaited<ReturnType<typeof asOfficial>>;

/** The sheet of the address, for who may see it. */
async function sheetOf({ db, official }: Visit, id: string | undefined) {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id ?? "");
  const sheet = isId && id ? await findScoreSheet(db, id) : undefined;
  if (!sheet || !maySeeScores(official, sheet.unitId)) throw notFound();
  return sheet;
}

export async function loader(args: LoaderFunctionArgs) {
  const visit = await asOfficial(args);
  const { official, url } = visit;
  const sheet = await sheetOf(visit, args.params.id);
  const { xong } = readListQuery(url, ["xong"]).filters;
  const { state, unitId } = sheet;
  const appraises = mayIn(official, "scores.appraise", unitId);
  const own = sheet.selfScoredById === official.id && state !== "draft";
  const mode =
    appraises && !own && (state === "self_scored" || state === "appraised")
      ? ("appraise" as const)
      : mayIn(official, "scores.enter", unitId) && (state === "draft" || state === "self_scored")
        ? ("score" as const)
        : null;
  const given = new Map(sheet.lines.map((line) => [line.code, state === "draft" || state === "self_scored" ? line.self : line.appraised]));
  const { rules } = sheet.rules;
  return {
    done: isDoneWord(xong) ? xong : null,
    sheet: { id: sheet.id, unit: sheet.unit, quarter: sheet.quarter, state, revision: sheet.revision, lines: sheet.lines },
    indicators: rules.indicators,
    ranks: rules.ranks,
    total: totalOf(rules, given),
    slug: sheet.publishedAt ? scoreSheetSlug(sheet) : null,
    mode,
    own: own && appraises,
    mayPublish: appraises && !own && state === "appraised",
    mayCorrect: appraises && state === "published",
    mayRecount: (appraises || mayIn(official, "scores.enter", unitId)) && (state === "draft" || state === "self_scored"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await asOfficial(args);
  const sheet = await sheetOf(visit, args.params.id);
  const form = await readForm(args.request);
  const came = await actOnScoreSheet(visit, sheet.id, form);
  return came.ok
    ? redirect(`${visit.to(`/can-bo/danh-gia-mot-cua/${sheet.id}`)}?xong=${came.done}`)
    : data({ typed: form, problem: came.problem }, { status: came.status });
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("service:office.title"), robots: "noindex" });

export default function OfficeScoreSheet() {
  const { done, sheet, indicators, ranks, total, slug, mode, own, mayPublish, mayCorrect, mayRecount } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  const { lang, to } = useLanguage();
  const t = useText();
  const hidden = (act: string) => (
    <>
      <input type="hidden" name="viec" value={act} />
      <input type="hidden" name="revision" value={sheet.revision} />
    </>
  );
  const fields = indicators.flatMap((indicator) => {
    const line = sheet.lines.find(({ code }) => code === indicator.code);
    return line ? [<ScoreFields key={line.code} indicator={indicator} line={line} mode={mode} typed={tried?.typed} />] : [];
  });
  return (
    <>
      <PageHeader
        title={t("service:office.sheetTitle", { unit: inLanguage(lang, sheet.unit.name) })}
        kicker={`${quarterWords(t, sheet.quarter)} · ${t(`service:office.state.${sheet.state}`)}`}
        before={
          <Breadcrumbs
            label={t("common:breadcrumbs")}
            items={[{ href: to("/can-bo/danh-gia-mot-cua"), text: t("service:office.back") }, { text: inLanguage(lang, sheet.unit.name) }]}
          />
        }
      />
      <SaidNotice problem={tried?.problem} done={done} />
      <Stats>
        <Stat
          label={t("service:sheets.total")}
          value={t("service:sheets.score", { points: String(total.points), most: String(total.most) })}
          sentence={total.missing.length > 0 ? t("service:sheets.missing", { codes: total.missing.join(", ") }) : undefined}
        />
        <Stat label={t("service:sheets.rank")} value={rankWord(t, total.rank)} size={total.rank ? undefined : "small"} />
      </Stats>
      <p className="muted">
        {t("service:sheets.whole", {
          ranks: ranks.map(({ rank, from }) => t("service:rankFrom", { rank: rankWord(t, rank), from: String(from) })).join("; "),
        })}
      </p>
      {own ? <p>{t("service:office.ownPoints")}</p> : null}
      {mode === null && !mayPublish && !mayCorrect && !own ? <p>{t("service:office.readOnly")}</p> : null}
      {slug ? (
        <p>
          <a href={to(`/chat-luong-phuc-vu/mot-cua/${slug}`)}>{t("service:office.publicPage")}</a>
        </p>
      ) : null}
      {mayPublish ? (
        <Section id="cong-bo" title={t("service:office.publish")}>
          <form method="post">
            {hidden("cong-bo")}
            <SubmitRow text={t("service:office.publish")} note={t("service:office.publishHint")} />
          </form>
        </Section>
      ) : null}
      {mayRecount ? (
        <form method="post">
          {hidden("tinh-lai")}
          <SubmitRow text={t("service:office.recount")} look="secondary" />
        </form>
      ) : null}
      <Section id="chi-tieu" title={mode ? t(`service:office.${mode}`) : t("service:sheets.lines")}>
        {mode ? (
          <form method="post" noValidate className="stack">
            {hidden(mode === "score" ? "tu-cham" : "tham-dinh")}
            {fields}
            <SubmitRow text={t(mode === "score" ? "service:office.saveScore" : "service:office.saveAppraisal")} />
          </form>
        ) : (
          fields
        )}
      </Section>
      {mayCorrect ? (
        <Disclosure summary={t("service:office.correct")} open={tried?.typed.viec === "dinh-chinh"}>
          <form method="post" className="stack" noValidate>
            {hidden("dinh-chinh")}
            <TextField
              id="reason"
              name="reason"
              label={t("service:office.correctReason")}
              hint={t("service:office.correctHint")}
              maxLength={evidenceMaxLength}
            />
            <SubmitRow text={t("service:office.correct")} look="secondary" />
          </form>
        </Disclosure>
      ) : null}
    </>
  );
}
