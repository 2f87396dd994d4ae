import type { LoaderFunctionArgs } from "@remix-run/node";
import { listRules } from "#app/domain/service-quality/index.server.ts";
import { mayOpenRoom } from "#app/domain/service-quality/may-score.ts";
import { ruleKinds } from "#app/domain/service-quality/vocabulary.ts";
import { asOfficial, forbidden, notFound } from "#app/platform/guards.server.ts";

/** A version of scoring rules as a JSON file that can be changed and handed in as the next one. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, official } = await asOfficial(args);
  if (!mayOpenRoom(official)) throw forbidden();
  for (const kind of ruleKinds) {
    const found = (await listRules(db, kind)).find(({ id }) => id === args.params.id);
    if (!found) continue;
    return new Response(`${JSON.stringify(found.rules, null, 2)}\n`, {
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        "Content-Disposition": `attachment; filename="${kind}-${found.version}.json"`,
        "Cache-Control": "private, no-store",
      },
    });
  }
  throw notFound();
}
