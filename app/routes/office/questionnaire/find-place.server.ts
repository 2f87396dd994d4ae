import { findVersion } from "#app/domain/surveys/index.server.ts";
import { notFound, type Visit } from "#app/platform/guards.server.ts";

/** The version or draft an address names. @throws 404 */
export async function findPlace({ db }: Pick<Visit, "db">, params: { code?: string | undefined; version?: string | undefined }) {
  const place = { code: params.code ?? "", version: /^\d{1,4}$/.test(params.version ?? "") ? Number(params.version) : 0 };
  const found = await findVersion(db, place);
  if (!found) throw notFound();
  return { ...found, place };
}
