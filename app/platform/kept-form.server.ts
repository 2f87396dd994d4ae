import { findSessionOwner, keepForm } from "#app/domain/people/index.server.ts";
import type { Portal } from "./portal.server.ts";

/** Never kept, not even sealed. */
const isSecret = (name: string) => /password|^current$/i.test(name);

/**
 * Keeps a form that came with a session that had ended, so that nothing an official typed is lost; only the person whose
 * session it was gets it back. Nobody else can have anything kept: without a known token this does nothing.
 * @returns where the form waits, as a path without language; undefined when there is nothing to give back
 */
export async function keepPosted(portal: Portal, request: Request, token: string | undefined): Promise<string | undefined> {
  const { db, keys } = portal;
  const owner = token ? await findSessionOwner(db, token) : undefined;
  if (!owner) return undefined;
  const posted = await request.formData().catch(() => undefined);
  if (!posted) return undefined;

  const fields: [string, string][] = [];
  let incomplete = false;
  for (const [name, value] of posted) {
    if (typeof value === "string" && !isSecret(name)) fields.push([name, value.replaceAll("\0", "")]);
    else if (typeof value === "string" || value.size > 0) incomplete = true;
  }
  const url = new URL(request.url);
  url.searchParams.delete("_routes");
  const path = url.pathname.replace(/\.data$/, "") + url.search;
  const id = await keepForm(db, keys, owner, { path, fields, incomplete }, portal.now());
  return id && `/can-bo/giu-lai/${id}`;
}
