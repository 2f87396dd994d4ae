import type { IncomingMessage, ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import sirv from "sirv";

/**
 * Serves the files of a folder as they were listed at the start; what is not among them is passed on to `next`. A listed file that is gone
 * meanwhile, as while another version is put in its place, ends that answer and nothing else.
 */
export function openStatics(folder: string, warn: (error: Error) => void) {
  const serve = sirv(folder, {
    etag: true,
    gzip: false,
    setHeaders(response: ServerResponse, pathname: string) {
      const forGood = pathname.startsWith("/assets/") || pathname.startsWith("/fonts/");
      response.setHeader("Cache-Control", forGood ? "public, max-age=31536000, immutable" : "public, max-age=3600");
    },
  });
  return (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    response.once("pipe", (file: Readable) => {
      file.once("error", (error) => {
        warn(error);
        response.destroy();
      });
    });
    serve(request, response, next);
  };
}
