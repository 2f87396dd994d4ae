import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { asOfficial, notFound } from "#app/platform/guards.server.ts";
import { parseCaseCode } from "#app/domain/codes.ts";
import { mayReadCase } from "#app/domain/feedback/index.server.ts";
import { readListQuery } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { actNamed } from "./case/act-named.ts";
import { answerAct } from "./case/answer-act.server.ts";
import { CasePage } from "./case/case-page.tsx";
import { doAct } from "./case/do-act.server.ts";
import { readActForm } from "./case/read-act-form.server.ts";
import { readCase } from "./case/read-case.server.ts";
import { isOffline } from "./keep-offline.ts";

export { privateHeader as headers } from "../private-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const visit = await asOfficial(args, "cases.read");
  const done = actNamed(readListQuery(visit.url, ["xong"]).filters.xong) ?? null;
  const view = await readCase(visit, args.params.code ?? "");
  // Sent back, passed on: what one has just done may take the case out of one's sight.
  if (!view && done) throw redirect(`${visit.to("/can-bo/ho-so")}?xong=${done}`);
  if (!view) throw notFound();
  return { ...view, done };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await asOfficial(args, "cases.read");
  const code = parseCaseCode(args.params.code ?? "");
  if (!code || !(await mayReadCase(visit.db, visit.official, code))) throw notFound();
  const form = await readActForm(args.request);
  const act = actNamed(form.texts.intent);
  if (!act) throw data({ reason: "bad_request" }, { status: 400 });

  const did = await doAct(act, { ...visit, code, form });
  // Saved by itself while it was written: the page stays as it is.
  const byItself = act === "save_draft" && form.texts.autosave === "on" && "ok" in did && did.ok;
  const autosaved = byItself ? { revision: (did.value as { revision: number }).revision, at: visit.now } : null;
  const answer = { ...answerAct(visit, act, form, did), autosaved };
  if (answer.tried) return data(answer, { status: answer.tried.status });
  if (answer.identity || autosaved) return data(answer);
  return redirect(`${visit.to(`/can-bo/ho-so/${code}`)}?xong=${act}`);
}

export { keepOffline as clientAction, revalidateOnline as shouldRevalidate } from "./keep-offline.ts";

export const meta: MetaFunction<typeof loader> = ({ data: view, location }) =>
  pageMeta(location, { title: view ? `${view.theCase.code} ${view.theCase.subject}` : "404", robots: "noindex" });

export default function Case() {
  const answer = useActionData<typeof action>();
  const offline = isOffline(answer);
  const told = offline ? undefined : answer;
  return <CasePage {...useLoaderData<typeof loader>()} offline={offline} tried={told?.tried ?? null} revealed={told?.identity ?? null} />;
}
