import type { ReadableText, Span } from "./readable-text.ts";

const number = String.raw`\d{1,4}[a-z]?(?:\/\d{1,4}[a-z]?){0,4}(?![\d.%:]|[,-]\d)`;

/** The parts an address is made of, each matched where the one before ended. `named` parts are followed by a name. */
const parts = [
  { part: "house", named: false, pattern: new RegExp(String.raw`(?:so nha|nha so|nha tro so|nha tro|can ho(?: so)?)[ :]{1,2}${number}`, "y") },
  { part: "room", named: false, pattern: new RegExp(String.raw`phong(?: so)? ${number}`, "y") },
  { part: "alley", named: false, pattern: new RegExp(String.raw`(?:hem|ngo|ngach|kiet)(?: so)? ${number}`, "y") },
  { part: "zone", named: true, pattern: /(?:kcn|khu cong nghiep|kkt|khu kinh te|cum cong nghiep|ccn|lo)[ :]/y },
  {
    part: "street",
    named: true,
    pattern: /(?:duong(?! (?:day|sat|ong|bo|thuy|truyen|dan|gom|nhanh|lam|vao|ra))|pho(?! (?:bien|giam|chu|truong|phong|thong|cap|vien))|d\.)(?= )/y,
  },
  { part: "hamlet", named: true, pattern: /(?:thon|to dan pho|tdp|to|ap|khu pho|kp\.?|xom|buon|khom|lang|khu vuc)(?= )/y },
  { part: "commune", named: true, pattern: /(?:phuong(?= )|xa(?= )|thi tran(?= )|p\.|x\.|tt\.)/y },
  { part: "upper", named: true, pattern: /(?:quan(?= )|huyen(?= )|thi xa(?= )|thanh pho(?= )|tp\.?|tinh(?= )|q\.|h\.)/y },
  { part: "number", named: false, pattern: new RegExp(String.raw`(?:so )?${number}`, "y") },
] as const;
type Part = (typeof parts)[number]["part"];

/** What may begin an address, so that few places of a text are read as one. */
const start = new RegExp(
  String.raw`(?<![a-z0-9/.,-])(?:so nha|nha so|nha tro so|nha tro(?= \d)|phong(?= \d)|can ho(?= )|hem(?= \d)|ngo(?= \d)|ngach(?= \d)|kiet(?= \d)|thon(?= )|` +
    String.raw`to dan pho|tdp(?= )|to(?= \d)|ap(?= )|khu pho|kp|xom(?= )|buon(?= )|khom(?= )|khu vuc(?= )|xa(?= )|phuong(?= )|so \d|\d)`,
  "g",
);

const between = /(?: ?[,;] ?| ?- | )(?=[^ ])/y;
const name =
  /[ ]?(?:\d{1,2} tháng \d{1,2}|\d{1,2} thang \d{1,2}|(?:\p{Lu}[\p{L}'’]{0,8}|\d{1,3}[A-Za-z]?(?:\/\d{1,3}){0,2}(?![\d.]))(?: (?:\p{Lu}[\p{L}'’]{0,8}|\d{1,3}(?![\d.]))){0,3})/uy;
const quietName = /[ ]?[a-z]{1,8}(?: (?!o|la|co|bi|va|vao|xin|toi|gan|ma|thi)[a-z]{1,8})?(?![a-z])/y;
const streetName = /[ ]?\p{Lu}\p{Ll}{0,8}(?: \p{Lu}\p{Ll}{0,8}){1,3}/uy;

/** Words that somebody lives there, in the same clause or just before it. */
const dwelling =
  /(?<![a-z])(?:nha (?:toi|em|minh|chau|ba|ong|rieng|anh|chi|o)|(?:toi|em|minh|chau|gia dinh|chung toi|con|vo chong)(?: [a-z]{2,5}){0,2} (?:o|song|tru|ngu)|song (?:o|tai)|cu tru|tru (?:tai|o|quan)|ngu (?:tai|o)|thuong tru|tam tru|hktt|dia chi|d\/c|dc|que(?: quan)?|cho o|noi o|o tro|tro (?:tai|o)|o so|ho khau|nguoi (?:dan|o)|ho (?:ong|ba|dan)|(?:gui|moi|giao)[a-z ]{0,16} (?:ve|den|toi))(?![a-z])/;
/** Agencies, companies and works have addresses that are nobody's home. */
const agency =
  /(?<![a-z])(?:tru so|trung tam|bo phan|mot cua|ban quan ly|so (?:xay|tai|noi|cong|tu)|ubnd|uy ban|cong ty|cty|nha may|chi cuc|chi nhanh|van phong|cua hang|sieu thi|truong|tram|benh vien|cay xang|kho|xuong|du an|cong trinh|tuyen|doan)(?![a-z])/;

/**
 * Home addresses: a house number with its street or alley, and a hamlet with its commune where somebody lives. A place
 * where something happened (“đường Trần Phú”, “nhà máy ở thôn …”) is none. `names` are spans already read as names:
 * a hamlet right after one is where that person lives.
 */
export function findAddresses(source: ReadableText, names: readonly Span<"name">[]): Span<"address">[] {
  const namesEnd = new Set(names.flatMap(({ to }) => [to, to + 1, to + 2]));
  const found: Span<"address">[] = [];
  let end = 0;
  for (const match of source.bare.matchAll(start)) {
    if (match.index < end) continue;
    const read = readParts(source, match.index);
    if (!read) continue;
    const confidence = judge(source.bare, match.index, read.parts, namesEnd.has(match.index));
    if (!confidence) continue;
    end = read.to;
    found.push({ kind: "address", confidence, from: match.index, to: end });
  }
  return found;
}

/** The parts that follow one another from here, ten at most. */
function readParts({ plain, bare }: ReadableText, from: number): { parts: Set<Part>; to: number } | undefined {
  const read = new Set<Part>();
  let to = from;
  for (let at = from, many = 0; many < 10; many++) {
    const next = partAt(plain, bare, at, read);
    if (!next) break;
    read.add(next.part);
    to = next.to;
    between.lastIndex = to;
    const gap = between.exec(bare)?.[0];
    if (!gap) break;
    at = to + gap.length;
  }
  return read.size > 0 ? { parts: read, to } : undefined;
}

function partAt(plain: string, bare: string, at: number, read: ReadonlySet<Part>): { part: Part; to: number } | undefined {
  for (const { part, named, pattern } of parts) {
    if (part === "number" && read.size > 0) continue;
    pattern.lastIndex = at;
    const keyword = pattern.exec(bare)?.[0];
    if (!keyword) continue;
    const to = at + keyword.length;
    if (!named) return { part, to };
    const called = nameAt(name, plain, to) ?? nameAt(quietName, bare, to);
    if (called) return { part, to: called };
  }
  // “22 Lý Tự Trọng”, “ngõ 203 Kim Ngưu”: the street without its word.
  if ((read.has("number") || read.has("alley") || read.has("house")) && !read.has("street")) {
    const to = nameAt(streetName, plain, at);
    if (to) return { part: "street", to };
  }
  return undefined;
}

function nameAt(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  const called = pattern.exec(text)?.[0];
  return called ? at + called.length : undefined;
}

function judge(bare: string, from: number, read: ReadonlySet<Part>, afterName: boolean): Span<string>["confidence"] | undefined {
  if (read.has("zone")) return undefined;
  const clause = /[^.;!?\n]{0,50}$/.exec(bare.slice(Math.max(0, from - 50), from))?.[0] ?? "";
  const lives =
    afterName || dwelling.test(clause) || /(?:^|[,;(] ?)(?:hien |dang |hien dang )?o(?: tai)? $|(?<![a-z])(?:tru|ngu|tro)[ :]{1,2}$/.test(clause);
  const works = agency.test(clause);
  const isPlaced = read.has("commune") || read.has("upper") || read.has("hamlet");

  if (read.has("house")) return read.size > 1 || lives ? "sure" : undefined;
  if (works && !lives) return undefined;
  const isNumbered = (read.has("number") || (read.has("room") && lives)) && (read.has("street") || read.has("alley"));
  if (isNumbered && (lives || isPlaced || read.has("alley"))) return lives ? "sure" : "likely";
  if (read.has("alley") && (read.has("street") || isPlaced)) return lives ? "sure" : /\//.test(bare.slice(from, from + 16)) ? "likely" : undefined;
  if (read.has("commune") && read.has("upper") && /(?:thuong tru|tru tai|ho khau|hktt|que quan|nguyen quan)[ :]{1,3}$/.test(clause)) return "likely";
  if (read.has("hamlet") && (read.has("commune") || read.has("upper")) && lives) return "likely";
  return undefined;
}
