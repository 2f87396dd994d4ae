import { derivedMetrics } from "./derived-metrics.ts";
import { everythingCounted, inSigns, type Metric, respondents, surveyBase, twoDecimals, wilsonOfAnswers } from "./metric.ts";
import { sampleMetrics } from "./sample-metrics.ts";
import { serviceMetrics } from "./service-metrics.ts";
import type { MetricId } from "./vocabulary.ts";

/** Every figure that is published, by its id. */
export const metrics: Readonly<Record<MetricId, Metric>> = {
  satisfaction_index: {
    id: "satisfaction_index",
    version: 2,
    name: { vi: "Chỉ số hài lòng", en: "Satisfaction index" },
    definition: {
      vi: "Tỷ lệ câu trả lời “hài lòng” và “rất hài lòng” (mức 4 và 5) trong số câu trả lời trên thang năm mức. Yếu tố và chỉ số chung gộp số đếm của các tiêu chí (P); hoặc, tùy mẫu phiếu, lấy trung bình cộng: yếu tố là trung bình cộng các tiêu chí, chỉ số chung là trung bình cộng các yếu tố (M). Chỉ số chung chỉ gồm các tiêu chí về phục vụ; tiêu chí về chính sách có chỉ số riêng và không bao giờ gộp vào. Phiên bản 1: theo cách M, chỉ số chung là trung bình cộng các tiêu chí.",
      en: "Share of answers “satisfied” and “very satisfied” (levels 4 and 5) among answers on the five-level scale. Factors and the overall index pool the criteria’s counts (P); or, as the questionnaire says, they are plain means: a factor of its criteria’s indices, the overall index of the factors’ (M). The overall index rests on the criteria about services only; those about policies have an index of their own and are never put into it. Version 1: by M the overall index was the mean of the criteria.",
    },
    formula: {
      vi: "100 × (n4 + n5) ÷ (n1 + n2 + n3 + n4 + n5); P: 100 × Σ(n4 + n5) ÷ Σn; M: yếu tố = Σ chỉ số tiêu chí ÷ số tiêu chí, chung = Σ chỉ số yếu tố ÷ số yếu tố",
      en: "100 × (n4 + n5) ÷ (n1 + n2 + n3 + n4 + n5); P: 100 × Σ(n4 + n5) ÷ Σn; M: factor = Σ criterion index ÷ number of criteria, overall = Σ factor index ÷ number of factors",
    },
    base: surveyBase,
    unit: "percent",
    rounding: twoDecimals,
    suppression: respondents,
    interval: wilsonOfAnswers,
  },
  dissatisfaction_rate: {
    id: "dissatisfaction_rate",
    version: 2,
    name: { vi: "Tỷ lệ không hài lòng", en: "Dissatisfaction rate" },
    definition: {
      vi: "Tỷ lệ câu trả lời “rất không hài lòng” và “không hài lòng” (mức 1 và 2) trong số câu trả lời trên thang năm mức. Nhiều tiêu chí được gộp như ở chỉ số hài lòng.",
      en: "Share of answers “very dissatisfied” and “dissatisfied” (levels 1 and 2) among answers on the five-level scale. Criteria are put together as in the satisfaction index.",
    },
    formula: inSigns("100 × (n1 + n2) ÷ (n1 + n2 + n3 + n4 + n5)"),
    base: surveyBase,
    unit: "percent",
    rounding: twoDecimals,
    suppression: respondents,
    interval: wilsonOfAnswers,
  },
  mean_score: {
    id: "mean_score",
    version: 1,
    name: { vi: "Điểm trung bình", en: "Mean score" },
    definition: {
      vi: "Trung bình cộng của các mức trả lời từ 1 đến 5. Chỉ để tham khảo, không phải chỉ số hài lòng.",
      en: "Mean of the levels from 1 to 5. For reference only; it is not the satisfaction index.",
    },
    formula: inSigns("(1·n1 + 2·n2 + 3·n3 + 4·n4 + 5·n5) ÷ (n1 + n2 + n3 + n4 + n5)"),
    base: surveyBase,
    unit: "score_1_to_5",
    rounding: twoDecimals,
    suppression: respondents,
    interval: {
      method: "none",
      confidence: null,
      note: {
        vi: "Không có khoảng tin cậy: thang đo có thứ bậc, khoảng cách giữa các mức không bằng nhau.",
        en: "No interval: the scale is ordinal, its steps are not equal.",
      },
    },
  },
  on_time_rate: {
    id: "on_time_rate",
    version: 1,
    name: { vi: "Tỷ lệ trả lời đúng hạn", en: "On-time rate" },
    definition: {
      vi: "Tỷ lệ phản ánh được trả lời đúng hạn trong số phản ánh đã trả lời và phản ánh đã quá hạn mà chưa trả lời.",
      en: "Share of cases answered by their due day among cases answered and cases past their due day still unanswered.",
    },
    formula: {
      vi: "100 × trả lời đúng hạn ÷ (đã trả lời + quá hạn chưa trả lời)",
      en: "100 × answered by the due day ÷ (answered + open past the due day)",
    },
    base: {
      vi: "Phản ánh đã trả lời cộng phản ánh quá hạn chưa trả lời. Không tính phản ánh bị rút, từ chối hoặc chuyển cơ quan khác.",
      en: "Cases answered plus cases overdue. Cases withdrawn, refused or passed to another body do not count.",
    },
    unit: "percent",
    rounding: twoDecimals,
    suppression: null,
    interval: everythingCounted,
  },
  median_days_to_answer: {
    id: "median_days_to_answer",
    version: 1,
    name: { vi: "Số ngày trả lời (trung vị)", en: "Median days to answer" },
    definition: {
      vi: "Một nửa số phản ánh được trả lời trong ngần ấy ngày làm việc hoặc sớm hơn, kể từ ngày tiếp nhận, không trừ thời gian chờ bổ sung.",
      en: "Half of the cases were answered within this many working days of receipt; waiting for the sender is not taken off.",
    },
    formula: {
      vi: "trung vị của số ngày làm việc từ ngày tiếp nhận đến ngày trả lời",
      en: "median of working days from receipt to answer",
    },
    base: { vi: "Phản ánh đã trả lời trong kỳ.", en: "Cases answered in the period." },
    unit: "working_days",
    rounding: { decimals: 1, mode: "half_up" },
    suppression: null,
    interval: everythingCounted,
  },
  cases_received: {
    id: "cases_received",
    version: 1,
    name: { vi: "Số phản ánh tiếp nhận", en: "Cases received" },
    definition: {
      vi: "Số góp ý, hỏi đáp và phản ánh, kiến nghị gửi đến trong kỳ, kể cả bị từ chối. Khiếu nại và tố cáo không bao giờ được đếm ở đây.",
      en: "Comments, questions and reports received in the period, refused ones included. Formal complaints and denunciations are never counted here.",
    },
    formula: {
      vi: "đếm phản ánh theo ngày tiếp nhận",
      en: "count of cases by day of receipt",
    },
    base: { vi: "Chính số phản ánh đó.", en: "The cases themselves." },
    unit: "cases",
    rounding: { decimals: 0, mode: "half_up" },
    suppression: null,
    interval: everythingCounted,
  },
  answer_rating: {
    id: "answer_rating",
    version: 1,
    name: { vi: "Hài lòng với câu trả lời", en: "Satisfaction with answers" },
    definition: {
      vi: "Tỷ lệ người gửi cho câu trả lời 4 hoặc 5 điểm trong số người gửi đã chấm điểm.",
      en: "Share of senders who gave the answer 4 or 5 points among senders who rated it.",
    },
    formula: inSigns("100 × (n4 + n5) ÷ (n1 + n2 + n3 + n4 + n5)"),
    base: { vi: "Người gửi đã chấm điểm câu trả lời.", en: "Senders who rated the answer." },
    unit: "percent",
    rounding: twoDecimals,
    suppression: respondents,
    interval: wilsonOfAnswers,
  },
  slip_return_rate: {
    id: "slip_return_rate",
    version: 1,
    name: { vi: "Tỷ lệ phiếu thu về", en: "Slip return rate" },
    definition: {
      vi: "Tỷ lệ phiếu phát tại quầy đã được trả lời trong số phiếu đã phát.",
      en: "Share of slips handed out at the desk that were answered.",
    },
    formula: {
      vi: "100 × phiếu đã trả lời ÷ phiếu đã phát",
      en: "100 × slips answered ÷ slips issued",
    },
    base: { vi: "Phiếu đã phát, trừ phiếu hủy.", en: "Slips issued, without cancelled ones." },
    unit: "percent",
    rounding: twoDecimals,
    suppression: null,
    interval: everythingCounted,
  },
  choice_share: {
    id: "choice_share",
    version: 1,
    name: { vi: "Tỷ lệ lựa chọn", en: "Share of respondents" },
    definition: {
      vi: "Tỷ lệ người chọn một phương án trong số người đã trả lời câu hỏi. Câu được chọn nhiều phương án có tổng lớn hơn 100 %. Câu xếp thứ tự: tỷ lệ người xếp phương án đó đầu tiên.",
      en: "Share of people who chose an option among those who answered the question. Where several may be chosen, the shares add up to more than 100 %. In a ranking: the share who put the option first.",
    },
    formula: {
      vi: "100 × số người chọn phương án ÷ số người trả lời câu hỏi",
      en: "100 × people who chose the option ÷ people who answered the question",
    },
    base: {
      vi: "Người đã trả lời câu hỏi. Câu bỏ trống, câu không hỏi đến và “Không biết / Không áp dụng” không tính.",
      en: "People who answered the question. Blanks, questions not asked and “Don’t know / Does not apply” do not count.",
    },
    unit: "percent",
    rounding: twoDecimals,
    suppression: respondents,
    interval: wilsonOfAnswers,
  },
  ...sampleMetrics,
  ...derivedMetrics,
  ...serviceMetrics,
};
