import type { LoaderFunctionArgs } from "@remix-run/node";
import { roundFigures } from "#app/domain/surveys/index.server.ts";
import { isFrozen } from "#app/domain/surveys/rules.ts";
import { drawPng } from "#app/platform/documents/draw-png.server.ts";
import { asAnyone, notFound } from "#app/platform/guards.server.ts";
import { chartKinds, isChartSlug } from "./report/chart-kinds.ts";
import { chosenGroup } from "./report/chart-view.ts";
import { findSeenRound } from "./report/read-report.server.ts";
import { drawChart } from "./report/draw-chart.server.tsx";

/** `yeu-to.svg`, `tieu-chi.png` …: a chart of a round's page as a picture; `?nhom=` chooses who answered. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const visit = asAnyone(args);
  const [, slug, format] = /^([a-z-]+)\.(svg|png)$/.exec(args.params.file ?? "") ?? [];
  if (!isChartSlug(slug)) throw notFound();

  const round = await findSeenRound(visit, args.params.dot);
  const group = chosenGroup((await roundFigures(visit.db, round)).groups, visit.url.searchParams.get("nhom"));
  if (!group) throw notFound();

  const { svg } = drawChart(visit, round, group, chartKinds[slug], `${visit.portal.publicUrl}${visit.to(`/hai-long/${round.slug}`)}`);
  const name = `${round.slug}-${slug}.${format}`;
  const headers: Record<string, string> = {
    "Content-Disposition": `inline; filename="${name}"`,
    // Pictures may be shown on any site; the numbers in them are public.
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cache-Control": isFrozen(round.state) ? "public, max-age=3600" : "no-cache",
  };
  if (format === "svg") {
    // Opened by itself it is a document: it may use its own styles and nothing else.
    const policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
    return new Response(svg, { headers: { ...headers, "Content-Type": "image/svg+xml; charset=utf-8", "Content-Security-Policy": policy } });
  }
  const png = await drawPng(svg);
  return new Response(png as Uint8Array<ArrayBuffer>, { headers: { ...headers, "Content-Type": "image/png" } });
}
