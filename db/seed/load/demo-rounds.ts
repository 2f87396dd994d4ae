import type { ExclusionDraft } from "#app/domain/surveys/schemas.ts";
import type { SheetMode } from "#app/domain/surveys/vocabulary.ts";
import type { SatisfactionProfile } from "../factories/surveys.ts";

/** A round of the demo world. */
export type DemoRound = {
  authority: string;
  /** Short name in titles. */
  name: { vi: string; en: string };
  units: string[];
  /** Days from today; a round that has ended is closed and published. */
  opens: number;
  closes: number;
  sheets: number;
  profile: SatisfactionProfile;
  weights: Record<string, number>;
  modes: Partial<Record<SheetMode, number>>;
  /** Transactions of the period by unit, where the authority counted them. */
  transactions?: Record<string, number>;
  /** Sheets of people drawn from a list of these transactions, beside those above; by procedure of the first unit. */
  sample?: { sheets: number; base: number; transactions: Record<string, number> };
  /** Paper is typed in for so many days after its last day. */
  keyingDays?: number;
  /** By how many of its days it was extended, and why. */
  extended?: { days: number; vi: string; en: string };
  /** Where it stands, if not where its days say. */
  stage?: "to_approve" | "to_check";
  /** Beside the half year's round: at the end of its address and in its title. */
  extra?: { slug: string; vi: string; en: string };
  /** A group of sheets found invalid when they were checked or, with a correction, after the results were published. */
  invalid?: Pick<ExclusionDraft, "unit" | "mode" | "reason" | "note"> & { correction?: { vi: string; en: string } };
};

const khanhHoa = {
  authority: "kktvp",
  name: { vi: "Khu kinh tế và khu công nghiệp Khánh Hòa", en: "Khanh Hoa economic and industrial zones" },
  units: ["kktvp-motcua", "kktvp-qldt", "kktvp-qldn", "kktvp-khth", "kktvp-vp"],
  weights: { "kktvp-motcua": 5, "kktvp-qldt": 4, "kktvp-qldn": 3, "kktvp-khth": 0.6, "kktvp-vp": 0.02 },
};
const dongNai = {
  authority: "kcndn",
  name: { vi: "các khu công nghiệp Đồng Nai", en: "Dong Nai industrial zones" },
  units: ["kcndn-motcua", "kcndn-vp"],
  weights: { "kcndn-motcua": 5, "kcndn-vp": 2 },
};
const ninhHoa = {
  authority: "phuong-ninh-hoa",
  name: { vi: "phường Ninh Hòa", en: "Ninh Hoa ward" },
  units: ["phuong-ninh-hoa-ttpvhcc", "phuong-ninh-hoa-vp", "phuong-ninh-hoa-kthtdt", "phuong-ninh-hoa-vhxh"],
  weights: { "phuong-ninh-hoa-ttpvhcc": 6, "phuong-ninh-hoa-vp": 3, "phuong-ninh-hoa-kthtdt": 2, "phuong-ninh-hoa-vhxh": 1 },
};
const byCriterion = { A1: -0.06, B1: -0.05, C1: 0.05, B5: -0.07, DD2: -0.09, DD3: -0.05 };
/** What makes up people's mind: results on the day, helpful officials, answers to complaints; hardly the seats. */
const drivers = { B5: 5, C5: 4, DD4: 3, B3: 2, C4: 2, A2: 1 };
const everyday: Partial<Record<SheetMode, number>> = { open_link: 5, desk_slip: 4, kiosk: 2, paper: 1 };

const khanhHoaTransactions = { "kktvp-motcua": 2140, "kktvp-qldt": 860, "kktvp-qldn": 1930, "kktvp-khth": 120, "kktvp-vp": 15 };
const dongNaiTransactions = { "kcndn-motcua": 4380, "kcndn-vp": 610 };

/** Three authorities over two years: rounds in every stage, relative to today. */
export const demoRounds: DemoRound[] = [
  {
    ...khanhHoa,
    opens: -690,
    closes: -640,
    sheets: 720,
    modes: everyday,
    profile: { base: 0.86, units: { "kktvp-qldn": -0.05 }, criteria: byCriterion, drivers },
    transactions: khanhHoaTransactions,
    invalid: {
      unit: "kktvp-motcua",
      mode: "kiosk",
      reason: "device_fault",
      note: "Màn hình ki-ốt liệt nửa dưới, người dân chỉ bấm được các mức phía trên.",
    },
  },
  {
    ...dongNai,
    opens: -560,
    closes: -500,
    sheets: 0,
    modes: {},
    profile: { base: 0.88, criteria: byCriterion, drivers },
    sample: { sheets: 540, base: 0.88, transactions: dongNaiTransactions },
  },
  {
    ...khanhHoa,
    opens: -330,
    closes: -280,
    sheets: 860,
    modes: everyday,
    profile: { base: 0.9, units: { "kktvp-qldn": -0.06 }, criteria: byCriterion, drivers },
    transactions: khanhHoaTransactions,
  },
  {
    ...dongNai,
    opens: -260,
    closes: -200,
    sheets: 460,
    modes: everyday,
    profile: { base: 0.96, criteria: byCriterion, drivers },
    sample: { sheets: 640, base: 0.91, transactions: dongNaiTransactions },
  },
  {
    ...ninhHoa,
    opens: -220,
    closes: -170,
    sheets: 640,
    modes: everyday,
    profile: { base: 0.87, units: { "phuong-ninh-hoa-kthtdt": -0.1 }, criteria: byCriterion, drivers },
    invalid: {
      unit: "phuong-ninh-hoa-ttpvhcc",
      mode: "paper",
      reason: "keyed_wrong",
      note: "Cột mức 4 và mức 5 của mẫu in cũ bị đảo khi nhập.",
      correction: {
        vi: "Loại các phiếu giấy của trung tâm phục vụ hành chính công vì nhập nhầm cột mức độ hài lòng.",
        en: "Paper sheets of the public administration service centre are left out: their columns were mixed up when they were keyed in.",
      },
    },
  },
  {
    ...khanhHoa,
    opens: -24,
    closes: 36,
    keyingDays: 20,
    sheets: 640,
    modes: everyday,
    profile: { base: 0.945, units: { "kktvp-qldn": -0.07 }, criteria: byCriterion, drivers },
  },
  // People are drawn as well: codes of their letters are typed in with their paper.
  {
    ...dongNai,
    opens: -18,
    closes: 41,
    keyingDays: 30,
    sheets: 420,
    modes: { sample: 0, ...everyday },
    profile: { base: 0.9, criteria: byCriterion, drivers },
  },
  {
    ...ninhHoa,
    opens: -12,
    closes: 33,
    sheets: 300,
    modes: everyday,
    profile: { base: 0.88, criteria: byCriterion, drivers },
    extended: {
      days: 14,
      vi: "Mưa lũ đầu tháng làm nhiều người chưa đến làm thủ tục được.",
      en: "Floods kept many people from coming to the office.",
    },
  },
  {
    ...dongNai,
    opens: -66,
    closes: -24,
    sheets: 180,
    modes: { open_link: 3, kiosk: 2 },
    profile: { base: 0.89, criteria: byCriterion, drivers },
    stage: "to_check",
    extra: { slug: "bo-sung", vi: "đợt bổ sung", en: "additional round" },
  },
  {
    ...ninhHoa,
    opens: 45,
    closes: 90,
    sheets: 0,
    modes: everyday,
    profile: { base: 0.88 },
    stage: "to_approve",
    extra: { slug: "tiep-theo", vi: "đợt tiếp theo", en: "next round" },
  },
];

/** What respondents of the demo's rounds are told. */
export const demoConsent = {
  vi: "Phiếu không hỏi tên bạn. Câu trả lời chỉ dùng để tính mức độ hài lòng và cải tiến cách phục vụ; chỉ công bố số gộp từ 5 người trở lên. Bạn có thể bỏ qua câu không muốn trả lời.",
  en: "We do not ask your name. Your answers are used only to measure satisfaction and improve the service; only figures of 5 people or more are published. You may leave out any question.",
};
