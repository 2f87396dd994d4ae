import { everythingCounted, type Metric, respondents, twoDecimals, wilsonOfAnswers } from "./metric.ts";

const answeredThreeLevels = {
  vi: "Phiếu ba mức đã trả lời câu đánh giá chung trong quý; không gộp phiếu của người được chọn mẫu.",
  en: "Three-level slips that answered the overall question in the quarter; sheets of people who were drawn are left out.",
};

/** Figures of the two engines beside SIPAS. None of them is ever put together with an answer on five levels. */
export const serviceMetrics = {
  three_level_share: {
    id: "three_level_share",
    version: 1,
    name: { vi: "Tỷ lệ ở mỗi mức của phiếu ba mức", en: "Share on each level of the three-level slip" },
    definition: {
      vi: "Tỷ lệ phiếu chọn “Không hài lòng”, “Hài lòng” hoặc “Rất hài lòng” ở câu đánh giá chung, theo đơn vị và theo quý, không phân biệt phiếu phát lúc nào và thuộc đợt nào. Không cộng hay tính trung bình với thang năm mức.",
      en: "Share of slips that chose “Dissatisfied”, “Satisfied” or “Very satisfied” at the overall question, by unit and quarter, whatever the occasion and round. Never added to or averaged with the five-level scale.",
    },
    formula: {
      vi: "100 × số phiếu ở mức đó ÷ số phiếu đã trả lời câu đánh giá chung",
      en: "100 × slips on the level ÷ slips that answered the overall question",
    },
    base: answeredThreeLevels,
    unit: "percent",
    rounding: twoDecimals,
    suppression: respondents,
    interval: wilsonOfAnswers,
  },
  one_stop_score: {
    id: "one_stop_score",
    version: 1,
    name: { vi: "Điểm giải quyết thủ tục tại Bộ phận Một cửa", en: "Score of the one-stop desk" },
    definition: {
      vi: "Tổng điểm thẩm định các chỉ tiêu của phiếu chấm điểm quý, mỗi chỉ tiêu 0, 1 hoặc 2 điểm. Chỉ tiêu chưa có điểm không tính là 0; khi còn chỉ tiêu như vậy thì chưa xếp loại.",
      en: "Sum of the appraised points of a quarter’s score sheet, 0, 1 or 2 for each indicator. An indicator without points is not 0; while there is one, no rank is given.",
    },
    formula: { vi: "Σ điểm thẩm định của các chỉ tiêu", en: "Σ appraised points of the indicators" },
    base: { vi: "Số chỉ tiêu đã có điểm.", en: "Indicators that have points." },
    unit: "marks",
    rounding: { decimals: 0, mode: "half_up" },
    suppression: null,
    interval: everythingCounted,
  },
  decision_766_rate: {
    id: "decision_766_rate",
    version: 1,
    name: { vi: "Tỷ lệ chỉ tiêu thành phần, Quyết định 766", en: "Rate of a sub-index, Decision 766" },
    definition: {
      vi: "Tử số chia cho mẫu số của một chỉ tiêu thành phần trong tháng. Mẫu số bằng 0: không áp dụng.",
      en: "Numerator divided by denominator of a sub-index for a month. Where the denominator is 0 it does not apply.",
    },
    formula: { vi: "100 × tử số ÷ mẫu số", en: "100 × numerator ÷ denominator" },
    base: { vi: "Mẫu số của chỉ tiêu.", en: "The denominator of the sub-index." },
    unit: "percent",
    rounding: twoDecimals,
    suppression: null,
    interval: everythingCounted,
  },
  decision_766_points: {
    id: "decision_766_points",
    version: 1,
    name: { vi: "Điểm chỉ tiêu thành phần, Quyết định 766", en: "Points of a sub-index, Decision 766" },
    definition: {
      vi: "Điểm của một chỉ tiêu thành phần trong tháng: đủ điểm khi tỷ lệ đạt ngưỡng đủ điểm (thường là 100 %), nếu không thì theo tỷ lệ.",
      en: "Points of a sub-index for a month: the maximum from its threshold on (usually 100 %), below it in proportion.",
    },
    formula: { vi: "tỷ lệ × điểm tối đa ÷ ngưỡng đủ điểm, không quá điểm tối đa", en: "rate × maximum ÷ threshold, at most the maximum" },
    base: { vi: "Mẫu số của chỉ tiêu.", en: "The denominator of the sub-index." },
    unit: "marks",
    rounding: twoDecimals,
    suppression: null,
    interval: everythingCounted,
  },
} as const satisfies Record<string, Metric>;
