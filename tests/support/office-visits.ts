import type { RouteConfigEntry } from "@remix-run/route-config";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import type { Db } from "#db/schema/handle.ts";
import { openSession } from "#app/domain/people/open-session.server.ts";
import type { Role } from "#app/domain/people/vocabulary.ts";
import { keysFrom } from "#app/platform/keys.server.ts";
import { openLog } from "#app/platform/log.server.ts";
import type { Portal } from "#app/platform/portal.server.ts";
import { keepSession } from "#app/platform/session.server.ts";
import { readSettings } from "#app/platform/settings.server.ts";
import routes from "#app/routes.ts";
import { memoryFiles } from "./memory-files.ts";

const publicUrl = "https://langnghe.example";

/** A page or file of the office: its path in Vietnamese and its module below `app/`. */
export type OfficeRoute = { path: string; file: string };

/** Every address of the office that asks who comes, as the site map has it. */
export function listOfficeRoutes(): OfficeRoute[] {
  const all = (entries: readonly RouteConfigEntry[]): RouteConfigEntry[] => entries.flatMap((entry) => [entry, ...all(entry.children ?? [])]);
  return all(routes)
    .flatMap(({ path, file, id }) => (path?.startsWith("can-bo") && !id?.startsWith("en/") ? [{ path, file }] : []))
    .filter(({ file }) => file.startsWith("routes/office/"));
}

/** A portal on this database, as its routes get it. */
export function portalOn(db: Db, now: Date): Portal {
  const { kept, ...files } = memoryFiles();
  const read = async (key: string) => {
    const content = kept.get(key);
    return content && { stream: new Blob([new Uint8Array(content)]).stream(), bytes: content.length };
  };
  return {
    db,
    settings: readSettings({ NODE_ENV: "test" }),
    log: openLog("silent"),
    keys: keysFrom(Buffer.alloc(32, 7)),
    files: { ...files, read },
    now: () => now,
    publicUrl,
  };
}

/** The cookie of somebody with one role, on one unit or on the whole portal. */
export async function signedInAs(portal: Portal, role: Role, unit?: { id: string }): Promise<string> {
  const official = await makeOfficial(portal.db, { roles: [role], ...(unit ? { unit } : {}) });
  const token = await openSession(portal.db, { officialId: official.id, totpPassed: true }, portal.now());
  return (await keepSession(portal, token)).split(";")[0] ?? "";
}

/** How an address answers: its status, `in` where it sends people to sign in, or what it threw. */
export async function visit(
  portal: Portal,
  route: OfficeRoute,
  { path, params = {}, cookie = "", form }: { path: string; params?: Record<string, string>; cookie?: string; form?: Record<string, string> },
): Promise<number | string> {
  const module = (await import(`../../app/${route.file}`)) as Record<"loader" | "action", ((args: unknown) => Promise<unknown>) | undefined>;
  const entry = form ? module.action : module.loader;
  if (!entry) return "no action";
  const request = new Request(new URL(path, publicUrl), {
    method: form ? "POST" : "GET",
    headers: { Cookie: cookie, ...(form ? { "Content-Type": "application/x-www-form-urlencoded" } : {}) },
    ...(form ? { body: new URLSearchParams(form).toString() } : {}),
  });
  const context = { portal, nonce: "", requestId: "", client: "a client", loopback: false };
  try {
    return statusOf(await entry({ request, params, context }));
  } catch (thrown) {
    if (thrown instanceof Error) return thrown.stack ?? thrown.message;
    return statusOf(thrown);
  }
}

/** Routes answer a Response, data with its status, or plain data. */
function statusOf(answer: unknown): number | "sign in" {
  if (answer instanceof Response) {
    return answer.headers.get("Location")?.includes("/dang-nhap") ? "sign in" : answer.status;
  }
  if (typeof answer === "object" && answer !== null && "init" in answer && "data" in answer)
    return (answer.init as ResponseInit | null)?.status ?? 200;
  return 200;
}
