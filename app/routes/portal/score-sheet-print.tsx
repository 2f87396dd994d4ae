import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PrintSheet, SheetToolbar } from "#app/components/layout/print-sheet.tsx";
import { ButtonLink, ButtonRow } from "#app/components/ui/button.tsx";
import { PrintButton } from "#app/components/ui/media.tsx";
import { findPublic } from "#app/domain/publishing/index.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone, notFound } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { quarterWords } from "./service/period-words.ts";
import { rankWord } from "./service/rank-word.ts";
import { ScoreTable } from "./service/score-table.tsx";

export { passCacheHeader as headers } from "../cache-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db } = asAnyone(args);
  const copy = await findPublic(db, "score_sheet", args.params.slug ?? "");
  if (!copy) throw notFound();
  return data({ slug: copy.slug, sheet: copy.content }, { headers: { "Portal-Cache": "public" } });
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) => {
  const { t } = i18nFor(languageOf(location.pathname));
  return page ? pageMeta(location, { title: `${t("service:sheets.print")}: ${page.slug}`, robots: "noindex" }) : [];
};

export default function ScoreSheetPrint() {
  const { slug, sheet } = useLoaderData<typeof loader>();
  const { lang, to } = useLanguage();
  const t = useText();
  const signature = (title: string) => (
    <p>
      <strong>{title}</strong>
      <br />
      {t("service:sheets.signNote")}
    </p>
  );
  return (
    <>
      <SheetToolbar>
        <ButtonRow>
          <PrintButton text={t("service:sheets.printNow")} />
          <ButtonLink look="quiet" href={to(`/chat-luong-phuc-vu/mot-cua/${slug}`)}>
            {t("service:sheets.toPage")}
          </ButtonLink>
        </ButtonRow>
      </SheetToolbar>
      <PrintSheet
        size="a4"
        head={
          <>
            <p>{sheet.authority ? inLanguage(lang, sheet.authority.name) : inLanguage(lang, sheet.unit.name)}</p>
            <p>{quarterWords(t, sheet.quarter)}</p>
          </>
        }
        foot={<p>{t("service:sheets.rulesVersion", { version: String(sheet.rules.version) })}</p>}
      >
        <h1>{inLanguage(lang, sheet.rules.title)}</h1>
        <p>{inLanguage(lang, sheet.unit.name)}</p>
        <p>
          <strong>
            {t("service:sheets.total")}: {t("service:sheets.score", { points: String(sheet.points), most: String(sheet.most) })}.{" "}
            {t("service:sheets.rank")}: {rankWord(t, sheet.rank)}.
          </strong>
        </p>
        {sheet.missing.length > 0 ? <p>{t("service:sheets.missing", { codes: sheet.missing.join(", ") })}</p> : null}
        <ScoreTable sheet={sheet} />
        <p className="small">{inLanguage(lang, sheet.rules.basis)}</p>
        <div className="sheet-signatures">
          {signature(t("service:sheets.signSelf"))}
          {signature(t("service:sheets.signAppraise"))}
        </div>
      </PrintSheet>
    </>
  );
}
