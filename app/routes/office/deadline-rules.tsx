import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { addRuleVersion, loadRules, type StoredRule } from "#app/domain/calendar/index.server.ts";
import { DeadlineRuleForm } from "#app/domain/calendar/schemas.ts";
import { mayIn } from "#app/domain/people/official.ts";
import { listUnitsInForce } from "#app/domain/units/index.server.ts";
import { formatDay } from "#app/i18n/format.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial } from "#app/platform/guards.server.ts";
import { daysInWords } from "../feedback/clock-words.ts";
import { pageMeta } from "../page-meta.ts";
import { readForm } from "../read-form.ts";
import { fieldSentences, refusalSentence } from "../sentences.ts";
import { AnswerNotices } from "./frame/answer-notices.tsx";
import { RuleForm, type RuleAnswer } from "./calendar/rule-form.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { db, official, lang, t, today } = await asOfficial(args, "calendar.manage");
  const units = await listUnitsInForce(db, today, { internal: true });
  const unitNames = new Map(units.map((unit) => [unit.id, inLanguage(lang, { vi: unit.nameVi, en: unit.nameEn })]));
  const nameOf = (rule: StoredRule) =>
    [
      t(`words:caseKind.${rule.caseKind}`),
      t(`words:clockStep.${rule.step}`),
      ...(rule.code.endsWith(".inter_agency") ? [t("calendar:rules.interAgency")] : []),
    ].join(" · ");

  const newest = (rule: StoredRule, index: number, all: StoredRule[]) => all.findIndex(({ code }) => code === rule.code) === index;
  const rules = (await loadRules(db)).sort((a, b) => (a.code === b.code ? b.version - a.version : a.code < b.code ? -1 : 1));
  return {
    rules: rules.map((rule) => ({
      id: rule.id,
      name: nameOf(rule),
      code: `${rule.code}, ${rule.version}`,
      time: daysInWords(t, rule.amount, rule.count),
      from: t(`calendar:rules.event.${rule.fromEvent}`),
      ceiling: rule.ceiling === null ? "–" : daysInWords(t, rule.ceiling, rule.count),
      cutOff: rule.cutOffHour === null ? "–" : t("calendar:rules.hour", { hour: String(rule.cutOffHour) }),
      where: rule.unitId ? (unitNames.get(rule.unitId) ?? rule.unitId) : t("office:calendar.everywhere"),
      valid: formatDay(lang, rule.validFrom),
      basis: rule.basis,
    })),
    choices: rules
      .filter(({ unitId }) => unitId === null)
      .filter(newest)
      .map((rule) => ({ value: rule.code, label: nameOf(rule) })),
    everywhere: official.scopes["calendar.manage"] === "all",
    units: [...unitNames].filter(([id]) => mayIn(official, "calendar.manage", id)).map(([value, label]) => ({ value, label })),
    today,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { db, official, t, now } = await asOfficial(args, "calendar.manage");
  const typed = await readForm(args.request);
  const answer: RuleAnswer = { notice: null, refused: null, errors: {}, typed };
  const given = DeadlineRuleForm.safeParse(typed);
  if (!given.success) return data({ ...answer, errors: fieldSentences(t, given.error) }, { status: 422 });

  const added = await addRuleVersion(db, official, given.data, now);
  if (!added.ok) return data({ ...answer, refused: refusalSentence(t, added) }, { status: 409 });
  return data({ ...answer, typed: {}, notice: t("calendar:rules.added", { code: added.value.code, version: String(added.value.version) }) });
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("calendar:rules.title"), robots: "noindex" });

export default function DeadlineRules() {
  const { rules, choices, everywhere, units, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText();
  return (
    <>
      <PageHeader title={t("calendar:rules.title")} lead={<p>{t("calendar:rules.lead")}</p>} />
      <AnswerNotices answer={answer} />
      <Table
        id="cac-quy-tac"
        caption={t("calendar:rules.caption")}
        columns={[
          { header: t("calendar:rules.name"), names: true, cell: (rule) => rule.name },
          { header: t("calendar:rules.time"), cell: (rule) => rule.time },
          { header: t("calendar:rules.from"), cell: (rule) => rule.from },
          { header: t("calendar:rules.ceiling"), cell: (rule) => rule.ceiling },
          { header: t("calendar:rules.cutOff"), cell: (rule) => rule.cutOff },
          { header: t("office:calendar.where"), cell: (rule) => rule.where },
          { header: t("calendar:rules.validFrom"), cell: (rule) => rule.valid },
          { header: t("office:calendar.source"), cell: (rule) => <span className="small">{rule.basis}</span> },
          { header: t("calendar:rules.code"), cell: (rule) => <span className="small">{rule.code}</span> },
        ]}
        rows={rules}
        rowKey={(rule) => rule.id}
      />
      <Section id="them" title={t("calendar:rules.add")}>
        <RuleForm choices={choices} units={units} everywhere={everywhere} today={today} answer={answer?.notice ? undefined : answer} />
      </Section>
    </>
  );
}
