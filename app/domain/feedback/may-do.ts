import type { CivilDay } from "../calendar/civil-day.ts";
import { mayIn, type Official } from "../people/official.ts";
import { mayStillReopen } from "./rules.ts";
import { takesPart } from "./takes-part.ts";
import { type Transition, transitions } from "./transitions.ts";
import { type CaseKind, type CaseState, type OfficeAct, type ProposalKind, supplementRequestsMost } from "./vocabulary.ts";

/** What decides which acts stand open; the acts decide again, in SQL. */
export type Standing = {
  state: CaseState;
  kind: CaseKind;
  content: number | null;
  /** Ids. */
  unitId: string | null;
  aboutUnitId: string | null;
  handlerId: string | null;
  bounces: number;
  urgent: boolean;
  reopenedFrom: number;
  answeredAt: Date | null;
  publishWish: boolean;
  hasIdentity: boolean;
  /** Author and state of the answer of the present round. */
  reply: { authorId: string; state: string } | null;
  /** The public copy, if any. */
  publicCopy: "shown" | "hidden" | null;
  /** What waits for somebody's decision. */
  proposal: { kind: ProposalKind; proposedById: string } | null;
  supplementRequests: number;
  /** Units that read along. */
  supportingUnits: number;
  /** The unit that must answer is no more; a person must choose its successor. */
  unitEnded: boolean;
};

type Guard = (now: Standing, by: Official, today: CivilDay) => boolean;

const isHandler: Guard = (now, by) => now.handlerId === by.id;
const waits =
  (kind: ProposalKind): Guard =>
  (now, by) =>
    now.proposal?.kind === kind && now.proposal.proposedById !== by.id;
const isNeitherHandlerNorAuthor: Guard = (now, by) => now.handlerId !== by.id && now.reply?.authorId !== by.id;

/** Guards beyond right, scope and state. */
const guards: Partial<Record<OfficeAct, Guard>> = {
  propose_supplement: (now) => now.proposal === null && now.supplementRequests < supplementRequestsMost,
  approve_supplement: waits("supplement"),
  decline_supplement: waits("supplement"),
  propose_refusal: (now) => now.proposal === null,
  refuse: waits("refusal"),
  decline_refusal: waits("refusal"),
  assign: (now, by) => now.state !== "DA_PHAN_CONG" || mayIn(by, "cases.assign", now.unitId),
  mark_urgent: (now) => !now.urgent,
  end_support: (now) => now.supportingUnits > 0,
  move_to_successor: (now) => now.unitEnded,
  bounce: (now) => now.bounces < 2,
  take_up: (now, by) => now.handlerId === null || now.handlerId === by.id,
  write_to_sender: isHandler,
  save_draft: isHandler,
  submit_reply: (now, by) => now.handlerId === by.id && now.reply !== null,
  ask_extension: (now, by) => now.handlerId === by.id && now.proposal === null,
  extend: (now, by) => now.handlerId !== by.id && waits("extension")(now, by, ""),
  decline_extension: waits("extension"),
  find_insufficient: (now) => now.kind === "phan_anh_kien_nghi" && now.content !== 1,
  approve_reply: isNeitherHandlerNorAuthor,
  publish: (now) => now.publishWish || now.kind === "phan_anh_kien_nghi",
  reopen_for_sender: (now, _by, today) => now.reopenedFrom === 0 && mayStillReopen(now, today),
  hide: (now) => now.publicCopy === "shown",
  show: (now) => now.publicCopy === "hidden",
};

/** The acts open to this official on a case as it stands, for the buttons of the page. */
export function mayDo(now: Standing, by: Official, today: CivilDay): OfficeAct[] {
  const unit = now.unitId ?? now.aboutUnitId ?? undefined;
  const acts = Object.entries(transitions).flatMap(([name, transition]: [string, Transition]): OfficeAct[] => {
    if (transition.actor !== "official" || transition.permission === null) return [];
    if (!transition.from.includes(now.state) || !mayIn(by, transition.permission, unit)) return [];
    const act = name as OfficeAct;
    return (guards[act]?.(now, by, today) ?? true) ? [act] : [];
  });
  if (now.hasIdentity && mayIn(by, "identities.reveal", unit)) acts.push("reveal_identity");
  return takesPart(by) ? [...acts, "add_note"] : acts;
}
