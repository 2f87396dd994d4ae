import { familyNames, isOfStreets, placeBefore, posts, wordsAfterName } from "./name-words.ts";
import type { ReadableText, Span } from "./readable-text.ts";

/** Titles as written with diacritics; those that mean another word without them need a family name to follow. */
const title = new RegExp(
  String.raw`(?<![\p{L}\p{M}])(?:(?:(?:tôi|em|cháu|mình|e) là|tên (?:tôi |em |cháu |mình )?là|(?:tôi|em|cháu|con|chủ|e) tên(?: là)?|họ (?:và )?tên|ký tên|` +
    String.raw`người (?:gửi|phản ánh|làm đơn|viết đơn|đại diện|nộp(?: hồ sơ)?|liên hệ|nhận|khiếu nại)(?= ?:)|(?:cán bộ|công chức|nhân viên|người|bạn) tên|` +
    String.raw`chủ (?:tài khoản|thẻ|tk|hộ|xe|cơ sở)|đại diện(?: theo pháp luật)?(?= ?:))[ :.)]{1,4}(?:(?:ông|bà|anh|chị)[ :.]{1,2})?|` +
    String.raw`(?:ông|bà|anh|chị|cô|chú|bác|cụ|dì|cậu|mợ|thím|thầy|em|cháu|đồng chí|đ\/c|a|ong|ba|chi|co|chu|bac|mr\.?|mrs\.?|ms\.?|miss)` +
    String.raw`(?: ?[/(] ?(?:bà|ông|chị|anh|em)\)?)? {1,2})`,
  "giu",
);
const needsFamilyName = /^(?:ong|ba|chi|co|chu|bac|em|cháu|tôi là|em là|mình là|e là|cháu là|chủ hộ|chủ xe|chủ cơ sở)[ :.]/iu;

const capitalised = /\p{Lu}[\p{L}'’]{0,11}(?: {1,2}\p{Lu}[\p{L}'’]{0,11}){0,5}/uy;
const whispered = /\p{L}{1,8} (?:văn|thị|van|thi) \p{L}{2,8}/uy;

/** Introductions in any spelling; what follows may be in lower case but begins with a family name. */
const introduction =
  /(?<![a-z])(?:(?:toi|em|chau|minh|e) ten(?: la)?|ten (?:toi |em |chau |minh |e )?la|(?:toi|em|chau|e) la|ho (?:va )?ten|nguoi (?:gui|viet|lam don)|chu (?:tai khoan|the|tk)|ky ten|ten)[ :.]{1,3}/g;
/** After “em là” and “tên” any word can stand: there, only a name with its middle word is one. */
const loose = /(?:toi|em|chau|e) la[ :.]{1,3}$|^ten[ :.]{1,3}$/;

/** After a title these begin a post, a body or a set phrase, not a name. */
const post =
  /(?:phó |quyền ){0,2}(?:chủ tịch|giám đốc|trưởng (?:phòng|ban|thôn|bộ phận|đoàn|công an)|phó (?:phòng|ban)|bí thư|tổng (?:giám đốc|bí thư)|thủ (?:trưởng|tướng)|bộ trưởng|thứ trưởng|cục trưởng|chi cục|chánh|cán bộ|công (?:chức|an|ty|dân|nhân)|viên chức|hiệu trưởng|đại (?:diện|biểu)|kế toán|thư ký|chuyên viên|luật sư|nhân viên|giáo viên|bác sĩ|kỹ sư|tổ trưởng|người)/iuy;

/** Places, streets and phrases that begin like a title. */
const notAPerson =
  /^(?:bà (?:rịa|nà|triệu|đen|điểm|chiểu|hom|quẹo|trưng|huyện|chúa|con|xã|ngoại|nội|chủ|bầu)|ông (?:ích|lãnh|đốc|táo|bà|nội|ngoại|chủ)|cô (?:tô|giang|bắc|giáo|dâu)|bác (?:ái|hồ|tôn|sĩ|sỹ)|anh (?:quốc|em|chị|hùng lực lượng|ngữ)|chị em|chú (?:ý|thích|trọng)|em (?:bé|gái|trai)|ba (?:vì|tơ|bể|đình|chẽ|tri))(?![\p{L}\p{M}])/iu;
const placeOfTitle = /(?:đường|phố|phường|xã|cầu|chợ|chùa|miếu|đền|lăng|kênh|rạch|núi|trường|hẻm|ngõ|kiệt|dốc|đèo|vịnh|tiếng|nước) $/iu;

const otherThanFamily =
  /^(?:đường|trường|trưởng|tổ|tờ|ngõ|lô|lộ|lễ|đầu|vị|đảo|hộ|họ|tháng|lại|tại|chủ|châu|đô|độ|tự|tư|từ|thải|hạ|tạo|biển|bị|lúc|tiêu)$/iu;

/** Words that end a name where no comma does. */
const afterName =
  /^(?:Phòng|Sở|Ban|Bộ|Cục|Tổ|Thôn|Xã|Phường|Quận|Huyện|Tỉnh|Chủ|Giám|Trưởng|Phó|Chuyên|Khu|Ủy|Nhà|KCN|UBND|Town|Ward|Commune|Province|Post|Party|Office|Portal|District|City|Industrial|Economic|Zone|Company|Park|Street|Road)$/u;

/** “Công” and “Chi” end many names, but not before these. */
const isOfAnOffice = /^(?:Công (?:ty|an|nhân|đoàn|chức|trình)|Chi (?:cục|nhánh|bộ)|Trung (?:tâm|ương))(?!\p{L})/u;

/** Provinces whose first word is also a family name, and words that begin like one. */
const province =
  /^(?:Hà (?:Nội|Nam|Tĩnh|Giang|Tiên)|Thái (?:Nguyên|Bình|Lan)|Cao Bằng|Lâm Đồng|Lai Châu|Đào tạo|Ninh (?:Bình|Thuận|Hòa)|Quảng |Vĩnh |Bạch Mã|Giang Nam|Sơn La|Chu Lai|Mai Châu|Châu (?:Á|Âu|Đốc)|Hồ Chí)/u;

/** Names of people after a title or an introduction: a hint for whoever decides, hence `likely`. */
export function findIntroducedNames(source: ReadableText, officialDocument: boolean): Span<"name">[] {
  const { plain, bare } = source;
  const found: Span<"name">[] = [];
  for (const match of plain.matchAll(title)) {
    const at = match.index + match[0].length;
    if (notAPerson.test(plain.slice(match.index, at + 20))) continue;
    if (familyNames.has(wordBefore(bare, match.index)) && /^\p{Lu}/u.test(match[0])) continue;
    if (placeOfTitle.test(plain.slice(Math.max(0, match.index - 12), match.index)) && /^\p{Lu}/u.test(match[0])) continue;

    if (/^a $/i.test(match[0]) && !isVietnamese(plain, at)) continue;
    if (/(?:ngã|thứ|tháng) $/iu.test(plain.slice(Math.max(0, match.index - 6), match.index))) continue;

    const from = hasPost(plain, at) ? namedAfterPost(plain, bare, at) : at;
    if (from === undefined) continue;
    const to = nameEnd(plain, bare, from, needsFamilyName.test(match[0]) || from !== at, /^(?:em|cháu) /iu.test(match[0]));
    if (to) found.push({ kind: "name", confidence: "likely", from, to });
  }
  for (const match of bare.matchAll(introduction)) {
    const from = match.index + match[0].length;
    const to = quietNameEnd(bare, from, loose.test(match[0]));
    if (to) found.push({ kind: "name", confidence: "likely", from, to });
  }
  return officialDocument ? found.filter((span) => !isSigned(source, span)) : found;
}

/** “Nguyễn Văn Thử, Lê Thị Giả”: a family name and two or three words in capitals, neither a street, school nor company. */
export function findUntitledNames(source: ReadableText, officialDocument: boolean): Span<"name">[] {
  const { plain, bare } = source;
  const found: Span<"name">[] = [];
  let end = 0;
  for (const match of plain.matchAll(/(?<![\p{L}\p{M}\d'’])\p{Lu}\p{L}{1,6}(?= \p{Lu})/gu)) {
    const from = match.index;
    if (from < end || !isFamilyName(match[0], bare.slice(from, from + match[0].length)) || province.test(plain.slice(from, from + 12))) continue;
    const words = (matchAt(capitalised, plain, from) ?? "").split(/ {1,2}/);
    const stop = words.findIndex((word, index) => index > 0 && (afterName.test(word) || word.length === 1));
    const whole = words.slice(0, Math.min(stop < 0 ? words.length : stop, 4));
    const kept = isOfAnOffice.test(plain.slice(from + whole.join(" ").length - (whole.at(-1) ?? "").length, from + whole.join(" ").length + 8))
      ? whole.slice(0, -1)
      : whole;
    const loud = /^\p{Lu}{2}/u.test(match[0]);
    const middle = /^(?:văn|thị|van|thi)$/iu.test(kept[1] ?? "");
    if (kept.length < 3 || (loud && !middle)) continue;
    const name = bare.slice(from, from + kept.join(" ").length);
    if (isOfStreets(name.replace(/['’]s$/, "")) || isOfAPlace(source, from, middle)) continue;
    end = from + name.length;
    found.push({ kind: "name", confidence: "likely", from, to: end });
  }
  return officialDocument ? found.filter((span) => !isSigned(source, span)) : found;
}

/** After “đường”, “trường”, “Công ty” …; for names without văn or thị, anywhere before in the same clause. */
function isOfAPlace({ plain, bare }: ReadableText, from: number, middle: boolean): boolean {
  const before = bare.slice(Math.max(0, from - 40), from);
  if (placeBefore.test(before) && !/(?:truong|pho|can bo|cong an) (?:thon|xa|phuong|ap|khu pho|to dan pho) $/.test(before)) return true;
  const previous = /(\p{Lu}[\p{L}]{0,9})[ ]{1,2}$/u.exec(plain.slice(Math.max(0, from - 12), from))?.[1];
  // “Hoàng Gia Mẫu” of “Công ty Hoàng Gia Mẫu”, “Lê Thánh …” after “Trần Phú - ”.
  if (middle) return false;
  const clause = /[^.,;:!?\n(]{0,40}$/.exec(before)?.[0] ?? "";
  return (
    /(?<![a-z])(?:duong|pho|cau|truong(?! (?:thon|phong|ban|ca|bo|xuong|khoa|nhom|doan|kho))|cong ty|cty|tnhh|co phan|dntn|nga (?:ba|tu)|nut giao|tuyen|kcn|khu|quan|phuong)(?![a-z])/.test(
      clause,
    ) ||
    (previous !== undefined &&
      !/^(?:Tôi|Em|Cháu|Là|Và|Ông|Bà|Anh|Chị|Cô|Chú|Bác)$/u.test(previous) &&
      /^\p{Lu}/u.test(previous) &&
      !startsSentence(plain, from, previous))
  );
}

/** Whether the one capitalised word before begins its sentence, so that its capital says nothing. */
function startsSentence(plain: string, from: number, word: string): boolean {
  return /(?:^|[.!?;:,\n(“"] ?)$/.test(plain.slice(Math.max(0, from - word.length - 4), Math.max(0, from - word.length - 1)).trimEnd());
}

/** A leader with a post beside the name, or who signs: “KT. CHỦ TỊCH … (Đã ký) Nguyễn Văn Thử”. */
function isSigned({ bare }: ReadableText, { from, to }: Span<"name">): boolean {
  return posts.test(bare.slice(Math.max(0, from - 80), from)) || posts.test(bare.slice(to, to + 40));
}

/** Where the name that begins here ends; undefined when it is none. */
function nameEnd(plain: string, bare: string, from: number, familyNameNeeded: boolean, needsTwoWords: boolean): number | undefined {
  const first = /^[a-z]{1,8}/.exec(bare.slice(from, from + 12))?.[0] ?? "";
  const isFamily = isFamilyName(plain.slice(from, from + first.length), first);

  const quiet = matchAt(whispered, plain, from);
  if (quiet && isFamily && !/^\p{Lu}/u.test(plain.slice(from))) return quietNameEnd(bare, from, false) ?? from + quiet.length;

  const words = [...(matchAt(capitalised, plain, from) ?? "").matchAll(/[^ ]{1,12}/gu)];
  // In capitals everything looks like a name, and nothing ends it.
  const loud = /^\p{Lu}{2,12}$/u.test(words[0]?.[0] ?? "");
  const end = words.findIndex(([part], index) => index >= 1 && (afterName.test(part) || (loud && index >= 4)));
  const whole = end < 0 ? words : words.slice(0, end);
  const final = from + (whole.at(-1)?.index ?? 0);
  const kept = whole.length > 1 && isOfAnOffice.test(plain.slice(final, final + 14)) ? whole.slice(0, -1) : whole;
  const last = kept.at(-1);

  // “bà N.T.H.” and “ông B” are already masked by whoever wrote them.
  if (!last || kept.every(([part]) => part.length === 1)) return undefined;
  if (province.test(plain.slice(from, from + 12))) return undefined;
  const isSpoken = needsTwoWords && kept.length > 1 && !loud;
  if ((familyNameNeeded || loud) && !isSpoken && !(isFamily && kept.length > 1)) return undefined;
  return from + last.index + last[0].length;
}

/** A name in lower case: a family name and up to three words, until a word or sign that no name has. */
function quietNameEnd(bare: string, from: number, middleNeeded: boolean): number | undefined {
  const words = /^[a-z]{1,7}(?: [a-z]{1,7}){1,5}/.exec(bare.slice(from, from + 48))?.[0].split(" ") ?? [];
  const stop = words.findIndex((word, index) => index > 0 && wordsAfterName.has(word));
  const kept = words.slice(0, Math.min(stop < 0 ? words.length : stop, 4));
  const [family = "", middle = ""] = kept;
  if (kept.length < 2 || !familyNames.has(family)) return undefined;
  if (middleNeeded && !(kept.length > 2 && /^(?:van|thi)$/.test(middle))) return undefined;
  return from + kept.join(" ").length;
}

/** “a” is short for “anh” before a word with Vietnamese letters, and an English article otherwise. */
const isVietnamese = (plain: string, at: number): boolean => /^\p{L}{0,7}(?![A-Za-z])\p{L}/u.test(plain.slice(at, at + 10));

const wordBefore = (bare: string, at: number): string => /([a-z]{1,8}) $/.exec(bare.slice(Math.max(0, at - 10), at))?.[1] ?? "";

/** “Đường” is not Dương, “Trường” not Trương. */
const isFamilyName = (word: string, bare: string): boolean => familyNames.has(bare) && !otherThanFamily.test(word);

function hasPost(plain: string, at: number): boolean {
  return matchAt(post, plain, at) !== undefined;
}

/** “ông Giám đốc Sở … Trần Văn B”: the first family name with another capitalised word, in the same sentence. */
function namedAfterPost(plain: string, bare: string, at: number): number | undefined {
  const [rest = ""] = plain.slice(at, at + 60).split(/[.,;:!?\n]/u);
  for (const match of rest.matchAll(/(?<![\p{L}\p{M}])\p{Lu}\p{Ll}{1,8}(?= {1,2}\p{Lu}\p{Ll})/gu)) {
    const from = at + match.index;
    if (familyNames.has(bare.slice(from, from + match[0].length)) && !province.test(plain.slice(from, from + 12))) return from;
  }
  return undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
