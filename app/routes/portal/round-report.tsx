import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PrintButton } from "#app/components/ui/media.tsx";
import { ButtonLink, ButtonRow } from "#app/components/ui/button.tsx";
import { SheetToolbar, PrintSheet } from "#app/components/layout/print-sheet.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { readReport } from "./report/read-report.server.ts";
import { ReportPaper } from "./report/report-paper.tsx";
import { roundDocument } from "./report/round-document.ts";

export { passCacheHeader as headers } from "../cache-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const visit = asAnyone(args);
  const { report, remarks, address, headers } = await readReport(visit, args.params.dot);
  return data({ slug: report.round.slug, document: roundDocument(visit, report, address, remarks) }, { headers });
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) =>
  page ? pageMeta(location, { title: `${page.document.kicker}: ${page.document.title}` }) : [];

export default function RoundReport() {
  const { slug, document } = useLoaderData<typeof loader>();
  const { to } = useLanguage();
  const t = useText();
  const here = to(`/hai-long/${slug}`);
  return (
    <>
      <SheetToolbar>
        <ButtonRow>
          <PrintButton text={t("reports:print")} />
          <ButtonLink look="secondary" icon="download" href={`${here}/tai/bao-cao.docx`}>
            {t("reports:docx")}
          </ButtonLink>
          <ButtonLink look="secondary" icon="download" href={`${here}/tai/so-lieu.xlsx`}>
            {t("reports:xlsx")}
          </ButtonLink>
          <ButtonLink look="quiet" href={here}>
            {t("reports:back")}
          </ButtonLink>
        </ButtonRow>
      </SheetToolbar>
      <PrintSheet size="a4">
        <ReportPaper document={document} pictures={here} />
      </PrintSheet>
    </>
  );
}
