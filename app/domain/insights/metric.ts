import { hiddenBelow, smallBelow, type IntervalMethod, type MetricId, type MetricUnit } from "./vocabulary.ts";

export type Words = { readonly vi: string; readonly en: string };

/** One definition per figure. Public page, office, export and API all ask here, and print id and version beside it. */
export type Metric = {
  readonly id: MetricId;
  /** Rises when the meaning changes; figures of two versions are never put in one line of a chart. */
  readonly version: number;
  readonly name: Words;
  readonly definition: Words;
  readonly formula: Words;
  /** What n counts. */
  readonly base: Words;
  readonly unit: MetricUnit;
  readonly rounding: { readonly decimals: number; readonly mode: "half_up" };
  /** Null: every figure is shown, because it counts the authority's own acts and nobody's answers. */
  readonly suppression: { readonly hiddenBelow: number; readonly smallBelow: number; readonly secondary: true } | null;
  readonly interval: { readonly method: IntervalMethod; readonly confidence: 0.95 | null; readonly note: Words };
};

/** A formula of numbers and signs reads the same in every language. */
export const inSigns = (formula: string): Words => ({ vi: formula, en: formula });

export const twoDecimals = { decimals: 2, mode: "half_up" } as const;
export const respondents = { hiddenBelow, smallBelow, secondary: true } as const;

export const wilsonOfAnswers = {
  method: "wilson",
  confidence: 0.95,
  note: {
    vi: "Khoảng tin cậy Wilson 95 %, không hiệu chỉnh liên tục. Với nhiều tiêu chí gộp lại, n là số phiếu chứ không phải số câu trả lời.",
    en: "95 % Wilson score interval without continuity correction. Where criteria are put together, n is sheets, not answers.",
  },
} as const;

export const everythingCounted = {
  method: "none",
  confidence: null,
  note: {
    vi: "Không có khoảng tin cậy: số liệu đếm toàn bộ, không phải lấy mẫu.",
    en: "No interval: everything is counted, nothing is sampled.",
  },
} as const;

export const surveyBase = {
  vi: "Số người trả lời câu hỏi; với nhiều tiêu chí gộp lại, số phiếu có ít nhất một câu trả lời. Câu bỏ trống không tính.",
  en: "People who answered the question; for several criteria together, sheets with at least one answer. Blanks do not count.",
};
