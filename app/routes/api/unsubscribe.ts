import { data, type ActionFunctionArgs, redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { unsubscribe } from "#app/domain/messages/index.server.ts";
import { asAnyone } from "#app/platform/guards.server.ts";

/** A person who opens the address of the one-press button gets the page with the same choice. */
export async function loader(args: LoaderFunctionArgs) {
  asAnyone(args);
  return redirect(`/thu/${encodeURIComponent(args.params.token ?? "")}`);
}

/**
 * One press in a mail program (RFC 8058): a POST from the program's own server, without cookies or Origin. Answered the
 * same for any token, so that nothing is learned by trying.
 */
export async function action(args: ActionFunctionArgs) {
  const { portal, db, now } = asAnyone(args);
  await unsubscribe(db, portal.keys, args.params.token ?? "", now);
  return data(null, { headers: { "Cache-Control": "no-store" } });
}
