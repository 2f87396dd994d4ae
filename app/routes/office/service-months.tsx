import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Select } from "#app/components/form/select.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { FilterBar } from "#app/components/ui/filter-bar.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { refuse } from "#app/domain/outcome.ts";
import { mayIn } from "#app/domain/people/official.ts";
import { correctMonth, findMonth, costlyCases, listAuthorities, rulesOn, saveMonthValue } from "#app/domain/service-quality/index.server.ts";
import { mayOpenRoom, maySeeScores } from "#app/domain/service-quality/may-score.ts";
import { daysOf, isMonth, monthOf, periodBefore } from "#app/domain/service-quality/period.ts";
import { MonthValueForm } from "#app/domain/service-quality/schemas.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial, forbidden } from "#app/platform/guards.server.ts";
import { readListQuery } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { monthWords } from "../portal/service/period-words.ts";
import { readForm } from "../read-form.ts";
import { fieldSentence, refusalSentence } from "../sentences.ts";
import { isDoneWord } from "./service/done-words.ts";
import { CostlyCases, CostlyProcedures } from "./service/costly-lists.tsx";
import { SaidNotice } from "./service/said-notice.tsx";

const here = "/can-bo/danh-gia-mot-cua/bo-chi-so-766";

export async function loader(args: LoaderFunctionArgs) {
  const { db, official, lang, url, today } = await asOfficial(args);
  if (!mayOpenRoom(official)) throw forbidden();
  const { xong, thang, "co-quan": slug } = readListQuery(url, ["xong", "thang", "co-quan"]).filters;
  const months: string[] = [];
  for (let month = periodBefore(monthOf(today)); months.length < 12; month = periodBefore(month)) months.push(month);
  const month = thang && isMonth(thang) && thang < monthOf(today) ? thang : (months[0] ?? monthOf(today));
  const all = await listAuthorities(db, daysOf(month)?.to ?? today);
  const authorities = all.filter(({ id }) => maySeeScores(official, id));
  const chosen = authorities.find((one) => one.slug === slug) ?? authorities[0];
  const frozen = chosen && (await findMonth(db, chosen.id, month));
  const { rules } = await rulesOn(db, "decision_766", daysOf(month)?.to ?? today);
  return {
    done: isDoneWord(xong) ? xong : null,
    months,
    month,
    authorities: authorities.map(({ slug, nameVi, nameEn }) => ({ value: slug, label: inLanguage(lang, { vi: nameVi, en: nameEn }) })),
    chosen: chosen ? { id: chosen.id, slug: chosen.slug } : null,
    frozen: frozen ? { version: frozen.version, unchanged: frozen.unchanged, publicSlug: `${chosen.slug}-${month}` } : null,
    cases: frozen && mayIn(official, "cases.read", chosen.id) ? await costlyCases(db, official, frozen.snapshot) : [],
    procedures:
      frozen?.snapshot.procedures.filter(
        ({ inForce, missing, decidedInTime, publishedInTime }) =>
          (inForce && missing.length > 0) || decidedInTime === false || publishedInTime === false,
      ) ?? [],
    toEnter: rules.groups
      .flatMap(({ items }) => items)
      .filter(({ measure }) => measure === null)
      .map(({ code, name }) => ({ value: code, label: `${code}. ${inLanguage(lang, name)}` })),
    mayEnter: chosen !== undefined && mayIn(official, "scores.import", chosen.id),
    mayCorrect: chosen !== undefined && mayIn(official, "scores.appraise", chosen.id),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { db, official, t, to, now, today } = await asOfficial(args);
  if (!mayOpenRoom(official)) throw forbidden();
  const form = await readForm(args.request);
  const { authority = "", month = "" } = form;
  const back = (done: string) => redirect(`${to(here)}?${new URLSearchParams({ thang: month, "co-quan": authority, xong: done })}`);
  if (form.viec === "dinh-chinh") {
    const found = (await listAuthorities(db, daysOf(month)?.to ?? today)).find(({ slug }) => slug === authority);
    const corrected = found
      ? await correctMonth(db, official, { authorityId: found.id, month, note: form.note ?? "" }, now)
      : refuse("service_quality.unknown_unit");
    return corrected.ok ? back("corrected") : data({ typed: form, problem: refusalSentence(t, corrected) }, { status: 409 });
  }
  const value = MonthValueForm.safeParse(form);
  if (!value.success) {
    return data({ typed: form, problem: fieldSentence(t, value.error.issues[0]?.message ?? "required") }, { status: 422 });
  }
  const saved = await saveMonthValue(db, official, value.data, now);
  return saved.ok ? back("entered") : data({ typed: form, problem: refusalSentence(t, saved) }, { status: 409 });
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("service:office.monthsTitle"), robots: "noindex" });

export default function OfficeServiceMonths() {
  const { done, months, month, authorities, chosen, frozen, cases, procedures, toEnter, mayEnter, mayCorrect } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  const { to } = useLanguage();
  const t = useText();
  const typed = (name: string) => tried?.typed[name];
  const place = (
    <>
      <input type="hidden" name="authority" value={chosen?.slug ?? ""} />
      <input type="hidden" name="month" value={month} />
    </>
  );
  return (
    <>
      <PageHeader
        title={t("service:office.monthsTitle")}
        lead={<p>{t("service:office.monthsLead")}</p>}
        before={
          <Breadcrumbs
            label={t("common:breadcrumbs")}
            items={[{ href: to("/can-bo/danh-gia-mot-cua"), text: t("service:office.back") }, { text: t("service:office.toMonths") }]}
          />
        }
      />
      <SaidNotice problem={tried?.problem} done={done} />
      <FilterBar label={t("common:filter")} action={to(here)} submit={t("service:office.show")}>
        <Select
          id="thang"
          name="thang"
          label={t("service:office.chooseMonth")}
          choices={months.map((value) => ({ value, label: monthWords(t, value) }))}
          defaultValue={month}
        />
        <Select id="co-quan" name="co-quan" label={t("service:authority")} choices={authorities} defaultValue={chosen?.slug} />
      </FilterBar>
      {frozen ? (
        <>
          <Notice tone={frozen.unchanged ? "ok" : "bad"}>
            {t("service:office.frozen", { version: String(frozen.version) })}.{" "}
            {t(frozen.unchanged ? "service:office.unchanged" : "service:office.changed")}{" "}
            <a href={to(`/chat-luong-phuc-vu/bo-chi-so-766/${frozen.publicSlug}`)}>{t("service:office.publicPage")}</a>
          </Notice>
          <Section id="ho-so" title={t("service:office.costly")}>
            <CostlyCases cases={cases} />
          </Section>
          <Section id="thu-tuc" title={t("service:office.procedures")}>
            <CostlyProcedures procedures={procedures} />
          </Section>
        </>
      ) : (
        <Notice>{t("service:office.notFrozen")}</Notice>
      )}
      {mayEnter ? (
        <Section id="nhap" title={t("service:office.enter")}>
          <form method="post" noValidate className="stack">
            {place}
            <Select
              id="code"
              name="code"
              label={t("service:office.enterCode")}
              placeholder={t("service:office.chooseCode")}
              choices={toEnter}
              defaultValue={typed("code")}
            />
            <TextField
              id="numerator"
              name="numerator"
              label={t("service:office.numerator")}
              inputMode="numeric"
              width="short"
              defaultValue={typed("numerator")}
            />
            <TextField
              id="denominator"
              name="denominator"
              label={t("service:office.denominator")}
              inputMode="numeric"
              width="short"
              defaultValue={typed("denominator")}
            />
            <TextField
              id="source"
              name="source"
              label={t("service:office.source")}
              hint={t("service:office.sourceHint")}
              maxLength={200}
              defaultValue={typed("source")}
            />
            <SubmitRow text={t("service:office.enterButton")} />
          </form>
        </Section>
      ) : null}
      {mayCorrect && frozen ? (
        <Disclosure summary={t("service:office.correct")} open={typed("viec") === "dinh-chinh"}>
          <form method="post" noValidate className="stack">
            {place}
            <input type="hidden" name="viec" value="dinh-chinh" />
            <TextField id="note" name="note" label={t("service:office.correctReason")} hint={t("service:office.correctHint")} maxLength={500} />
            <SubmitRow text={t("service:office.correct")} look="secondary" />
          </form>
        </Disclosure>
      ) : null}
    </>
  );
}
