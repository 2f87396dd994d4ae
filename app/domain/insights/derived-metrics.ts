import { type Metric, respondents, twoDecimals } from "./metric.ts";

/** Figures that are made of others, or say how two questions go together. None of them is a satisfaction index. */
export const derivedMetrics = {
  importance: {
    id: "importance",
    version: 1,
    name: { vi: "Mức liên quan đến hài lòng chung", en: "Link with overall satisfaction" },
    definition: {
      vi: "Hệ số tương quan hạng Spearman giữa câu trả lời về một tiêu chí và câu hỏi hài lòng chung của cùng phiếu, từ −1 đến 1. Càng gần 1, ai chấm tiêu chí này cao càng thường hài lòng chung. Hệ số không nói cái nào là nguyên nhân. Không tính khi dưới 30 người trả lời cả hai câu; ẩn khi dưới 5 người chọn khác mức thường gặp nhất ở một trong hai câu. Phiếu của mẫu ngẫu nhiên không nhân trọng số.",
      en: "Spearman’s rank correlation between the answer to a criterion and the question about overall satisfaction on the same sheet, −1 to 1. The nearer to 1, the more often those who rate the criterion high are satisfied overall. It does not say which is the cause. Not computed where fewer than 30 people answered both; hidden where fewer than 5 chose another level than the most frequent one at either question. Sheets of a drawn sample are not weighted.",
    },
    formula: {
      vi: "Σ (a − ā)(b − b̄) ÷ √(Σ (a − ā)² · Σ (b − b̄)²), a và b là hạng của hai câu trả lời; cùng mức thì cùng hạng trung bình",
      en: "Σ (a − ā)(b − b̄) ÷ √(Σ (a − ā)² · Σ (b − b̄)²), a and b being the ranks of both answers; equal levels share the mean of their ranks",
    },
    base: {
      vi: "Người trả lời cả tiêu chí và câu hỏi hài lòng chung.",
      en: "People who answered both the criterion and the question about overall satisfaction.",
    },
    unit: "coefficient",
    rounding: twoDecimals,
    suppression: respondents,
    interval: {
      method: "spearman_delta",
      confidence: 0.95,
      note: {
        vi: "Khoảng tin cậy 95 % theo biến đổi z của Fisher, phương sai tính bằng phương pháp delta từ bảng hai chiều, kể cả khi nhiều người cùng hạng (Brown – Benedetti 1977).",
        en: "95 % interval by Fisher’s z, with the variance of the delta method out of the two-way table, ties and all (Brown and Benedetti 1977).",
      },
    },
  },
  post_stratified_index: {
    id: "post_stratified_index",
    version: 1,
    name: { vi: "Chỉ số nếu tính theo số hồ sơ", en: "Index weighted by dossiers" },
    definition: {
      vi: "Để đối chiếu: chỉ số của từng đơn vị nhân với tỷ trọng số hồ sơ của đơn vị trong kỳ. Chỉ tính trên các đơn vị được công bố. Không phải chỉ số SIPAS, vì người trả lời tự nguyện chứ không được chọn ngẫu nhiên.",
      en: "A check: each unit’s index times its part of the period’s dossiers. Only units that are shown count. It is not the SIPAS index, because people chose to answer and were not drawn at random.",
    },
    formula: {
      vi: "Σ N_s × chỉ số của đơn vị s ÷ Σ N_s, N_s là số hồ sơ của đơn vị trong kỳ",
      en: "Σ N_s × index of unit s ÷ Σ N_s, N_s being the unit’s dossiers of the period",
    },
    base: { vi: "Phiếu của các đơn vị được công bố.", en: "Sheets of the units that are shown." },
    unit: "percent",
    rounding: twoDecimals,
    suppression: respondents,
    interval: {
      method: "none",
      confidence: null,
      note: {
        vi: "Không có khoảng tin cậy: trọng số không biến người tự nguyện trả lời thành mẫu ngẫu nhiên.",
        en: "No interval: weights do not turn people who chose to answer into a random sample.",
      },
    },
  },
  group_difference: {
    id: "group_difference",
    version: 1,
    name: { vi: "Chênh lệch giữa mẫu ngẫu nhiên và người tự nguyện trả lời", en: "Difference between those drawn and those who chose to answer" },
    definition: {
      vi: "Chỉ số của mẫu ngẫu nhiên trừ chỉ số của người tự nguyện trả lời trong cùng một đợt. Chỉ nói cao hơn hay thấp hơn khi p < 0,05 và khoảng tin cậy không chứa 0.",
      en: "The index of the drawn sample less that of those who chose to answer, in one round. Said to be higher or lower only where p < 0.05 and the interval does not hold 0.",
    },
    formula: {
      vi: "chỉ số mẫu ngẫu nhiên − chỉ số người tự nguyện trả lời; z = hiệu ÷ √(p(1 − p)(1/n₁ + 1/n₂)), p gộp hai nhóm, n là số phiếu hiệu dụng",
      en: "index of those drawn − index of those who chose to; z = difference ÷ √(p(1 − p)(1/n₁ + 1/n₂)), p of both together, n effective sheets",
    },
    base: { vi: "Số phiếu của hai nhóm.", en: "Sheets of both groups." },
    unit: "points",
    rounding: twoDecimals,
    suppression: respondents,
    interval: {
      method: "newcombe",
      confidence: 0.95,
      note: {
        vi: "Như chênh lệch giữa hai đợt, với người tự nguyện trả lời được coi như một mẫu ngẫu nhiên: đó là giả định, không phải sự thật.",
        en: "As of two rounds, taking those who chose to answer for a random sample: an assumption, not a fact.",
      },
    },
  },
} satisfies Record<string, Metric>;
