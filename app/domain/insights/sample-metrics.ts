import { type Metric, respondents, surveyBase, twoDecimals } from "./metric.ts";

const stratified = {
  method: "stratified_linearised",
  confidence: 0.95,
  note: {
    vi: "Khoảng tin cậy 95 % theo mẫu phân tầng: phương sai tuyến tính hóa của ước lượng tỷ số, đơn vị là phiếu, có hiệu chỉnh tổng thể hữu hạn và chia cho (số phiếu của tầng − 1); khoảng Wilson với số phiếu hiệu dụng và bậc tự do (Korn – Graubard). Nếu chỉ có một tầng và một câu hỏi: khoảng Wilson có hiệu chỉnh tổng thể hữu hạn, thay n bằng n(N − 1)/(N − n).",
    en: "95 % interval of a stratified sample: linearised variance of the ratio estimate, sheets being the units, with finite population correction and (sheets of the stratum − 1); Wilson interval with the effective number of sheets and its degrees of freedom (Korn and Graubard). With one stratum and one question: Wilson with finite population correction, n(N − 1)/(N − n) in the place of n.",
  },
} as const;

const sampleBase = {
  vi: `${surveyBase.vi} Giá trị có trọng số, còn n là số phiếu đếm được.`,
  en: `${surveyBase.en} The value is weighted, n counts sheets.`,
};

/** Figures of people drawn from a list, and what is said when figures are compared. */
export const sampleMetrics = {
  sample_satisfaction: {
    id: "sample_satisfaction",
    version: 2,
    name: { vi: "Chỉ số hài lòng của mẫu ngẫu nhiên", en: "Satisfaction index of a drawn sample" },
    definition: {
      vi: "Tỷ lệ câu trả lời mức 4 và 5, ước lượng cho mọi hồ sơ trong danh sách: phiếu của mỗi tầng nhân với số hồ sơ của tầng chia cho số phiếu thu về. Tầng có dưới 5 phiếu gộp với tầng kế bên của cùng đơn vị; các tầng bị ẩn dùng chung một trọng số. Tiêu chí về phục vụ và tiêu chí về chính sách không gộp với nhau. Phiên bản 1: theo cách M, chỉ số chung là trung bình cộng các tiêu chí.",
      en: "Share of answers on levels 4 and 5, estimated for all dossiers on the list: the sheets of each stratum count its dossiers divided by its sheets. Strata of fewer than 5 sheets are joined to the next of their unit; hidden strata share one weight. Criteria about services and about policies are never put together. Version 1: by M the overall index was the mean of the criteria.",
    },
    formula: {
      vi: "100 × Σ (N_h/n_h)·y_h ÷ Σ (N_h/n_h)·x_h, với y là số câu trả lời mức 4 và 5, x là số câu trả lời; M: yếu tố là trung bình cộng các tiêu chí, chỉ số chung là trung bình cộng các yếu tố",
      en: "100 × Σ (N_h/n_h)·y_h ÷ Σ (N_h/n_h)·x_h, y being answers on levels 4 and 5, x answers; M: a factor is the plain mean of its criteria, the overall index that of the factors",
    },
    base: sampleBase,
    unit: "percent",
    rounding: twoDecimals,
    suppression: respondents,
    interval: stratified,
  },
  sample_dissatisfaction: {
    id: "sample_dissatisfaction",
    version: 2,
    name: { vi: "Tỷ lệ không hài lòng của mẫu ngẫu nhiên", en: "Dissatisfaction rate of a drawn sample" },
    definition: {
      vi: "Như chỉ số hài lòng của mẫu ngẫu nhiên, với câu trả lời mức 1 và 2.",
      en: "As the satisfaction index of a drawn sample, of answers on levels 1 and 2.",
    },
    formula: {
      vi: "100 × Σ (N_h/n_h)·y_h ÷ Σ (N_h/n_h)·x_h, với y là số câu trả lời mức 1 và 2",
      en: "100 × Σ (N_h/n_h)·y_h ÷ Σ (N_h/n_h)·x_h, y being answers on levels 1 and 2",
    },
    base: sampleBase,
    unit: "percent",
    rounding: twoDecimals,
    suppression: respondents,
    interval: stratified,
  },
  sample_choice_share: {
    id: "sample_choice_share",
    version: 1,
    name: { vi: "Tỷ lệ lựa chọn của mẫu ngẫu nhiên", en: "Share of respondents of a drawn sample" },
    definition: {
      vi: "Tỷ lệ người chọn một phương án, ước lượng cho mọi hồ sơ trong danh sách mà người được hỏi sẽ trả lời câu này. Các tầng có từ 1 đến 4 người chọn một phương án được gộp với tầng kế bên, riêng cho từng câu hỏi.",
      en: "Share of people who chose an option, estimated for all dossiers on the list whose people would answer the question. Strata where one to four chose an option are joined to the next, for each question by itself.",
    },
    formula: {
      vi: "100 × Σ (N_h/n_h)·c_h ÷ Σ (N_h/n_h)·b_h, với c là số người chọn phương án, b là số người trả lời câu hỏi",
      en: "100 × Σ (N_h/n_h)·c_h ÷ Σ (N_h/n_h)·b_h, c being people who chose the option, b those who answered the question",
    },
    base: {
      vi: "Người đã trả lời câu hỏi. Giá trị có trọng số, còn n đếm người.",
      en: "People who answered the question. The value is weighted, n counts people.",
    },
    unit: "percent",
    rounding: twoDecimals,
    suppression: respondents,
    interval: stratified,
  },
  round_difference: {
    id: "round_difference",
    version: 1,
    name: { vi: "Chênh lệch giữa hai đợt", en: "Difference between two rounds" },
    definition: {
      vi: "Chỉ số hài lòng của một đợt trừ chỉ số của đợt liền trước cùng mẫu phiếu, cùng phiên bản và cùng cách chọn người trả lời. Chỉ nói “tăng” hoặc “giảm” khi p < 0,05 và khoảng tin cậy không chứa 0. Không so sánh khi đổi mẫu phiếu.",
      en: "The index of a round less that of the round before, of the same version of the questionnaire and the same way of choosing people. It is said to have risen or fallen only where p < 0.05 and the interval does not hold 0. Nothing is compared across a change of questionnaire.",
    },
    formula: {
      vi: "chỉ số đợt này − chỉ số đợt trước; z = hiệu ÷ √(p(1 − p)(1/n₁ + 1/n₂)), p gộp hai đợt, n là số phiếu hiệu dụng",
      en: "index of this round − index of the last; z = difference ÷ √(p(1 − p)(1/n₁ + 1/n₂)), p of both together, n effective sheets",
    },
    base: { vi: "Số phiếu của hai đợt.", en: "Sheets of both rounds." },
    unit: "points",
    rounding: twoDecimals,
    suppression: respondents,
    interval: {
      method: "newcombe",
      confidence: 0.95,
      note: {
        vi: "Khoảng tin cậy 95 % của hiệu hai tỷ lệ độc lập, ghép từ hai khoảng đã công bố (Newcombe 1998, phương pháp 10; với mẫu phân tầng là MOVER).",
        en: "95 % interval of the difference of two independent shares out of their published intervals (Newcombe 1998, method 10; with strata it is the MOVER).",
      },
    },
  },
  unit_rank: {
    id: "unit_rank",
    version: 1,
    name: { vi: "Thứ hạng đơn vị", en: "Rank of a unit" },
    definition: {
      vi: "Khoảng thứ hạng mà số liệu cho phép: đứng sau mọi đơn vị cao hơn rõ rệt và trước mọi đơn vị thấp hơn rõ rệt. Từng cặp đơn vị được so sánh, giá trị p hiệu chỉnh theo Holm. Đơn vị dưới 30 phiếu không được xếp; khi không có cặp nào khác nhau rõ rệt thì không xếp hạng.",
      en: "The places that the data allow: after every unit that is clearly higher, before every unit that is clearly lower. All pairs are compared, p-values corrected by Holm. Units of fewer than 30 sheets are not ranked, and where no pair differs nothing is.",
    },
    formula: {
      vi: "từ 1 + số đơn vị cao hơn rõ rệt đến số đơn vị − số đơn vị thấp hơn rõ rệt",
      en: "from 1 + units clearly higher to units − units clearly lower",
    },
    base: { vi: "Đơn vị có từ 30 phiếu trở lên.", en: "Units with 30 sheets or more." },
    unit: "rank",
    rounding: { decimals: 0, mode: "half_up" },
    suppression: respondents,
    interval: {
      method: "none",
      confidence: null,
      note: {
        vi: "Thứ hạng đã là một khoảng: mọi khoảng cùng đúng với xác suất 95 %.",
        en: "A rank is a range already: all ranges hold together with 95 %.",
      },
    },
  },
} satisfies Record<string, Metric>;
