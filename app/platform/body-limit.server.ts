/** Five photos of 10 MB would be 50; a form with photos, or a mail with its attachments, may weigh this much, in bytes. */
const mostWithFiles = 60 * 1024 * 1024;

/** Texts alone: the longest form of the office stays far below, however its letters are written in the body. */
const mostOfTexts = 4 * 1024 * 1024;

export type LimitedBody = {
  /** The request to work with: its body breaks off where it grows too large. */
  request: Request;
  /** True from the start when the request says so itself, else as soon as more came than may. */
  tooLarge: () => boolean;
};

/** Holds a body to what forms may weigh, also when it is sent in chunks and nobody says beforehand how long it will be. */
export function limitBody(request: Request): LimitedBody {
  const mayHoldFiles = /^(multipart\/form-data|message\/rfc822)\b/i.test(request.headers.get("Content-Type") ?? "");
  const most = mayHoldFiles ? mostWithFiles : mostOfTexts;
  const said = request.headers.get("Content-Length");
  if (said !== null || !request.body) return { request, tooLarge: () => Number(said ?? 0) > most };

  let bytes = 0;
  const counted = request.body.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        if (bytes > most) controller.error(new Error("The body is too large"));
        else controller.enqueue(chunk);
      },
    }),
  );
  return { request: new Request(request, { method: request.method, body: counted, duplex: "half" }), tooLarge: () => bytes > most };
}
