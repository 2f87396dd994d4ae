import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable, type EntryContext, type HandleErrorFunction } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import type { AppLoadContext } from "@remix-run/server-runtime";
import { renderToPipeableStream } from "react-dom/server";
import { RequestMarks } from "./root.tsx";

/** Whole documents only: they are measured, kept and compressed before they leave. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce, requestId }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let failed = false;
    const { pipe } = renderToPipeableStream(
      <RequestMarks.Provider value={{ nonce, requestId }}>
        <RemixServer context={remix} url={request.url} nonce={nonce} />
      </RequestMarks.Provider>,
      {
        nonce,
        onAllReady() {
          const body = new PassThrough();
          headers.set("Content-Type", "text/html; charset=utf-8");
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }));
          pipe(body);
        },
        onShellError: reject,
        onError() {
          failed = true;
        },
      },
    );
  });
}

/** A bug or an outage: logged with the reference that the error page shows. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return;
  // A wrong address or method is the asker's mistake, already answered with 4xx.
  if (isRouteErrorResponse(error) && error.status < 500) return;
  context.portal.log.error({ err: error, requestId: context.requestId, path: new URL(request.url).pathname }, "a page failed");
};
