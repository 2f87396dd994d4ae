import { fold } from "../text.ts";

/** What a letter may really be: both have their own law, form and office, and neither is taken by the portal (domain.md 4.5, 4.6). */
export type FormalMatter = "complaint" | "denunciation";

/** Somebody is accused of a breach of the law. Folded; each says so by itself. */
const accusing = [
  "don to cao",
  "(?:toi|chung toi|gia dinh toi|xin|muon) to cao",
  "nhan hoi lo",
  "doi hoi lo",
  "an hoi lo",
  "doi (?:dua )?tien moi (?:giai quyet|lam|ky|nhan)",
  "voi tien",
  "vi tien moi",
  "doi lot tay",
  "tham nhung",
  "tham o",
  "nhan tien (?:cua|de|chay)",
  "chiem doat",
  "lam gia (?:ho so|giay to|con dau)",
  "lua dao",
  "loi dung chuc vu",
  "took a bribe",
  "asked (?:me )?for a bribe",
];

/** A decision on the writer is to be reviewed. */
const complaining = [
  "don khieu nai",
  "(?:toi|chung toi|gia dinh toi|xin|muon) khieu nai",
  "khieu nai (?:quyet dinh|hanh vi|viec)",
  "khong dong y voi (?:cac )?quyet dinh",
  "(?:huy|huy bo|thu hoi|xem xet lai|xet lai) quyet dinh",
  "quyet dinh (?:xu phat|thu hoi dat|cuong che)[^.]{0,60}(?:khong dung|sai|trai phap luat|oan)",
  "appeal against the decision",
];

const anyOf = (words: readonly string[]) => new RegExp(`(?<![a-z0-9])(?:${words.join("|")})(?![a-z0-9])`);
const accuses = anyOf(accusing);
const complains = anyOf(complaining);

/** Asking about such things, or telling that it is none, is neither. */
const aboutIt =
  /(?:khong phai (?:la )?(?:don )?|thu tuc |quy trinh |cach |huong dan |luat |thoi han |ho so |muon hoi |xin hoi |hoi ve |phong chong |phong, chong )(?:giai quyet )?(?:khieu nai|to cao|tham nhung|lua dao)(?:,? (?:va )?(?:khieu nai|to cao))?/g;

/**
 * Whether a letter reads like a formal complaint or a denunciation, by its words, with or without diacritics; null for
 * any other. It is said to the sender with the right door beside it, and never stops a letter. A letter that does both
 * counts as a denunciation, whose sender has more to lose.
 */
export function soundsFormal(text: string): FormalMatter | null {
  const plain = fold(text).replace(aboutIt, " ");
  if (accuses.test(plain)) return "denunciation";
  return complains.test(plain) ? "complaint" : null;
}
