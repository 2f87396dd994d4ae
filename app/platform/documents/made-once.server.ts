import { createHash } from "node:crypto";

/**
 * Makes files of which there can be no two different ones: the same words and figures give the same file. Whoever asks
 * while it is being made waits for it, and the last ones are kept, so that asking often does not cost the machine much.
 * @param most how many are kept; the one asked for longest ago goes first
 */
export function madeOnce<File>(most: number) {
  const made = new Map<string, Promise<File>>();
  return (from: string, make: () => Promise<File>): Promise<File> => {
    const key = createHash("sha256").update(from).digest("base64url");
    const file = made.get(key) ?? make();
    made.delete(key);
    made.set(key, file);
    const [oldest] = made.keys();
    if (made.size > most && oldest !== undefined) made.delete(oldest);
    // What failed is tried anew by the next who asks.
    file.catch(() => {
      if (made.get(key) === file) made.delete(key);
    });
    return file;
  };
}
