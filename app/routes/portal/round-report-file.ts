import type { LoaderFunctionArgs } from "@remix-run/node";
import { drawPng } from "#app/platform/documents/draw-png.server.ts";
import { reportDocx, type ReportPicture } from "#app/platform/documents/report-docx.server.ts";
import { reportWorkbook } from "#app/platform/documents/report-workbook.server.ts";
import { asAnyone, notFound } from "#app/platform/guards.server.ts";
import { chartKinds } from "./report/chart-kinds.ts";
import { drawChart } from "./report/draw-chart.server.tsx";
import { readReport } from "./report/read-report.server.ts";
import { roundDocument } from "./report/round-document.ts";

const types = {
  "bao-cao.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "so-lieu.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

const isFile = (name: string | undefined): name is keyof typeof types => name !== undefined && Object.hasOwn(types, name);

/** `bao-cao.docx` and `so-lieu.xlsx` of a round: the same tables as its report page. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const visit = asAnyone(args);
  const { file, dot } = args.params;
  if (!isFile(file)) throw notFound();

  const { lang, now } = visit;
  const { report, address } = await readReport(visit, dot);
  const { round, groups } = report;
  const document = roundDocument(visit, report, address);
  const pictures = new Map<string, ReportPicture>();
  if (file === "bao-cao.docx") {
    for (const group of groups.filter(({ showing }) => showing === "detail")) {
      for (const kind of Object.values(chartKinds)) {
        if (kind === "units" && report.units.length === 0) continue;
        const { svg, width, height } = drawChart(visit, round, group, kind, address);
        pictures.set(`${kind}-${group.group}`, { png: await drawPng(svg), width, height });
      }
    }
  }
  const bytes = file === "bao-cao.docx" ? await reportDocx(document, pictures) : await reportWorkbook(document, now);
  return new Response(bytes, {
    headers: {
      "Content-Type": types[file],
      "Content-Disposition": `attachment; filename="${round.slug}-${lang}.${file.slice(-4)}"`,
      "Content-Length": String(bytes.byteLength),
      "Cache-Control": "no-cache",
    },
  });
}
