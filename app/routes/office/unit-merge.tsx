import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { listLeftBehind } from "#app/domain/feedback/index.server.ts";
import { mayIn } from "#app/domain/people/official.ts";
import { listUnitsInForce } from "#app/domain/units/index.server.ts";
import { formatDay } from "#app/i18n/format.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial, forbidden } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { readFormData } from "../read-form.ts";
import { doEnding, doMoves } from "./merge/do-merge.server.ts";
import { EndForm } from "./merge/end-form.tsx";
import { type LeftView, MoveForm } from "./merge/move-form.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { db, official, lang, t, today } = await asOfficial(args);
  const [ends, moves] = [mayIn(official, "units.manage"), mayIn(official, "cases.transfer")];
  if (!ends && !moves) throw forbidden();
  const name = (unit: { nameVi: string; nameEn: string }) => inLanguage(lang, { vi: unit.nameVi, en: unit.nameEn });
  const units = ends ? await listUnitsInForce(db, today, { internal: true }) : [];
  const left = moves ? await listLeftBehind(db, official, today) : [];
  return {
    ends,
    moves,
    units: units.filter(({ id }) => mayIn(official, "units.manage", id)).map((unit) => ({ value: unit.id, label: name(unit) })),
    left: left.map(({ unitId, unit, successors, cases }): LeftView => ({
      unitId,
      name: unit ? name(unit) : "",
      successors: successors.map((one) => ({ value: one.id, label: name(one) })),
      cases: cases.map(({ code, subject, state, nextDueOn, revision }) => ({
        code,
        subject,
        state: t(`words:caseState.${state}`),
        due: nextDueOn ? formatDay(lang, nextDueOn) : "",
        revision,
      })),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await asOfficial(args);
  const [ends, moves] = [mayIn(visit.official, "units.manage"), mayIn(visit.official, "cases.transfer")];
  if (!ends && !moves) throw forbidden();
  const form = await readFormData(args.request);
  const intent = form.get("intent");
  const [ending, moving] = [intent === "preview" || intent === "end", intent === "preview_moves" || intent === "move"];
  if (!ending && !moving) throw data({ reason: "bad_request" }, { status: 400 });
  if (ending ? !ends : !moves) throw forbidden();
  const answer = await (ending ? doEnding : doMoves)(visit, form);
  return data(answer, { status: answer.status });
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("merge:title"), robots: "noindex" });

export default function UnitMerge() {
  const { ends, moves, units, left } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText();
  return (
    <>
      <PageHeader title={t("merge:title")} lead={<p>{t("merge:lead")}</p>} />
      {answer?.notice ? (
        <Notice tone={answer.refused.length > 0 ? "warn" : "ok"} live>
          <p>{answer.notice}</p>
          {answer.refused.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      ) : null}
      {moves ? (
        <Section id="ho-so" title={t("merge:move.title")}>
          {answer?.error?.part === "move" ? (
            <Notice tone="bad" live>
              {answer.error.text}
            </Notice>
          ) : null}
          {left.length === 0 ? <p className="muted">{t("merge:move.none")}</p> : null}
          <div className="stack stack-loose">
            {left.map((one) => (
              <div key={one.unitId} className="stack">
                <h3>{t("merge:move.unit", { unit: one.name, n: String(one.cases.length) })}</h3>
                <MoveForm left={one} answer={answer} />
              </div>
            ))}
          </div>
        </Section>
      ) : null}
      {ends ? (
        <Section id="cham-dut" title={t("merge:end.title")}>
          <EndForm units={units} answer={answer} />
        </Section>
      ) : null}
    </>
  );
}
