import type { DueMessage, MessageContents } from "#app/domain/messages/index.server.ts";
import type { Language } from "#app/domain/content/vocabulary.ts";

const unit = { unitVi: "Phòng Đầu tư", unitEn: "Investment Division" };
export const sampleCode = "PA-2026-7K3QXM";
const code = sampleCode;
const drawnFor = {
  titleVi: "Khảo sát hài lòng, đợt 2 năm 2026",
  titleEn: "Satisfaction survey, second round of 2026",
  authorityVi: "Ban Quản lý Khu kinh tế",
  authorityEn: "Economic Zone Authority",
  closesOn: "2026-06-30",
  minutes: 10,
  ...unit,
};

/** What each mail may be filled with; invented. */
export const mailContents: MessageContents = {
  case_received: { code, answerBy: "2026-05-20" },
  case_supplement_requested: { code, request: "Mã hồ sơ ghi trên giấy hẹn.\nẢnh chụp giấy hẹn, nếu có.", until: "2026-05-04" },
  case_accepted: { code, answerBy: "2026-05-20" },
  case_assigned: { code, ...unit },
  case_in_progress: { code, ...unit },
  case_message: { code, body: "Xin cho biết <b>ngày nộp</b>\n& nơi nộp", ...unit },
  case_extended: { code, until: "2026-05-27", reason: "Cần lấy ý kiến của Sở Xây dựng" },
  case_deadline_moved: { code, from: "2026-05-20", until: "2026-05-21" },
  case_interim: { code, body: "Chúng tôi ghi nhận ý kiến và sẽ xem xét khi sửa quy định.", ...unit },
  case_transferred: { code, externalBody: "Sở Xây dựng", letter: "12/CV" },
  case_answered: {
    code,
    answer:
      "Hồ sơ của bạn thiếu bản vẽ mặt bằng nên bị chậm. Chúng tôi đã hướng dẫn bổ sung và cấp giấy phép ngày 18/5/2026.\n\nChúng tôi xin lỗi vì đã không báo sớm hơn.",
    legalBasis: "Điều 20 Nghị định 61/2018/NĐ-CP",
    rateUntil: "2026-06-19",
    ...unit,
  },
  case_published: { code },
  case_withheld: { code, reason: "private_life" },
  case_refused: { code, reason: "R05", text: "Đã trả lời ngày 1/4" },
  case_reopened: { code, answerBy: null },
  case_withdrawn: { code },
  case_received_by_mail: { code, answerBy: "2026-05-20", leftOut: 2 },
  case_joined: { code },
  case_lead_published: { code, lead: "PA-2026-8K3MZ7" },
  case_lead_withheld: { code, answeredOn: "2026-05-18" },
  mail_not_taken: { why: "too_short" },
  case_handed_over: { receivedOn: "2026-04-24" },
  deadline_digest: {
    day: "2026-05-21",
    items: [{ code, kind: "hoi_dap", step: "answer", warning: "overdue", dueOn: "2026-05-20", overdueDays: 1, ...unit }],
    more: 2,
  },
  sample_invitation: { ...drawnFor, code: "7K3Q-XM2A-9TRD" },
  sample_reminder: { ...drawnFor, code: "7K3Q-XM2A-9TRD" },
  subscription_confirm: {
    topic: "procedure",
    slug: "cap-giay-phep-xay-dung",
    nameVi: "Cấp giấy phép xây dựng",
    nameEn: "Building permit",
  },
  subscription_exists: { topic: "field", slug: "dat-dai", nameVi: "", nameEn: null },
  subscription_digest: {
    day: "2026-05-21",
    items: [
      { kind: "case", slug: code, titleVi: "Giấy phép xây dựng quá hẹn 10 ngày", titleEn: null, day: "2026-05-20", ...unit },
      {
        kind: "news",
        slug: "mot-cua-thu-bay",
        titleVi: "Một cửa làm việc sáng thứ Bảy",
        titleEn: "One-stop desk open on Saturday mornings",
        day: "2026-05-20",
        unitVi: "",
        unitEn: "",
      },
      {
        kind: "procedure",
        slug: "cap-giay-phep-xay-dung",
        titleVi: "Cấp giấy phép xây dựng",
        titleEn: "Building permit",
        day: "2026-05-19",
        ...unit,
      },
    ],
  },
};

const token = "0123456789abcdefghijklmnopqrstuv0123456789";

/** A mail of each kind as it stands before rendering. */
export function sampleMail<Template extends keyof MessageContents>(
  template: Template,
  language: Language,
  more: { data?: unknown; unsubscribeToken?: string | null } = {},
): DueMessage {
  const ofCase = template.startsWith("case_") && template !== "case_handed_over";
  const ofReader = template.startsWith("subscription_");
  const optional = template === "case_assigned" || template === "case_in_progress" || template === "case_published";
  return {
    id: "3f2b8c1e-0000-4000-8000-00000000000a",
    template,
    data: mailContents[template],
    language,
    address: "nguoi.gui@example.vn",
    bounceToken: token,
    threadToken: ofCase ? token : null,
    earlier: [],
    unsubscribeToken: optional || (ofReader && template !== "subscription_confirm") ? token : null,
    subscriptionToken: ofReader ? token : null,
    ...more,
  } as DueMessage;
}
