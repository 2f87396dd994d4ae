import { Transform } from "node:stream";
import { createReadableStreamFromReadable, type EntryContext, type HandleErrorFunction } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import type { AppLoadContext } from "@remix-run/server-runtime";
import { withoutSecrets } from "./platform/path-for-log.ts";
import { renderToPipeableStream } from "react-dom/server";
import { RequestMarks } from "./root.tsx";

/** Whole documents only: they are measured, kept and compressed before they leave. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce, requestId, portal }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let failed = false;
    let shellStands = false;
    const { pipe } = renderToPipeableStream(
      <RequestMarks.Provider value={{ nonce, requestId }}>
        <RemixServer context={remix} url={request.url} nonce={nonce} />
      </RequestMarks.Provider>,
      {
        nonce,
        onShellReady() {
          shellStands = true;
        },
        onAllReady() {
          const body = withoutNul();
          headers.set("Content-Type", "text/html; charset=utf-8");
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }));
          pipe(body);
        },
        onShellError: reject,
        onError(error) {
          failed = true;
          // Before the shell stands, the error goes on to handleError below; after it, nobody else would hear of it.
          if (shellStands)
            portal.log.error({ err: error, requestId, path: withoutSecrets(new URL(request.url).pathname) }, "a part of a page failed");
        },
      },
    );
  });
}

/**
 * React 18 writes into blocks of 2,048 bytes. Where a letter of several bytes does not fit at the end of one, it leaves
 * that end as NUL and begins anew: Vietnamese pages then hold a NUL in the middle of a word. No page has one of its own.
 */
function withoutNul(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}

/** A bug or an outage: logged with the reference that the error page shows. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return;
  // A wrong address or method is the asker's mistake, already answered with 4xx.
  if (isRouteErrorResponse(error) && error.status < 500) return;
  context.portal.log.error({ err: error, requestId: context.requestId, path: withoutSecrets(new URL(request.url).pathname) }, "a page failed");
};
