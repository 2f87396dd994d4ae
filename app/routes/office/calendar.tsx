import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { Tabs } from "#app/components/ui/tabs.tsx";
import { currentCalendar, listCalendarVersions } from "#app/domain/calendar/index.server.ts";
import { mayIn } from "#app/domain/people/official.ts";
import { listUnitsInForce } from "#app/domain/units/index.server.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { readForm } from "../read-form.ts";
import { AnswerNotices } from "./frame/answer-notices.tsx";
import { AddDayForm } from "./calendar/add-day-form.tsx";
import { changeCalendar } from "./calendar/change-calendar.server.ts";
import { DayTable } from "./calendar/day-table.tsx";
import { PreviewSection } from "./calendar/preview-section.tsx";
import { toDayLine } from "./calendar/to-day-line.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, official, lang, t, today, url } = await asOfficial(args, "calendar.manage");
  const [calendar, versions, units] = await Promise.all([
    currentCalendar(db),
    listCalendarVersions(db),
    listUnitsInForce(db, today, { internal: true }),
  ]);
  const lines = [...calendar.days.values()].flat().sort((a, b) => (a.day < b.day ? -1 : 1));
  const years = [...new Set(lines.map(({ day }) => day.slice(0, 4)))];
  const asked = url.searchParams.get("nam");
  const year = years.find((one) => one === asked) ?? today.slice(0, 4);
  const unitNames = new Map(units.map((unit) => [unit.id, inLanguage(lang, { vi: unit.nameVi, en: unit.nameEn })]));
  return {
    version: calendar.version,
    year,
    years,
    days: lines
      .filter(({ day }) => day.startsWith(year))
      .map((line) => ({ ...toDayLine(t, lang, line, unitNames), mayRemove: line.day >= today && mayIn(official, "calendar.manage", line.unitId) })),
    versions: versions.map(({ id, note, createdAt }) => ({ id, note, madeAt: formatInstant(lang, createdAt) })),
    everywhere: official.scopes["calendar.manage"] === "all",
    units: [...unitNames].filter(([id]) => mayIn(official, "calendar.manage", id)).map(([value, label]) => ({ value, label })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await asOfficial(args, "calendar.manage");
  const answer = await changeCalendar(visit, await readForm(args.request));
  return data(answer, { status: answer.notice || answer.preview ? 200 : answer.refused ? 409 : 422 });
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("office:calendar.title"), robots: "noindex" });

export default function Calendar() {
  const { version, year, years, days, versions, everywhere, units } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText();
  const { to } = useLanguage();
  return (
    <>
      <PageHeader
        title={t("office:calendar.title")}
        lead={
          <>
            <p>{t("office:calendar.lead")}</p>
            <p>
              <a href={to("/can-bo/lich/quy-tac")}>{t("calendar:rules.link")}</a>
            </p>
          </>
        }
      />
      <AnswerNotices answer={answer} />
      {answer?.preview ? <PreviewSection preview={answer.preview} /> : null}
      <div className="stack">
        <Tabs
          label={t("office:calendar.chooseYear")}
          items={years.map((one) => ({ href: `${to("/can-bo/lich")}?nam=${one}`, text: one, current: one === year }))}
        />
        <DayTable days={days} year={year} version={version} />
      </div>
      <Section id="them" title={t("office:calendar.add")}>
        <AddDayForm version={version} units={units} everywhere={everywhere} answer={answer?.notice ? undefined : answer} />
      </Section>
      <Section id="phien-ban" title={t("office:calendar.versions")}>
        <Table
          id="cac-phien-ban"
          caption={t("office:calendar.versionsCaption")}
          hideCaption
          columns={[
            { header: t("office:calendar.version"), align: "end", cell: (one) => one.id },
            { header: t("office:calendar.note"), names: true, cell: (one) => one.note },
            { header: t("office:calendar.madeAt"), cell: (one) => one.madeAt },
          ]}
          rows={versions}
          rowKey={(one) => one.id}
        />
      </Section>
    </>
  );
}
