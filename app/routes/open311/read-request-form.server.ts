import type { Open311Call, ProblemCode } from "./open311-call.server.ts";

export type RequestForm = {
  /** Of a name given twice, in the body or in the address, the first of the body counts; empty is as good as none. */
  text: (name: string) => string;
  attribute: (code: string) => string;
  photos: File[];
  /** Everything that was sent, in a fixed order and without the key: two of these are equal when the same was sent twice. */
  fingerprint: string;
};

const forms = ["application/x-www-form-urlencoded", "multipart/form-data"];

/** The body of a POST, as a form or with files; NULs, which no database takes, are dropped. */
export async function readRequestForm({ request, url }: Open311Call): Promise<RequestForm | { problem: ProblemCode }> {
  const type = (request.headers.get("Content-Type") ?? "").toLowerCase().split(";")[0]?.trim() ?? "";
  if (!forms.includes(type)) return { problem: "not_a_form" };
  const body = await request.formData().catch(() => undefined);
  if (!body) return { problem: "bad_form" };

  const texts = new Map<string, string>();
  const photos: File[] = [];
  for (const [name, value] of [...body, ...url.searchParams]) {
    if (typeof value !== "string") {
      if (value.size > 0) photos.push(value);
      continue;
    }
    const text = Buffer.from(value.replaceAll("\0", ""), "utf8").toString("utf8").trim();
    if (text && !texts.has(name)) texts.set(name, text);
  }

  const text = (name: string) => texts.get(name) ?? "";
  const sent = [...texts].filter(([name]) => name !== "api_key").sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    text,
    attribute: (code) => text(`attribute[${code}]`) || text(`attribute[${code}][]`),
    photos,
    fingerprint: JSON.stringify([sent, photos.map(({ name, size }) => [name, size])]),
  };
}
