import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { findCaseByReceipt } from "#app/domain/feedback/index.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { qrModules } from "#app/platform/qr.server.ts";
import { promiseAnswer } from "../feedback/answer-promise.server.ts";
import { pageMeta } from "../page-meta.ts";
import { dropReceipt, readReceipt } from "./feedback/receipt-cookie.server.ts";
import { SentReceipt } from "./feedback/sent-receipt.tsx";

export { privateHeader as headers } from "../private-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { portal, db, to, today } = asAnyone(args);
  const receipt = await readReceipt(portal, args.request, "sent");
  const theCase = receipt && (await findCaseByReceipt(db, receipt.code, receipt.receiptKey, today));
  if (!receipt || !theCase) return { receipt: null };

  const promise = await promiseAnswer(db, theCase.kind, null, theCase.receivedOn);
  const address = `${portal.publicUrl}${to("/phan-anh/tra-cuu")}`;
  return {
    receipt: {
      code: receipt.code,
      receiptKey: receipt.receiptKey,
      kind: theCase.kind,
      subject: theCase.subject,
      receivedOn: theCase.receivedOn,
      checkedBy: promise?.checkedBy ?? null,
      passedOnBy: promise?.passedOnBy ?? null,
      answerBy: receipt.answerBy ?? null,
      published: theCase.publishWish || theCase.kind === "phan_anh_kien_nghi",
      address,
      qr: qrModules(`${address}?ma=${receipt.code}`),
    },
  };
}

/** Takes the receipt off this device. */
export async function action(args: ActionFunctionArgs) {
  const { portal, to } = asAnyone(args);
  return redirect(to("/phan-anh"), { headers: await dropReceipt(portal, "sent") });
}

export const meta: MetaFunction<typeof loader> = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("feedback:sent.title"), robots: "noindex" });

export default function CaseSent() {
  const { receipt } = useLoaderData<typeof loader>();
  const t = useText();
  const { to } = useLanguage();
  if (receipt) return <SentReceipt {...receipt} />;
  return (
    <>
      <PageHeader title={t("feedback:sent.goneTitle")} />
      <EmptyState
        title={t("feedback:track.title")}
        icon="lock"
        actions={<ButtonLink href={to("/phan-anh/tra-cuu")}>{t("feedback:track.open")}</ButtonLink>}
      >
        <p>{t("feedback:sent.gone")}</p>
      </EmptyState>
    </>
  );
}
