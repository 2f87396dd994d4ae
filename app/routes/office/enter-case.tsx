import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findCaseByReceipt } from "#app/domain/feedback/index.server.ts";
import { listUnitsInForce } from "#app/domain/units/index.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { asOfficial } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { sendKeyOf } from "../portal/feedback/case-steps.server.ts";
import { keepReceipt, readReceipt } from "../portal/feedback/receipt-cookie.server.ts";
import { EnterForm } from "./case/enter-form.tsx";
import { enterCase } from "./case/enter-case.server.ts";
import { EnteredReceipt } from "./case/entered-receipt.tsx";

export { privateHeader as headers } from "../private-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, portal, lang, today, url, official } = await asOfficial(args, "cases.enter");
  const receipt = url.searchParams.has("xong") ? await readReceipt(portal, args.request, "entered") : undefined;
  const entered = receipt && (await findCaseByReceipt(db, receipt.code, receipt.receiptKey, today));
  const units = await listUnitsInForce(db, today, { internal: true });
  return {
    receipt: receipt && entered ? { ...receipt, subject: entered.subject, mayRead: official.may.includes("cases.read") } : null,
    units: units.map((unit) => ({ value: unit.slug, label: inLanguage(lang, { vi: unit.nameVi, en: unit.nameEn }) })),
    sendKey: sendKeyOf({}),
    today,
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await asOfficial(args, "cases.enter");
  const entered = await enterCase(visit, args.request);
  if (!entered.ok) return data({ typed: entered.typed, errors: entered.errors, refusal: entered.refusal }, { status: entered.status });
  const headers = await keepReceipt(visit.portal, entered.receipt, "entered");
  return redirect(`${visit.to("/can-bo/ho-so/nhap")}?xong=1`, { headers });
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("casework:enter.title"), robots: "noindex" });

export default function EnterCase() {
  const { receipt, ...form } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (receipt && !answer) return <EnteredReceipt {...receipt} />;
  return <EnterForm {...form} answer={answer ?? null} />;
}
