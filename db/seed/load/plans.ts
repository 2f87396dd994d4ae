import { indexValues, indices, plans, planTasks } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { publishIndex } from "#app/domain/indices/index.server.ts";
import { publishPlan } from "#app/domain/plans/index.server.ts";
import type { PlanRecord } from "#app/domain/plans/record.ts";
import { readData } from "./read-data.ts";
import type { LoadedUnits } from "./units.ts";

type PlanData = {
  id: string;
  number: string | null;
  date: string | null;
  doc_type: string;
  issuer: string;
  title_vi: string;
  title_en: string | null;
  year: number;
  budget: { text: string } | null;
  goals: {
    id: string;
    text: string;
    value: number | null;
    value_text: string | null;
    unit: string | null;
    operator: string;
    due_date: string | null;
  }[];
  tasks: {
    id: string;
    section: string | null;
    section_title: string | null;
    section_title_en: string | null;
    task: string;
    forms: string[];
    output: string | null;
    timing: string | null;
    deadline: string | null;
    recurrence: string;
    lead: string[];
    cooperating: string[];
  }[];
  assignments: { units: string[]; clause: string | null; text: string }[];
};
type IndexData = {
  code: string;
  slug: string;
  name_vi: string;
  name_en: string;
  scope: string | null;
  scope_en: string | null;
  publisher: string | null;
  publisher_en: string | null;
  description_vi: string | null;
  description_en: string | null;
};
type IndexValueData = {
  index: string;
  scope_vi: string;
  scope_en: string | null;
  year: number;
  value: number | null;
  unit: string | null;
  rank: number | null;
  of: number | null;
  target: number | null;
  break_before: string | null;
  basis: string | null;
  basis_en: string | null;
  provisional: boolean;
};

const operators: Record<string, string> = { gte: "≥ ", eq: "", between: "", before: "trước " };

const valueOf = (goal: PlanData["goals"][number]) =>
  goal.value_text ??
  (goal.value === null ? null : `${operators[goal.operator] ?? ""}${goal.value}${goal.unit === "%" ? " %" : goal.unit ? ` ${goal.unit}` : ""}`);

/** Five reform plans with their tasks, and the indices with what is known of their values. */
export async function loadPlansAndIndices(tx: Db, units: LoadedUnits, now: Date): Promise<void> {
  for (const data of readData<PlanData[]>("plans")) {
    const record: PlanRecord = {
      type: data.doc_type,
      budget: data.budget?.text ?? null,
      goals: data.goals.map((goal) => ({ code: goal.id, text: goal.text, value: valueOf(goal), dueOn: goal.due_date })),
      assignments: data.assignments.map(({ units: who, clause, text }) => ({ units: who, clause, text })),
    };
    const [plan] = await tx
      .insert(plans)
      .values({
        slug: data.id,
        number: data.number,
        issuedOn: data.date,
        issuerUnitId: units.need(data.issuer),
        titleVi: data.title_vi,
        titleEn: data.title_en,
        year: data.year,
        record,
      })
      .returning();
    if (!plan) throw new Error(`Plan ${data.id} was not stored`);
    await tx.insert(planTasks).values(
      data.tasks.map((task, index) => ({
        planId: plan.id,
        code: task.id,
        ordinal: index + 1,
        section: task.section,
        sectionTitle: task.section_title,
        sectionTitleEn: task.section_title_en,
        task: task.task,
        forms: task.forms,
        output: task.output,
        timing: task.timing,
        deadline: task.deadline,
        leadUnitId: units.idOf(task.lead[0] ?? null),
        cooperating: task.cooperating,
        state: demoState(index),
        evidence: demoState(index) === "done" ? "Báo cáo kết quả thực hiện (dữ liệu mẫu)" : null,
      })),
    );
    const published = await publishPlan(tx, "portal", plan.id, now);
    if (!published.ok) throw new Error(`Plan ${data.id} cannot be published: ${published.code}`);
  }

  const values = readData<IndexValueData[]>("index-values");
  for (const data of readData<IndexData[]>("indices")) {
    const [index] = await tx
      .insert(indices)
      .values({
        code: data.code,
        slug: data.slug,
        nameVi: data.name_vi,
        nameEn: data.name_en,
        publisher: data.publisher,
        publisherEn: data.publisher_en,
        descriptionVi: data.description_vi,
        descriptionEn: data.description_en,
        scope: data.scope,
        scopeEn: data.scope_en,
      })
      .returning();
    if (!index) throw new Error(`Index ${data.code} was not stored`);
    const known = values.filter((value) => value.index === data.code);
    if (known.length > 0) {
      await tx.insert(indexValues).values(
        known.map((value) => ({
          indexId: index.id,
          scope: value.scope_vi,
          scopeEn: value.scope_en,
          year: value.year,
          value: value.value,
          unit: value.unit,
          rank: value.rank,
          of: value.of,
          target: value.target,
          breakBefore: Boolean(value.break_before),
          basis: value.basis,
          basisEn: value.basis_en,
          provisional: value.provisional,
        })),
      );
    }
    await publishIndex(tx, "portal", index.id, now);
  }
}

/** A plausible, fixed mix of progress for plans of past years. */
function demoState(index: number) {
  if (index % 11 === 7) return "late" as const;
  if (index % 7 === 5) return "in_progress" as const;
  return index % 17 === 13 ? ("not_done" as const) : ("done" as const);
}
