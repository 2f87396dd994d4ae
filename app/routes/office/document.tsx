import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findAnswerDocument, lookThroughDocument } from "#app/domain/feedback/index.server.ts";
import { asOfficial, notFound } from "#app/platform/guards.server.ts";
import { readListQuery } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { readForm } from "../read-form.ts";
import { refusalSentence } from "../sentences.ts";
import { DocumentPage } from "./publication/document-page.tsx";
import { actOnDocument, readContent } from "./publication/document-act.server.ts";
import { problemWords } from "./publication/to-document-line.ts";

export { privateHeader as headers } from "../private-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, official, portal, t, url } = await asOfficial(args, "cases.publish");
  const found = await findAnswerDocument(db, official, args.params.id ?? "");
  if (!found) throw notFound();
  const { document, code } = found;
  const seen = document.problem ? undefined : await lookThroughDocument(db, document, await readContent(portal.files, document));
  return {
    code,
    id: document.id,
    title: document.title,
    revision: document.revision,
    boxes: document.boxes,
    pages: seen?.ok ? seen.value.pages : 0,
    findings: seen?.ok ? seen.value.findings.map(({ boxes, ...one }) => ({ ...one, located: boxes.length > 0 })) : [],
    undecided: seen?.ok ? seen.value.undecided : 0,
    redactedAt: document.redactedAt,
    stays: document.problem ? problemWords(t, document.problem) : seen && !seen.ok ? refusalSentence(t, seen) : null,
    done: (["marked", "made"] as const).find((word) => word === readListQuery(url, ["xong"]).filters.xong) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await asOfficial(args, "cases.publish");
  const found = await findAnswerDocument(visit.db, visit.official, args.params.id ?? "");
  if (!found) throw notFound();
  const form = await readForm(args.request);
  const did = await actOnDocument(visit, found.document, form);
  if (!did) throw data({ reason: "bad_request" }, { status: 400 });
  if (!did.ok) return data({ error: refusalSentence(visit.t, did) }, { status: 409 });
  return redirect(`${visit.to(`/can-bo/van-ban/${found.document.id}`)}?xong=${form.intent === "make" ? "made" : "marked"}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) => pageMeta(location, { title: page?.title ?? "404", robots: "noindex" });

export default function Document() {
  return <DocumentPage {...useLoaderData<typeof loader>()} error={useActionData<typeof action>()?.error ?? null} />;
}
