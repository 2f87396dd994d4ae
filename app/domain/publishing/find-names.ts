import type { Span } from "./find-numbers.ts";
import type { ReadableText } from "./readable-text.ts";

/** The commonest family names, without diacritics: they start more than nineteen names in twenty. */
const familyNames = new Set(
  (
    "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh truong doan trinh lam mai cao luong " +
    "luu dao ha ta thai chau quach to la kieu hua vuong phung tang ton nghiem dam khuc tong lai thach son dau diep"
  ).split(" "),
);

/** Titles as written with diacritics; those that mean another word without them need a family name to follow. */
const title = new RegExp(
  String.raw`(?<![\p{L}\p{M}])(?:(?:(?:tôi|em|cháu) là|tên (?:tôi |em |cháu |mình )?là|tôi tên(?: là)?|họ (?:và )?tên|ký tên|` +
    String.raw`người (?:gửi|phản ánh|làm đơn|đại diện|nộp(?: hồ sơ)?)(?= ?:)|(?:cán bộ|công chức|nhân viên|người) tên|` +
    String.raw`đại diện theo pháp luật(?= ?:))[ :.]{1,4}(?:(?:ông|bà|anh|chị)[ :.]{1,2})?|` +
    String.raw`(?:ông|bà|anh|chị|cô|chú|bác|cụ|dì|cậu|thầy|em|cháu|đồng chí|đ\/c|ong|ba|chi|co|chu|bac|mr\.?|mrs\.?|ms\.?)` +
    String.raw`(?: ?[/(] ?(?:bà|ông|chị|anh|em)\)?)? {1,2})`,
  "giu",
);
const needsFamilyName = /^(?:ong|ba|chi|co|chu|bac|em|cháu|tôi là|em là|cháu là)[ :.]/iu;

const capitalised = /\p{Lu}\p{L}*(?: {1,2}\p{Lu}\p{L}*){0,5}/uy;
const whispered = /\p{L}+ (?:văn|thị|van|thi) \p{L}{2,}(?: \p{L}{2,})?/uy;

/** After a title these begin a post, a body or a set phrase, not a name. */
const post =
  /(?:phó |quyền )*(?:chủ tịch|giám đốc|trưởng (?:phòng|ban|thôn|bộ phận|đoàn|công an)|phó (?:phòng|ban)|bí thư|tổng (?:giám đốc|bí thư)|thủ (?:trưởng|tướng)|bộ trưởng|thứ trưởng|cục trưởng|chi cục|chánh|cán bộ|công (?:chức|an|ty|dân|nhân)|viên chức|hiệu trưởng|đại (?:diện|biểu)|kế toán|thư ký|chuyên viên|luật sư|nhân viên|giáo viên|bác sĩ|kỹ sư|tổ trưởng|người)/iuy;

/** Places, streets and phrases that begin like a title. */
const notAPerson =
  /^(?:bà (?:rịa|nà|triệu|đen|điểm|chiểu|hom|quẹo|trưng|huyện|chúa|con|xã|ngoại|nội|chủ|bầu)|ông (?:ích|lãnh|đốc|táo|bà|nội|ngoại|chủ)|cô (?:tô|giang|bắc|giáo|dâu)|bác (?:ái|hồ|tôn|sĩ|sỹ)|anh (?:sơn|quốc|em|chị|hùng lực lượng|ngữ)|chị em|chú (?:ý|thích|trọng)|em (?:bé|gái|trai)|ba (?:vì|tơ|bể|đình|chẽ|tri))(?![\p{L}\p{M}])/iu;
const placeBefore = /(?:đường|phố|phường|xã|cầu|chợ|chùa|miếu|đền|lăng|kênh|rạch|núi|trường|hẻm|ngõ|kiệt|dốc|đèo|vịnh|tiếng|nước) $/iu;

/** Words that end a name where no comma does. */
const afterName = /^(?:Phòng|Sở|Ban|Bộ|Cục|Chi|Công|Tổ|Thôn|Xã|Phường|Quận|Huyện|Tỉnh|Chủ|Giám|Trưởng|Phó|Chuyên)$/u;

/** Provinces whose first word is also a family name. */
const province = /^(?:Hà (?:Nội|Nam|Tĩnh|Giang|Tiên)|Thái (?:Nguyên|Bình)|Cao Bằng|Lâm Đồng|Lai Châu|Đào tạo)/u;

/** Names of people after a title or an introduction: a hint for the official who publishes, hence `likely`. */
export function findNames({ plain, bare }: ReadableText): Span<"name">[] {
  const found: Span<"name">[] = [];
  for (const match of plain.matchAll(title)) {
    const at = match.index + match[0].length;
    if (notAPerson.test(plain.slice(match.index, at + 20))) continue;
    if (placeBefore.test(plain.slice(Math.max(0, match.index - 12), match.index)) && /^\p{Lu}/u.test(match[0])) continue;

    const from = hasPost(plain, at) ? namedAfterPost(plain, bare, at) : at;
    if (from === undefined) continue;
    const to = nameEnd(plain, bare, from, needsFamilyName.test(match[0]) || from !== at);
    if (to) found.push({ kind: "name", certainty: "likely", from, to });
  }
  return found;
}

/** Where the name that begins here ends; undefined when it is none. */
function nameEnd(plain: string, bare: string, from: number, familyNameNeeded: boolean): number | undefined {
  const first = /^[a-z]+/.exec(bare.slice(from, from + 12))?.[0] ?? "";
  const isFamilyName = familyNames.has(first);

  const quiet = matchAt(whispered, plain, from);
  if (quiet && isFamilyName) return from + quiet.length;

  const words = [...(matchAt(capitalised, plain, from) ?? "").matchAll(/\S+/gu)];
  // In capitals everything looks like a name, and nothing ends it.
  const loud = /^\p{Lu}{2,}$/u.test(words[0]?.[0] ?? "");
  const end = words.findIndex(([part], index) => index >= 1 && (afterName.test(part) || (loud && index >= 4)));
  const kept = end < 0 ? words : words.slice(0, end);
  const last = kept.at(-1);

  // “bà N.T.H.” and “ông B” are already masked by whoever wrote them.
  if (!last || kept.every(([part]) => part.length === 1)) return undefined;
  if ((familyNameNeeded || loud) && !(isFamilyName && kept.length > 1)) return undefined;
  return from + last.index + last[0].length;
}

function hasPost(plain: string, at: number): boolean {
  return matchAt(post, plain, at) !== undefined;
}

/** “ông Giám đốc Sở … Trần Văn B”: the first family name with another capitalised word, in the same sentence. */
function namedAfterPost(plain: string, bare: string, at: number): number | undefined {
  const [rest = ""] = plain.slice(at, at + 60).split(/[.,;:!?\n]/u);
  for (const match of rest.matchAll(/(?<![\p{L}\p{M}])\p{Lu}\p{Ll}+(?= {1,2}\p{Lu}\p{Ll})/gu)) {
    const from = at + match.index;
    if (familyNames.has(bare.slice(from, from + match[0].length)) && !province.test(plain.slice(from))) return from;
  }
  return undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
