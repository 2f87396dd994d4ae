import { fold } from "../text.ts";
import type { ImportTarget } from "./vocabulary.ts";

/** What each column means; null: it is left out. */
export type Mapping = readonly (ImportTarget | null)[];

/** How call centres head their columns, folded. The first that fits decides, so the narrow ones stand first. */
const headings: readonly (readonly [ImportTarget, RegExp])[] = [
  ["email", /e-?mail|thu dien tu/],
  ["phone", /dien thoai|^sdt\b|so dt|^phone/],
  ["number", /^ma (pa|phan anh|phieu|yeu cau|ho so|so|tiep nhan|ticket)|^(ma|so)$|^so (phieu|hieu|ho so|phan anh|van ban|den)|ticket|^id$|^so goc/],
  ["receivedAt", /(ngay|thoi gian|thoi diem|luc|gio).*(nhan|gui|goi|tao|phan anh)|^(ngay|thoi gian|ngay gio)$/],
  ["kind", /^loai|phan loai|hinh thuc/],
  ["field", /linh vuc|chuyen muc|danh muc|nhom/],
  ["place", /dia diem|vi tri|noi xay ra|dia chi.*(su viec|phan anh|hien truong|xay ra)/],
  ["name", /ho (va )?ten|^ten( |$)|nguoi (gui|phan anh|goi|dan)|khach hang|cong dan/],
  ["address", /dia chi/],
  ["unit", /don vi|co quan|so nganh|phong ban/],
  ["subject", /tieu de|trich yeu|chu de|^viec/],
  ["body", /noi dung|mo ta|chi tiet/],
];

/** What a heading most likely means. @param saved what the source's columns meant the last time, by folded heading */
export function guessMapping(texts: readonly string[], saved: Readonly<Record<string, ImportTarget>> = {}): (ImportTarget | null)[] {
  const taken = new Set<ImportTarget>();
  const known = texts.map((text) => saved[fold(text)]);
  for (const target of known) if (target) taken.add(target);
  return texts.map((text, column) => {
    const said = known[column];
    if (said) return known.indexOf(said) === column ? said : null;
    const heading = fold(text);
    const guessed = heading ? headings.find(([target, words]) => !taken.has(target) && words.test(heading))?.[0] : undefined;
    if (guessed) taken.add(guessed);
    return guessed ?? null;
  });
}

/** The line of the headings among the first ten: the one that says most of what is known. */
export function findHeadings(lines: readonly (readonly string[])[]): number {
  const known = lines.slice(0, 10).map((cells) => guessMapping(cells).filter(Boolean).length);
  const most = Math.max(0, ...known);
  if (most > 0) return known.indexOf(most);
  return Math.max(
    0,
    lines.findIndex((cells) => cells.some((cell) => cell !== "")),
  );
}

/** What must be right before any row can be: a number and a text, and no meaning twice. */
export function mappingProblems(mapping: Mapping): { missing: ImportTarget[]; twice: ImportTarget[] } {
  const chosen = mapping.filter((target) => target !== null);
  return {
    missing: (["number", "body"] as const).filter((target) => !chosen.includes(target)),
    twice: [...new Set(chosen.filter((target, at) => chosen.indexOf(target) !== at))],
  };
}
