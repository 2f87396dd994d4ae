import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Section } from "#app/components/layout/section.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { readForm } from "../read-form.ts";
import { AnswerNotices } from "./frame/answer-notices.tsx";
import { BatchHead } from "./paper/batch-head.tsx";
import { CommitBatch } from "./paper/commit-batch.tsx";
import { decideCells, putIn } from "./paper/decide.server.ts";
import { DifferenceForm } from "./paper/difference-form.tsx";
import { readComparison } from "./paper/read-comparison.server.ts";
import { batchOf } from "./paper/read-grid.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const visit = await asOfficial(args, "slips.issue");
  return readComparison(visit, await batchOf(visit, args.params));
}

/** Cells are decided (`chon`), or the whole pile goes into the round (`dua-vao`). */
export async function action(args: ActionFunctionArgs) {
  const visit = await asOfficial(args, "slips.issue");
  const found = await batchOf(visit, args.params);
  const typed = await readForm(args.request);
  if (typed.viec === "chon") {
    const decided = await decideCells(visit, found, typed);
    return data(decided, { status: decided.refused === null ? 200 : 409 });
  }
  if (typed.viec !== "dua-vao") throw data({ reason: "bad_request" }, { status: 400 });
  const put = await putIn(visit, found);
  return put.refused === null ? redirect(`?xong=${put.stored}`) : data(put, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) =>
  page ? pageMeta(location, { title: page.title, robots: "noindex" }) : [];

export default function PaperCompare() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { lang } = useLanguage();
  const t = useText();
  const { facts, comparison, committed } = page;
  const number = (value: number) => formatNumber(lang, value);
  const rate = (differing: number, compared: number) =>
    t("paper:compare.rate", {
      differing: number(differing),
      compared: number(compared),
      rate: formatPercent(lang, compared === 0 ? 0 : (100 * differing) / compared, 1),
    });
  return (
    <>
      <BatchHead {...page} current="compare" />
      <AnswerNotices answer={answer} />
      {committed === null ? null : (
        <Notice tone="ok" live>
          {t("paper:compare.committed", { count: committed })}
        </Notice>
      )}
      {answer?.wrong && answer.wrong.length > 0 ? (
        <Notice tone="bad" title={t("paper:compare.wrong")}>
          <ul>
            {answer.wrong.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {comparison === null ? (
        <>
          {facts.comparedCells ? <p>{rate(facts.differingCells ?? 0, facts.comparedCells)}</p> : null}
          {committed === null ? <p className="muted">{t("paper:grid.over")}</p> : null}
        </>
      ) : (
        <>
          <Section id="so-sanh" title={t("paper:compare.title")}>
            <p>{t("paper:compare.typed", { typed: number(facts.typed), sheets: number(facts.sheets), name: facts.operator })}</p>
            {facts.secondOperator ? (
              <p>{t("paper:compare.typedTwice", { typed: number(facts.typedTwice), name: facts.secondOperator })}</p>
            ) : (
              <p className="muted">{t("paper:compare.onlyOnce")}</p>
            )}
            {comparison.compared > 0 ? (
              <p>{comparison.differences.length > 0 ? rate(comparison.differences.length, comparison.compared) : t("paper:compare.same")}</p>
            ) : null}
            {comparison.differences.length > 0 ? <DifferenceForm differences={comparison.differences} /> : null}
          </Section>
          <CommitBatch sheets={facts.typed} takesCodes={page.takesCodes} may={page.mayCommit} />
        </>
      )}
    </>
  );
}
