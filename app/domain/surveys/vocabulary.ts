export const roundStates = ["draft", "open", "closed", "published", "archived"] as const;
export type RoundState = (typeof roundStates)[number];

/**
 * Where a round stands inside the office (domain.md 7.4: Soạn → Duyệt → Mở → Đóng → Kiểm phiếu → Tính → Duyệt kết quả → Công bố
 * → Lưu trữ), in order; each belongs to one public state. `correcting` and `correction_to_approve` lead a published round to
 * its next edition and back to `published`.
 */
export const roundStages = [
  "drafting",
  "to_approve",
  "approved",
  "open",
  "to_check",
  "to_compute",
  "to_approve_results",
  "published",
  "correcting",
  "correction_to_approve",
  "archived",
] as const;
export type RoundStage = (typeof roundStages)[number];
export const stateOfStage: Readonly<Record<RoundStage, RoundState>> = {
  drafting: "draft",
  to_approve: "draft",
  approved: "draft",
  open: "open",
  to_check: "closed",
  to_compute: "closed",
  to_approve_results: "closed",
  published: "published",
  correcting: "published",
  correction_to_approve: "published",
  archived: "archived",
};

/** Why a group of sheets is invalid. What exactly happened stands beside it in words, for the office. */
export const exclusionReasons = ["device_fault", "wrong_people", "filled_by_staff", "sent_many_times", "keyed_wrong", "other"] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];
/** Sheets are taken out of the figures in groups of no fewer: what is missing of fewer would tell what they answered. */
export const excludedAtLeast = 5;
/** What is written when something is returned, taken out or corrected. */
export const reasonMaxLength = 500;
/** What respondents are told about the use of their answers: short enough to be read. */
export const consentMaxLength = 600;

/** How a sheet came in. Self-selected (open_link) and drawn (sample) answers are never mixed. */
export const sheetModes = ["open_link", "desk_slip", "sample", "paper", "kiosk"] as const;
export type SheetMode = (typeof sheetModes)[number];

/** Who chose who answers: the people themselves, or a random draw. Figures are given for each group apart. */
export const modeGroups = ["self_selected", "drawn"] as const;
export type ModeGroup = (typeof modeGroups)[number];
export const groupOfMode: Readonly<Record<SheetMode, ModeGroup>> = {
  open_link: "self_selected",
  desk_slip: "self_selected",
  paper: "self_selected",
  kiosk: "self_selected",
  sample: "drawn",
};

export const slipOccasions = ["receipt", "supplement", "refusal", "result"] as const;
export type SlipOccasion = (typeof slipOccasions)[number];

export const slipStates = ["issued", "used", "expired", "cancelled"] as const;
export type SlipState = (typeof slipStates)[number];

export const questionKinds = ["scale5", "scale3", "single", "multiple", "yesno", "number", "ranking", "text"] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** The answer “does not know, or it does not apply” in `sheets.answers`. It counts in no base. */
export const notApplicableLevel = 6;
/** The same in words, as a form or a machine sends it. */
export const notApplicableCode = "na";

/** Stands where counts by profile name a question: the one about overall satisfaction, its level as option. Places end before it. */
export const overallAnswer = 255;

/** What may be odd about a sheet. It is counted all the same, and how many there are is told beside the figures. */
export const sheetFlags = ["speeder", "straight_lining", "same_device_day"] as const;
export type SheetFlag = (typeof sheetFlags)[number];
/**
 * When a sheet is flagged: filled in within less than so many seconds for each closed question that was answered; or so
 * many answers on the five-level scale and all on one level. No item of our questionnaires is worded the other way round.
 */
export const flagRules = { secondsPerAnswer: 1.5, answersOnOneLevel: 8 } as const;
/** The bits of `sheets.flags`. */
export const bitOfFlag: Readonly<Record<SheetFlag, number>> = { speeder: 1, straight_lining: 2, same_device_day: 4 };

/** `service` makes the overall index; `policy` (the policies that SIPAS asks about since 2022) an index of its own. */
export const questionParts = ["service", "policy", "overall", "open", "process", "views", "profile", "expectations"] as const;
export type QuestionPart = (typeof questionParts)[number];

/** How criteria make an index: counts are pooled, or a factor is the mean of its criteria and the whole that of its factors (domain.md 2.4). */
export const indexVariants = ["pooled", "mean"] as const;
export type IndexVariant = (typeof indexVariants)[number];

/** Paper sheets are typed in for so many days after the last day of their round at most. */
export const keyingDaysMost = 60;
/** A round is extended by so many days at most, all its extensions together. */
export const extensionDaysMost = 90;
/** A later last day: asked for, then approved, declined by a leader, or taken back. */
export const extensionStates = ["asked", "approved", "declined", "withdrawn"] as const;
export type ExtensionState = (typeof extensionStates)[number];

export const textMaxLength = 2000;
/** Slips of one batch, and the days they may hold. */
export const slipsPerBatch = 200;
export const slipDaysMost = 365;
/** Codes of slips are kept at most so many days after their round ended; told at /quyen-rieng-tu. */
export const slipTermDays = 90;

/** How raw answers leave the portal. */
export const answerFormats = ["csv", "xlsx"] as const;
export type AnswerFormat = (typeof answerFormats)[number];
/** Sheets in one workbook at most: it is put together in memory. */
export const workbookRowsMost = 100_000;
export const exportReasonMinLength = 10;
export const exportReasonMaxLength = 300;

export const roundTitleMaxLength = 200;
/** Percent satisfied an authority sets itself when it says nothing else. */
export const usualTarget = 83;

/**
 * Codes that no slip has, typed or scanned: so many from one client in an hour. When all clients together miss more
 * often than `slipMissesOfAll`, somebody is guessing from many places: then one miss an hour is each client's last.
 */
export const slipMisses = { name: "slip-misses", points: 30, seconds: 3600 } as const;
export const slipMissesOfAll = { name: "slip-misses-all", points: 5000, seconds: 3600 } as const;
export const slipFirstMiss = { name: "slip-first-miss", points: 1, seconds: 3600 } as const;

/** Sheets that one client may send through the open link in an hour: a family, a class, an office behind one address. Slips are not counted. */
export const openLinkLimit = { name: "survey-open-link", points: 120, seconds: 3600 } as const;
