/** Kinds a visitor may send. Formal complaints and denunciations are guided elsewhere (domain.md 4). */
export const caseKinds = ["gop_y", "hoi_dap", "phan_anh_kien_nghi", "phan_anh_hien_truong"] as const;
export type CaseKind = (typeof caseKinds)[number];

/** The seventeen states of domain.md 7.3. */
export const caseStates = [
  "MOI",
  "CHO_BO_SUNG",
  "DA_BO_SUNG",
  "DA_TIEP_NHAN",
  "DA_PHAN_CONG",
  "DANG_XU_LY",
  "TIEP_TUC_TAP_HOP",
  "CHO_DUYET",
  "DA_TRA_LOI",
  "DA_CONG_KHAI",
  "KHONG_CONG_KHAI",
  "TU_CHOI",
  "CHUYEN_NGOAI",
  "HUY",
  "MO_LAI",
  "DONG",
  "CHUYEN_MAT",
] as const;
export type CaseState = (typeof caseStates)[number];

/** States in which an office still owes something. */
export const openStates = [
  "MOI",
  "CHO_BO_SUNG",
  "DA_BO_SUNG",
  "DA_TIEP_NHAN",
  "DA_PHAN_CONG",
  "DANG_XU_LY",
  "TIEP_TUC_TAP_HOP",
  "CHO_DUYET",
  "DA_TRA_LOI",
  "MO_LAI",
] as const satisfies readonly CaseState[];

/** The eight contents of a phản ánh, kiến nghị: Decree 20/2008/NĐ-CP, article 5. */
export const caseContents = [1, 2, 3, 4, 5, 6, 7, 8] as const;
export type CaseContent = (typeof caseContents)[number];

export const caseFields = [
  "dau-tu",
  "xay-dung",
  "lao-dong",
  "moi-truong",
  "dat-dai",
  "ho-tich",
  "chung-thuc",
  "giao-thong-ha-tang",
  "dich-vu-cong-truc-tuyen",
  "mot-cua",
  "khac",
] as const;
export type CaseField = (typeof caseFields)[number];

export const channels = ["web", "api", "phone", "email", "post", "desk", "meeting", "qr", "import_1022"] as const;
export type Channel = (typeof channels)[number];

export const submitterTypes = ["citizen", "business", "organisation"] as const;
export type SubmitterType = (typeof submitterTypes)[number];

/** Reasons to refuse, domain.md 4.3. */
export const refusalReasons = ["R01", "R02", "R03", "R04", "R05", "R06", "R07", "R08", "R09", "R10"] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Reasons not to publish an answer, domain.md 7.3 transition 20. */
export const withholdReasons = ["private_life", "secret", "personal_conduct", "sender_disagrees"] as const;
export type WithholdReason = (typeof withholdReasons)[number];

export const conclusions = ["correct", "partly_correct", "not_correct", "insufficient_basis"] as const;
export type Conclusion = (typeof conclusions)[number];

export const assignmentRoles = ["lead", "supporting", "following"] as const;
export type AssignmentRole = (typeof assignmentRoles)[number];

export const replyStates = ["draft", "submitted", "returned", "approved"] as const;
export type ReplyState = (typeof replyStates)[number];

export const subjectMaxLength = 200;
export const bodyMinLength = 20;
export const bodyMaxLength = 5000;
export const placeMaxLength = 300;
export const maxAttachments = 5;
export const attachmentMaxBytes = 10 * 1024 * 1024;
export const ratingWindowDays = 30;
export const reopenWindowDays = 15;

/** What one official proposes and another decides. */
export const proposalKinds = ["supplement", "refusal", "extension"] as const;
export type ProposalKind = (typeof proposalKinds)[number];

/** `lapsed`: the case went on without it. */
export const proposalStates = ["pending", "granted", "declined", "lapsed"] as const;

/** What a template is a start for. */
export const templateKinds = ["reply", "message", "supplement", "refusal"] as const;
export type TemplateKind = (typeof templateKinds)[number];

/** What a template may leave open: `{{ma}}` and so on, filled in when it is used. */
export const templateFields = ["ma", "tieu_de", "ngay_nhan", "don_vi", "han", "thu_tuc", "can_bo", "hom_nay"] as const;
export type TemplateField = (typeof templateFields)[number];

/** Officials the form asks for at once; more can be added afterwards. */
export const namedOfficialsAtOnce = 3;

/** How often a sender may be asked for more; the second time another official must agree (domain.md 7.3, transition 2). */
export const supplementRequestsMost = 2;
/** With at most so many stars a sender may ask for a review, or take the answer to the superior unit. */
export const lowRatingMost = 2;

/** What a sender may do with a case, by its receipt. */
export const senderActs = ["supplement", "write", "rate", "reopen", "appeal", "withdraw"] as const;
export type SenderAct = (typeof senderActs)[number];

/** What an official may do with a case, named as the transition or the small act it is. */
export const officeActs = [
  "request_supplement",
  "propose_supplement",
  "approve_supplement",
  "decline_supplement",
  "propose_refusal",
  "refuse",
  "decline_refusal",
  "hand_over",
  "split",
  "accept",
  "name_officials",
  "assign",
  "add_support",
  "end_support",
  "name_handler",
  "mark_urgent",
  "bounce",
  "take_up",
  "transfer",
  "ask_extension",
  "extend",
  "decline_extension",
  "write_to_sender",
  "find_insufficient",
  "resume",
  "save_draft",
  "submit_reply",
  "return_reply",
  "approve_reply",
  "publish",
  "withhold",
  "reopen_for_sender",
  "move_to_successor",
  "hide",
  "show",
  "add_note",
  "reveal_identity",
] as const;
export type OfficeAct = (typeof officeActs)[number];

/** Acts that can be done on several cases at once, and on how many at most. */
export const bulkActs = ["assign", "name_handler", "take_up", "mark_urgent"] as const satisfies readonly OfficeAct[];
export type BulkAct = (typeof bulkActs)[number];
export const bulkMost = 100;

/** Lists of work in the office; each one's count equals its list. */
export const workLists = [
  "to_receive",
  "to_confirm",
  "to_assign",
  "to_take_up",
  "mine",
  "my_unit",
  "to_approve",
  "to_publish",
  "due_today",
  "overdue",
] as const;
export type WorkList = (typeof workLists)[number];

/** The steps told to the sender and, the plain ones among them, to the public. */
export const timelineSteps = [
  "received",
  "supplement_requested",
  "supplemented",
  "accepted",
  "assigned",
  "in_progress",
  "extended",
  "interim",
  "transferred",
  "refused",
  "answered",
  "published",
  "withheld",
  "reopened",
  "withdrawn",
  "split",
  "closed",
] as const;
export type TimelineStep = (typeof timelineSteps)[number];

/** Why a unit was suggested. */
export const suggestionReasons = ["procedure", "similar_cases", "field"] as const;
export type SuggestionReason = (typeof suggestionReasons)[number];

export const subjectMinLength = 5;
export const originalNumberMaxLength = 60;
/** How many days before today a case may have been received that an official enters, or that comes with a list (a quarter). */
export const receivedOldestDays = { entered: 30, imported: 92 } as const;
export const contactMaxLength = 200;
export const messageMaxLength = 3000;
export const replyMaxLength = 20_000;
export const reasonMinLength = 10;
export const reasonMaxLength = 1000;
export const maxParts = 5;
/** A case kept for later study is looked at again after so many days (domain.md 7.3, transition 15). */
export const reviewEveryDays = 90;
/** Cases one client may send in an hour. */
export const sendingLimit = { name: "send-case", points: 20, seconds: 3600 } as const;
/** Messages one sender may put into the thread of one case. */
export const senderMessagesMost = 50;
/** A case, its sender and its mails are kept at most so many years after it was closed; told at /quyen-rieng-tu. */
export const caseTermYears = 10;
/** What figures of a day are kept for: everything, a unit with all below it, a procedure. */
export const dayScopes = ["all", "unit", "procedure"] as const;
