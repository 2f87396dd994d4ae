import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { ButtonLink, ButtonRow } from "#app/components/ui/button.tsx";
import { Receipt } from "#app/components/ui/receipt.tsx";
import { findPublic } from "#app/domain/publishing/index.server.ts";
import { formatDay } from "#app/i18n/format.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone, notFound } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { readThanks } from "./survey/receipt-cookie.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, portal } = asAnyone(args);
  const round = await findPublic(db, "round", args.params.slug ?? "");
  if (!round) throw notFound();
  const thanks = await readThanks(portal, args.request);
  return data(
    {
      slug: round.slug,
      open: round.content.state === "open",
      closesOn: round.content.closesOn,
      receipt: thanks?.receipt ?? null,
      low: thanks?.low ?? null,
    },
    { headers: { "Cache-Control": "no-store" } },
  );
}

export const meta: MetaFunction<typeof loader> = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("surveys:thanks.title"), robots: "noindex" });

export default function RoundThanks() {
  const { slug, open, closesOn, receipt, low } = useLoaderData<typeof loader>();
  const { lang, to } = useLanguage();
  const t = useText();
  return (
    <div data-draft-clear={`khao-sat-${slug}`}>
      <PageHeader title={t("surveys:thanks.title")} />
      {receipt ? (
        <Receipt label={t("surveys:thanks.receipt")} code={receipt} note={t("surveys:thanks.receiptNote")} />
      ) : (
        <p className="muted">{t("surveys:thanks.gone")}</p>
      )}
      <Section id="tiep-theo" title={t("surveys:thanks.next")}>
        <ul>
          <li>{t("surveys:thanks.live")}</li>
          {open ? <li>{t("surveys:thanks.later", { day: formatDay(lang, closesOn) })}</li> : null}
        </ul>
        <ButtonRow>
          <ButtonLink href={to(`/hai-long/${slug}`)}>{t("surveys:thanks.results")}</ButtonLink>
        </ButtonRow>
      </Section>
      {low ? (
        <Section id="chua-hai-long" title={t("surveys:thanks.low")}>
          <p>{t("surveys:thanks.lowDetail")}</p>
          <ul>
            {low.unit ? (
              <li>
                <a href={to(`/phan-anh/gui?don-vi=${encodeURIComponent(low.unit)}`)}>{t("surveys:thanks.lowUnit")}</a>
              </li>
            ) : null}
            {low.procedure ? (
              <li>
                <a href={to(`/phan-anh/gui?thu-tuc=${encodeURIComponent(low.procedure)}`)}>{t("surveys:thanks.lowProcedure")}</a>
              </li>
            ) : null}
            {low.unit || low.procedure ? null : (
              <li>
                <a href={to("/phan-anh/gui")}>{t("surveys:sendFeedback")}</a>
              </li>
            )}
          </ul>
        </Section>
      ) : null}
    </div>
  );
}
