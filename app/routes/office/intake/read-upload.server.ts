import { readFormData } from "../../read-form.ts";

/** The source that was typed and the file that was chosen, if any. @throws a 400 answer when the body is no form */
export async function readUpload(request: Request): Promise<{ source: string; content: Buffer | undefined }> {
  const form = await readFormData(request);
  const source = form.get("source");
  const file = form.get("file");
  return {
    source: typeof source === "string" ? source.replaceAll("\0", "").slice(0, 500) : "",
    content: file instanceof File && file.size > 0 ? Buffer.from(await file.arrayBuffer()) : undefined,
  };
}
