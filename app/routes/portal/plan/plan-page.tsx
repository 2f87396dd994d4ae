import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Progress } from "#app/components/ui/progress.tsx";
import type { PublicContent } from "#app/domain/publishing/contents.ts";
import { formatDay } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { PlanTask } from "./plan-task.tsx";

type PlanContent = PublicContent["plan"];

/** A reform plan: its goals with numbers, its tasks by section with who, when and how far, its duties. */
export function PlanPage({ plan, unitNames }: { plan: PlanContent; unitNames: Record<string, string> }) {
  const { lang, to } = useLanguage();
  const t = useText();
  const done = plan.tasks.filter((task) => task.state === "done").length;
  const sections = [...new Set(plan.tasks.map((task) => task.section ?? ""))];
  const title = inLanguage(lang, plan.title);
  return (
    <article>
      <PageHeader
        long
        title={title}
        before={
          <Breadcrumbs
            label={t("common:breadcrumbs")}
            items={[
              { text: t("common:home"), href: to("/") },
              { text: t("plans:title"), href: to("/ke-hoach") },
              { text: plan.number ?? String(plan.year) },
            ]}
          />
        }
      />
      <DefinitionList
        facts={[
          { term: t("plans:issuer"), detail: <a href={to(`/don-vi/${plan.issuer.slug}`)}>{inLanguage(lang, plan.issuer.name)}</a> },
          { term: t("plans:number"), detail: plan.number ?? "–" },
          { term: t("plans:issuedOn"), detail: plan.issuedOn ? formatDay(lang, plan.issuedOn) : t("common:noDate") },
          ...(plan.budget ? [{ term: t("plans:budget"), detail: plan.budget }] : []),
        ]}
      />
      <Section id="tien-do" title={t("plans:progress")}>
        <Progress
          percent={plan.tasks.length === 0 ? 0 : (100 * done) / plan.tasks.length}
          words={t("plans:progressWords", { done: String(done), total: String(plan.tasks.length) })}
        />
      </Section>
      {lang === "en" ? <Notice>{t("common:onlyInVietnamese")}</Notice> : null}
      <div lang="vi">
        {plan.goals.length > 0 ? (
          <Section id="muc-tieu" title={t("plans:goals")}>
            <ul className="measure">
              {plan.goals.map((goal) => (
                <li key={goal.code}>
                  {goal.text}
                  {goal.dueOn ? ` (${t("plans:by", { day: formatDay(lang, goal.dueOn) })})` : null}
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
        <Section id="nhiem-vu" title={t("plans:tasks")}>
          {sections.map((section) => {
            const tasks = plan.tasks.filter((task) => (task.section ?? "") === section);
            const heading = tasks[0]?.sectionTitle;
            return (
              <div key={section} className="stack">
                {heading ? <h3>{[section, inLanguage("vi", heading)].filter(Boolean).join(". ")}</h3> : null}
                {tasks.map((task) => (
                  <PlanTask key={task.code} task={task} unitNames={unitNames} />
                ))}
              </div>
            );
          })}
        </Section>
        {plan.assignments.length > 0 ? (
          <Section id="phan-cong" title={t("plans:assignments")}>
            <ul className="measure">
              {plan.assignments.map((one) => (
                <li key={one.text}>{one.text}</li>
              ))}
            </ul>
          </Section>
        ) : null}
      </div>
    </article>
  );
}
