/** A stretch of text that is in both texts, only in the first (`gone`), or only in the second (`come`). */
export type DiffPart = { readonly kind: "same" | "gone" | "come"; readonly text: string };

/** Cells of the table of lengths; more would keep other visitors waiting, so then lines are compared, not words. */
const mostCells = 4_000_000;

/** What was changed from one text to the other, word by word, in order. Joined, `same` and `come` are the second text. */
export function diffWords(before: string, after: string): DiffPart[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  if (a.length * b.length <= mostCells) return compare(a, b);
  const [lines, others] = [linesOf(before), linesOf(after)];
  return lines.length * others.length <= mostCells ? compare(lines, others) : joined([part("gone", before), part("come", after)]);
}

/** Words, spaces and signs; a neutral mark such as “[số điện thoại]” is one, so that it is never shown in pieces. */
const wordsOf = (text: string): string[] => text.normalize("NFC").match(/\[[^[\]\n]{1,40}\]|\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? [];
const linesOf = (text: string): string[] => text.normalize("NFC").match(/[^\n]*\n|[^\n]+$/g) ?? [];
const part = (kind: DiffPart["kind"], text: string): DiffPart => ({ kind, text });

/** The longest common subsequence, by the table of its lengths. */
function compare(a: readonly string[], b: readonly string[]): DiffPart[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = a.length - 1; row >= 0; row--) {
    for (let column = b.length - 1; column >= 0; column--) {
      lengths[row * width + column] = a[row] === b[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }

  const parts: DiffPart[] = [];
  let row = 0;
  let column = 0;
  while (row < a.length || column < b.length) {
    const [old, fresh] = [a[row], b[column]];
    if (old !== undefined && old === fresh) {
      parts.push(part("same", old));
      row++;
      column++;
    } else if (old !== undefined && (fresh === undefined || at(row + 1, column) >= at(row, column + 1))) {
      parts.push(part("gone", old));
      row++;
    } else {
      parts.push(part("come", fresh ?? ""));
      column++;
    }
  }
  return joined(parts);
}

/** Neighbours of one kind as one; a lone space between two changes belongs to both. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const runs: { kind: DiffPart["kind"]; text: string }[] = [];
  let gone = "";
  let come = "";
  const same = (text: string) => {
    const last = runs.at(-1);
    if (last?.kind === "same") last.text += text;
    else if (text) runs.push({ kind: "same", text });
  };
  const flush = () => {
    // A space that both end with was not changed.
    const space = /\s$/.test(gone) && gone.at(-1) === come.at(-1) ? (gone.at(-1) ?? "") : "";
    const end = space ? -1 : undefined;
    if (gone.slice(0, end)) runs.push({ kind: "gone", text: gone.slice(0, end) });
    if (come.slice(0, end)) runs.push({ kind: "come", text: come.slice(0, end) });
    same(space);
    gone = "";
    come = "";
  };
  for (const [index, { kind, text }] of parts.entries()) {
    const between = kind === "same" && /^[^\S\n]+$/.test(text) && gone !== "" && come !== "" && parts[index + 1]?.kind !== "same";
    if (between && index + 1 < parts.length) {
      gone += text;
      come += text;
    } else if (kind === "gone") gone += text;
    else if (kind === "come") come += text;
    else {
      flush();
      same(text);
    }
  }
  flush();
  return runs;
}
