import { Table } from "#app/components/ui/table.tsx";
import { useText } from "#app/i18n/use-text.ts";
import type { readPlan } from "./read-plan.server.ts";

type Plan = NonNullable<Awaited<ReturnType<typeof readPlan>>["plan"]>;

/** The plan by stratum, with its sum. */
export function PlanTable({ plan }: { plan: Plan }) {
  const t = useText();
  const sum = { name: t("samples:plan.sum"), population: plan.population, answers: plan.answers, invited: plan.invited, all: false };
  return (
    <Table
      id="ke-hoach-theo-tang"
      caption={t("samples:plan.caption")}
      hideCaption
      stacks
      rows={plan.strata.length > 1 ? [...plan.strata, sum] : plan.strata}
      columns={[
        { header: t("samples:plan.stratum"), names: true, cell: ({ name }) => name },
        { header: t("samples:plan.inList"), align: "end", cell: ({ population }) => population },
        { header: t("samples:plan.wanted"), align: "end", cell: ({ answers }) => answers },
        { header: t("samples:plan.invited"), align: "end", cell: ({ invited, all }) => (all ? `${invited} (${t("samples:plan.all")})` : invited) },
      ]}
    />
  );
}
