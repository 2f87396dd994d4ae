import { asc, eq } from "drizzle-orm";
import { plans, planTasks } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Actor } from "../audit/index.server.ts";
import { refuse } from "../outcome.ts";
import { publish } from "../publishing/index.server.ts";
import { findUnitLinks } from "../units/index.server.ts";
import { PlanRecord } from "./record.ts";

/** Puts a reform plan with its tasks and their progress before the public. */
export async function publishPlan(tx: Db, by: Actor, planId: string, now: Date) {
  const [plan] = await tx.select().from(plans).where(eq(plans.id, planId));
  if (!plan) return refuse("plan.not_found");
  const tasks = await tx.select().from(planTasks).where(eq(planTasks.planId, planId)).orderBy(asc(planTasks.ordinal));
  const day = plan.issuedOn ?? `${plan.year}-01-01`;
  const links = await findUnitLinks(tx, [plan.issuerUnitId, ...tasks.map((task) => task.leadUnitId)], day);
  const issuer = links.get(plan.issuerUnitId);
  if (!issuer) return refuse("plan.without_issuer");
  const title = { vi: plan.titleVi, en: plan.titleEn };

  return publish(
    tx,
    by,
    {
      kind: "plan",
      slug: plan.slug,
      subjectId: plan.id,
      title,
      searchText: [plan.number, ...tasks.map((task) => task.task)].filter(Boolean).join(" "),
      facets: { unit: issuer.slug, authority: issuer.slug, facet: String(plan.year) },
      sortDay: day,
      content: {
        ...PlanRecord.parse(plan.record),
        title,
        number: plan.number,
        issuedOn: plan.issuedOn,
        issuer,
        year: plan.year,
        tasks: tasks.map((task) => ({
          code: task.code,
          ordinal: String(task.ordinal),
          section: task.section,
          sectionTitle: task.sectionTitle === null ? null : { vi: task.sectionTitle, en: task.sectionTitleEn },
          task: task.task,
          forms: task.forms,
          output: task.output,
          timing: task.timing,
          deadline: task.deadline,
          lead: (task.leadUnitId && links.get(task.leadUnitId)) || null,
          cooperating: task.cooperating,
          state: task.state,
          evidence: task.evidence,
        })),
      },
    },
    now,
  );
}
