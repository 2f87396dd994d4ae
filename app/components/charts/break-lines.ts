/**
 * Line breaking for SVG text, which cannot wrap by itself and cannot be measured on a server.
 * Widths are those of Be Vietnam Pro in em, by groups of letters; marks above and below add none.
 */
const groups: ReadonlyArray<readonly [letters: string, em: number]> = [
  [" ", 0.23],
  ["ijlI'.,:;|!", 0.28],
  ['1frt()[]-/"', 0.43],
  ["szJkvxyc?*", 0.57],
  ["hnuLEFZ=7", 0.62],
  ["ABCDGHKNPQRSTUVXYO&mMwW%@", 0.76],
];
const others = 0.66;

const widths = new Map(groups.flatMap(([letters, em]) => [...letters].map((letter) => [letter, em] as const)));

/** Width of a text in px at a font size in px; within about 5 % of the drawn width. */
export function widthOf(text: string, size: number) {
  let em = 0;
  for (const letter of text.normalize("NFD").replace(/\p{M}/gu, "")) em += widths.get(letter) ?? others;
  return em * size;
}

/** The text in at most `lines` lines no wider than `width` px; what does not fit ends in “…” (the table has it whole). */
export function breakLines(text: string, { width, size, lines }: { width: number; size: number; lines: number }) {
  const broken: string[] = [];
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const last = broken.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= width) broken[broken.length - 1] = `${last} ${word}`;
    else broken.push(word);
  }
  const kept = broken.slice(0, lines).map((line) => cut(line, width, size));
  if (broken.length <= lines) return kept;
  return [...kept.slice(0, -1), cut(`${kept.at(-1) ?? ""} …`, width, size)];
}

function cut(line: string, width: number, size: number) {
  if (widthOf(line, size) <= width) return line;
  const letters = [...line.replace(/ ?…$/u, "")];
  while (letters.length > 1 && widthOf(`${letters.join("")}…`, size) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
