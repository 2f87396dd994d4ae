import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseCaseCode } from "#app/domain/codes.ts";
import { findCaseForOfficial, findPublication, listAnswerDocuments, listPublishedVersions, mayReadCase } from "#app/domain/feedback/index.server.ts";
import { mayIn } from "#app/domain/people/official.ts";
import { asOfficial, notFound } from "#app/platform/guards.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { readListQuery } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { explainPublicDeadline } from "../portal/feedback/explain-public-deadline.server.ts";
import { refusalSentence } from "../sentences.ts";
import { actOnPublication, doneWordOf, doneWords, readPublicationForm } from "./publication/act.server.ts";
import { PublicationPage } from "./publication/publication-page.tsx";
import { toDocumentLine } from "./publication/to-document-line.ts";

export { privateHeader as headers } from "../private-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, official, today, now, url, t } = await asOfficial(args, "cases.read");
  const theCase = await findCaseForOfficial(db, official, args.params.code ?? "", today);
  if (!theCase) throw notFound();
  const { xong, xem } = readListQuery(url, ["xong", "xem"]).filters;
  const chosen = { photos: url.searchParams.getAll("photo"), documents: url.searchParams.getAll("document") };
  const [publication, versions, documents] = await Promise.all([
    findPublication(db, theCase, now, xem === "chon" || xem === "lai" ? chosen : undefined),
    listPublishedVersions(db, theCase.code),
    listAnswerDocuments(db, theCase.id),
  ]);
  const unit = theCase.unitId ?? undefined;
  return {
    theCase,
    publication: publication ?? null,
    explanation: publication ? await explainPublicDeadline(db, publication.preview) : null,
    versions,
    documents: documents.map((one) => toDocumentLine(t, one)),
    mayPublish: mayIn(official, "cases.publish", unit),
    mayAttach: mayIn(official, "cases.handle", unit) || mayIn(official, "cases.publish", unit),
    done: doneWords.find((word) => word === xong) ?? null,
    preview: xem !== undefined && xem !== "lai",
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await asOfficial(args, "cases.read");
  const code = parseCaseCode(args.params.code ?? "");
  if (!code || !(await mayReadCase(visit.db, visit.official, code))) throw notFound();
  const form = await readPublicationForm(args.request);
  const did = await actOnPublication({ ...visit, code }, form);
  if (!did.ok) return data({ intent: form.intent, texts: form.texts, error: refusalSentence(visit.t, did) }, { status: 409 });
  return redirect(`${visit.to(`/can-bo/ho-so/${code}/cong-khai`)}?xong=${doneWordOf(form.intent)}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) => {
  const title = i18nFor(languageOf(location.pathname)).t("publication:title");
  return pageMeta(location, { title: page ? `${title} ${page.theCase.code}` : "404", robots: "noindex" });
};

export default function PublicCopy() {
  return <PublicationPage {...useLoaderData<typeof loader>()} tried={useActionData<typeof action>() ?? null} />;
}
