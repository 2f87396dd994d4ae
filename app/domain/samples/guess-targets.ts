import { fold } from "../text.ts";
import type { ListTarget } from "./vocabulary.ts";

/** How one-stop systems head their columns, folded. The first that fits decides, so the narrow ones stand first. */
const headings: readonly (readonly [ListTarget, RegExp])[] = [
  ["email", /e-?mail|thu dien tu/],
  ["phone", /dien thoai|^sdt\b|so dt|^phone/],
  ["dossier", /(ma|so)( so)?( bien nhan| ho so| phieu| giay hen)|bien nhan|dossier|^ma$|^so$/],
  ["procedure", /thu tuc|tthc|procedure|dich vu/],
  ["name", /ho (va )?ten|^ten (nguoi|cong dan|khach|chu|to chuc|nop)|^nguoi nop|nguoi (nop|yeu cau|dan)|cong dan|^name/],
  ["address", /dia chi|address/],
  ["unit", /don vi|co quan|phong ban|noi (tiep nhan|giai quyet)|unit/],
  ["language", /ngon ngu|language/],
];

/** What each column most likely is, by its heading; each meaning once. */
export function guessTargets(texts: readonly string[]): (ListTarget | null)[] {
  const taken = new Set<ListTarget>();
  return texts.map((text) => {
    const heading = fold(text);
    const guessed = heading ? headings.find(([target, words]) => !taken.has(target) && words.test(heading))?.[0] : undefined;
    if (guessed) taken.add(guessed);
    return guessed ?? null;
  });
}

/** What must be right before any row can be: unit, dossier, a way to write to people, and no meaning twice. */
export function targetProblems(mapping: readonly (ListTarget | null)[]): { missing: ListTarget[]; twice: ListTarget[] } {
  const chosen = mapping.filter((target) => target !== null);
  const has = (target: ListTarget) => chosen.includes(target);
  return {
    missing: [...(["unit", "dossier"] as const).filter((target) => !has(target)), ...(has("email") || has("address") ? [] : (["email"] as const))],
    twice: [...new Set(chosen.filter((target, at) => chosen.indexOf(target) !== at))],
  };
}
