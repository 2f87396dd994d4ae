import type { LoaderFunctionArgs } from "@remix-run/node";
import type { RoundReport } from "#app/domain/surveys/index.server.ts";
import { drawPng } from "#app/platform/documents/draw-png.server.ts";
import { madeOnce } from "#app/platform/documents/made-once.server.ts";
import type { ReportDocument } from "#app/platform/documents/report-document.ts";
import { reportDocx, type ReportPicture } from "#app/platform/documents/report-docx.server.ts";
import { reportWorkbook } from "#app/platform/documents/report-workbook.server.ts";
import { asAnyone, notFound } from "#app/platform/guards.server.ts";
import { chartKinds } from "./report/chart-kinds.ts";
import { drawChartInParts } from "./report/draw-chart.server.tsx";
import { readReport } from "./report/read-report.server.ts";
import { roundDocument } from "./report/round-document.ts";

const types = {
  "bao-cao.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "so-lieu.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** Everybody may ask for them, and making one takes a moment. */
const once = madeOnce<Uint8Array<ArrayBuffer>>(8);

const isFile = (name: string | undefined): name is keyof typeof types => name !== undefined && Object.hasOwn(types, name);

/** `bao-cao.docx` and `so-lieu.xlsx` of a round: the same tables as its report page. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const visit = asAnyone(args);
  const { file, dot } = args.params;
  if (!isFile(file)) throw notFound();

  const { report, remarks, address } = await readReport(visit, dot);
  const document = roundDocument(visit, report, address, remarks);
  const bytes = await once(JSON.stringify([file, document, report.groups]), () => makeFile(visit, file, report, document, address));
  return new Response(bytes, {
    headers: {
      "Content-Type": types[file],
      "Content-Disposition": `attachment; filename="${report.round.slug}-${visit.lang}.${file.slice(-4)}"`,
      "Content-Length": String(bytes.byteLength),
      "Cache-Control": "no-cache",
    },
  });
}

async function makeFile(
  visit: ReturnType<typeof asAnyone>,
  file: keyof typeof types,
  { round, groups, units }: RoundReport,
  document: ReportDocument,
  address: string,
): Promise<Uint8Array<ArrayBuffer>> {
  if (file === "so-lieu.xlsx") return reportWorkbook(document, visit.now);
  const pictures = new Map<string, ReportPicture[]>();
  for (const group of groups.filter(({ showing }) => showing === "detail")) {
    for (const kind of Object.values(chartKinds)) {
      if (kind === "units" && units.length === 0) continue;
      const drawn = drawChartInParts(visit, round, group, kind, address);
      pictures.set(
        `${kind}-${group.group}`,
        await Promise.all(drawn.map(async ({ svg, width, height }) => ({ png: await drawPng(svg), width, height }))),
      );
    }
  }
  return reportDocx(document, pictures);
}
