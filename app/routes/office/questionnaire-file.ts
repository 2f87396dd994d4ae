import type { LoaderFunctionArgs } from "@remix-run/node";
import { asOfficial } from "#app/platform/guards.server.ts";
import { findPlace } from "./questionnaire/find-place.server.ts";

/** A version or a draft as a JSON file that can be imported again (docs/questionnaire-format.md). */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await asOfficial(args, "surveys.manage");
  const { content, place } = await findPlace(visit, args.params);
  return new Response(`${JSON.stringify(content, null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${place.code}-${place.version}.json"`,
      "Cache-Control": "private, no-store",
    },
  });
}
