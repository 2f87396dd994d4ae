import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Notice } from "#app/components/ui/notice.tsx";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { readForm } from "../read-form.ts";
import { AnswerNotices } from "./frame/answer-notices.tsx";
import { BatchHead } from "./paper/batch-head.tsx";
import { DiscardBatch } from "./paper/discard-batch.tsx";
import { keepRows, throwAway } from "./paper/keep-rows.server.ts";
import { PaperGrid } from "./paper/paper-grid.tsx";
import { PaperKeys } from "./paper/paper-keys.tsx";
import { batchOf, readGrid } from "./paper/read-grid.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const visit = await asOfficial(args, "slips.issue");
  const found = await batchOf(visit, args.params);
  return readGrid(visit, found);
}

/** Rows are saved as typed (`luu`), the next page is opened (`luu-tiep`), or the pile is thrown away (`bo`). */
export async function action(args: ActionFunctionArgs) {
  const visit = await asOfficial(args, "slips.issue");
  const found = await batchOf(visit, args.params);
  const typed = await readForm(args.request);
  const here = visit.to(`/can-bo/khao-sat/${found.round.slug}/nhap-phieu`);
  if (typed.viec === "bo") {
    const gone = await throwAway(visit, found.batch.id);
    return gone.refused === null ? redirect(`${here}?da-bo`) : data(gone, { status: 409 });
  }
  if (typed.viec !== "luu" && typed.viec !== "luu-tiep") throw data({ reason: "bad_request" }, { status: 400 });
  const kept = await keepRows(visit, found, typed);
  if (kept.refused !== null) return data(kept, { status: 409 });
  if (typed.viec === "luu-tiep") {
    return redirect(`${here}/${found.batch.id}?${new URLSearchParams({ lan: typed.lan ?? "1", trang: String(Number(typed.trang) + 1) })}`);
  }
  return data(kept);
}

export { keepOffline as clientAction, revalidateOnline as shouldRevalidate } from "./keep-offline.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) =>
  page ? pageMeta(location, { title: page.title, robots: "noindex" }) : [];

export default function PaperBatch() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText();
  const { facts, grid } = page;
  return (
    <>
      <BatchHead {...page} current={page.keying === 1 ? "first" : "second"} />
      <AnswerNotices answer={answer} />
      {page.why ? (
        <Notice tone="info">{t(`paper:grid.${page.why}`, { name: (page.why === "notYours" ? facts.operator : facts.secondOperator) ?? "" })}</Notice>
      ) : null}
      {grid ? (
        <>
          <div className="stack stack-tight">
            <p className="measure">{t("paper:grid.help")}</p>
            {grid.takesCodes ? <p className="measure">{t("paper:grid.codeHelp")}</p> : null}
          </div>
          <PaperKeys columns={grid.columns} />
          <PaperGrid key={`${page.keying} ${grid.page}`} {...grid} keying={page.keying} />
        </>
      ) : null}
      {page.mayDiscard ? <DiscardBatch /> : null}
    </>
  );
}
