import type { Permission } from "#app/domain/people/vocabulary.ts";
import type { RoundStage } from "#app/domain/surveys/vocabulary.ts";

/** Words of the acts as they stand in addresses and forms. */
export const roundActs = [
  "gui-duyet",
  "rut",
  "bo",
  "duyet",
  "tra-lai",
  "mo",
  "gia-han",
  "rut-gia-han",
  "duyet-gia-han",
  "tra-gia-han",
  "dong",
  "kiem-xong",
  "tinh",
  "cong-bo",
  "tra-ket-qua",
  "chinh-sua",
  "thoi-chinh-sua",
  "luu-tru",
] as const;
export type RoundAct = (typeof roundActs)[number];

/** What can be done at each stage, the step forward first. */
export const actsAt: Readonly<Record<RoundStage, readonly RoundAct[]>> = {
  drafting: ["gui-duyet", "bo"],
  to_approve: ["duyet", "tra-lai", "rut"],
  approved: ["mo", "rut"],
  open: ["duyet-gia-han", "tra-gia-han", "dong", "gia-han", "rut-gia-han"],
  to_check: ["kiem-xong"],
  to_compute: ["tinh"],
  to_approve_results: ["cong-bo", "tra-ket-qua"],
  published: ["luu-tru", "chinh-sua"],
  correcting: ["tinh", "thoi-chinh-sua"],
  correction_to_approve: ["cong-bo", "tra-ket-qua", "thoi-chinh-sua"],
  archived: [],
};

/** What is done with a later last day that waits for a leader. */
const withAsked: readonly RoundAct[] = ["duyet-gia-han", "tra-gia-han", "rut-gia-han"];
/** Whether an act has anything to act upon, with a later last day asked for or without. */
export const fitsAsked = (act: RoundAct, isAsked: boolean): boolean => (act === "gia-han" ? !isAsked : isAsked || !withAsked.includes(act));

const ofApprovers: readonly RoundAct[] = ["duyet", "tra-lai", "duyet-gia-han", "tra-gia-han", "cong-bo", "tra-ket-qua"];
/** The right that an act takes. The act itself checks it again. */
export const rightOf = (act: RoundAct): Permission => (ofApprovers.includes(act) ? "surveys.approve" : "surveys.manage");

/** What has to be written for an act: why, or what the public is told. */
export const writtenFor: Readonly<Partial<Record<RoundAct, "reason" | "note" | "extension">>> = {
  "tra-lai": "reason",
  "gia-han": "extension",
  "tra-gia-han": "reason",
  "tra-ket-qua": "reason",
  "chinh-sua": "note",
};

/** What cannot be undone. */
export const isDangerous = (act: RoundAct): boolean => act === "dong" || act === "bo";

export const isRoundAct = (text: string | null | undefined): text is RoundAct => roundActs.some((act) => act === text);

/** What may just have happened, as the address says it after an act; `lap`: the round was drawn up, `sua`: it was changed. */
export const justDone = (text: string | null): RoundAct | "lap" | "sua" | null =>
  ([...roundActs, "lap", "sua"] as const).find((one) => one === text) ?? null;
