import {
  acceptCase,
  addNote,
  addSupplement,
  approveReply,
  assignCase,
  bounceCase,
  extendCase,
  findInsufficient,
  handOverCase,
  keepCases,
  publishCase,
  rateAnswer,
  refuseCase,
  reopenCase,
  requestSupplement,
  saveReplyDraft,
  sendCase,
  submitReply,
  takeUpCase,
  transferCase,
  withdrawCase,
  withholdCase,
  writeAsSender,
  writeToSender,
  type PreparedUpload,
} from "#app/domain/feedback/index.server.ts";
import { civilDay, plusDays, startOfCivilDay } from "#app/domain/calendar/civil-day.ts";
import { officialCalendar } from "#app/domain/calendar/official-days.ts";
import { nextWorkingDay } from "#app/domain/calendar/working-days.ts";
import { CaseDraft, type ReplyDraft } from "#app/domain/feedback/schemas.ts";
import type { CaseField, CaseKind, CaseState, Channel, RefusalReason, SubmitterType, WithholdReason } from "#app/domain/feedback/vocabulary.ts";
import type { FileStore } from "#app/domain/file-store.ts";
import type { Keys } from "#app/domain/keys.ts";
import type { Official } from "#app/domain/people/official.ts";
import type { Db } from "#db/schema/handle.ts";
import { cases } from "#db/schema/index.ts";
import { eq } from "drizzle-orm";
import { makeOfficial } from "./officials.ts";
import { makeUnit } from "./units.ts";

/** Who works on a case. The handler and head are of the unit that answers. */
export type CasePeople = { intake: Official; coordinator: Official; handler: Official; head: Official; approver: Official };

/** What happens to a case on its way, in this order. */
const stepsInOrder = [
  "request_supplement",
  "supplement",
  "withdraw",
  "refuse",
  "hand_over",
  "accept",
  "transfer",
  "assign",
  "take_up",
  "thread",
  "extend",
  "find_insufficient",
  "submit",
  "approve",
  "publish",
  "withhold",
  "rate",
  "reopen",
  "close",
] as const;
type Step = (typeof stepsInOrder)[number];

/** Days after receipt on which each step happens, unless told otherwise. */
const usualDays: Readonly<Record<Step, number>> = {
  request_supplement: 1,
  supplement: 4,
  withdraw: 2,
  refuse: 1,
  hand_over: 1,
  accept: 1,
  transfer: 2,
  assign: 2,
  take_up: 2,
  thread: 3,
  extend: 3,
  find_insufficient: 5,
  submit: 5,
  approve: 6,
  publish: 7,
  withhold: 7,
  rate: 9,
  reopen: 10,
  close: 45,
};

const worked = ["accept", "assign", "take_up"] as const;
const answered = [...worked, "submit", "approve"] as const;

const wayTo: Readonly<Record<CaseState, readonly Step[]>> = {
  MOI: [],
  CHO_BO_SUNG: ["request_supplement"],
  DA_BO_SUNG: ["request_supplement", "supplement"],
  DA_TIEP_NHAN: ["accept"],
  DA_PHAN_CONG: ["accept", "assign"],
  DANG_XU_LY: worked,
  TIEP_TUC_TAP_HOP: [...worked, "find_insufficient"],
  CHO_DUYET: [...worked, "submit"],
  DA_TRA_LOI: answered,
  DA_CONG_KHAI: [...answered, "publish"],
  KHONG_CONG_KHAI: [...answered, "withhold"],
  TU_CHOI: ["refuse"],
  CHUYEN_NGOAI: ["accept", "transfer"],
  HUY: ["withdraw"],
  MO_LAI: [...answered, "publish", "reopen"],
  DONG: [...answered, "publish", "close"],
  CHUYEN_MAT: ["hand_over"],
};

export type CaseWish = {
  state?: CaseState;
  kind?: CaseKind;
  subject?: string;
  body?: string;
  /** More of what the sender writes. */
  draft?: { [Field in keyof CaseDraft]?: CaseDraft[Field] | undefined };
  submitterType?: SubmitterType;
  field?: CaseField;
  channel?: Channel;
  language?: "vi" | "en";
  photos?: readonly PreparedUpload[];
  files?: FileStore;
  /** The unit that answers; made when there is none. */
  unit?: { id: string };
  people?: CasePeople;
  receivedAt?: Date;
  /** Days after receipt, step by step. Officials work on working days: a step on a day off moves on to the next one. */
  days?: Partial<Record<Step, number>>;
  /** Says what nobody supplemented, refused … where the text matters. */
  supplementRequest?: string;
  supplement?: string;
  /** Was supplemented before it was accepted. */
  supplemented?: boolean;
  refusal?: { reason: RefusalReason; text: string };
  withhold?: WithholdReason;
  external?: { body: string; letter: string };
  thread?: readonly { from: "sender" | "official"; body: string }[];
  note?: string;
  reply?: Partial<ReplyDraft>;
  interim?: string;
  extension?: { days: number; reason: string };
  rating?: { stars: 1 | 2 | 3 | 4 | 5; comment?: string };
  reopenReason?: string;
  confidentialKind?: "complaint" | "denunciation";
  /** Photos to publish: how many of those sent. */
  acceptPersonalData?: boolean;
  idempotencyKey?: string;
};

export type MadeCase = { id: string; code: string; receiptKey: string; people: CasePeople; unit: { id: string } };

let made = 0;

/** Officials who can take any case of this unit to its end; intake, coordinator and approver for the whole portal. */
export async function makeCasePeople(db: Db, unit: { id: string }): Promise<CasePeople> {
  return {
    intake: await makeOfficial(db, { roles: ["intake"] }),
    coordinator: await makeOfficial(db, { roles: ["coordinator"] }),
    handler: await makeOfficial(db, { roles: ["handler"], unit }),
    head: await makeOfficial(db, { roles: ["unit_head"], unit }),
    approver: await makeOfficial(db, { roles: ["approver"] }),
  };
}

/** Brings a case to any state by the acts people use, at the times they would. Throws when an act refuses. */
export async function makeCase(db: Db, keys: Keys, asked: CaseWish = {}): Promise<MadeCase> {
  made += 1;
  const state = asked.state ?? "MOI";
  // Only a phản ánh, kiến nghị about a rule can be kept for study.
  const study = state === "TIEP_TUC_TAP_HOP" ? { kind: "phan_anh_kien_nghi" as const, draft: { content: 2 as const, ...asked.draft } } : {};
  const wish: CaseWish = { kind: "hoi_dap", ...study, ...asked, ...(study.draft && { draft: study.draft }) };
  const unit = wish.unit ?? (await makeUnit(db));
  const people = wish.people ?? (await makeCasePeople(db, unit));
  const receivedAt = wish.receivedAt ?? new Date("2026-11-09T02:00:00Z");
  const sent = must(
    "send",
    await sendCase(
      db,
      keys,
      wish.files ?? noFiles,
      {
        draft: draftOf(wish),
        photos: wish.photos ?? [],
        channel: wish.channel ?? "web",
        language: wish.language ?? "vi",
        idempotencyKey: wish.idempotencyKey ?? `made-${made}-${receivedAt.getTime()}`,
        client: null,
      },
      receivedAt,
    ),
  );

  const clock = clockFrom(receivedAt, wish.days ?? {});
  const steps = new Set<Step>(wayTo[state]);
  if (wish.supplemented) for (const step of wayTo.DA_BO_SUNG) steps.add(step);
  if (wish.thread && steps.has("take_up")) steps.add("thread");
  if (wish.extension && steps.has("take_up")) steps.add("extend");
  if (wish.rating && steps.has("approve")) steps.add("rate");
  for (const step of stepsInOrder) {
    if (steps.has(step)) await walk(db, keys, step, { ...sent, unit, people }, wish, clock(step));
  }

  const [row] = await db.select({ id: cases.id, state: cases.state }).from(cases).where(eq(cases.code, sent.code));
  if (row?.state !== state) throw new Error(`The case is ${row?.state}, not ${state}`);
  return { id: row.id, code: sent.code, receiptKey: sent.receiptKey, people, unit };
}

/** A case bounced once by its unit, waiting to be assigned again. */
export async function makeBouncedCase(db: Db, keys: Keys, wish: CaseWish = {}): Promise<MadeCase> {
  const madeCase = await makeCase(db, keys, { ...wish, state: "DA_PHAN_CONG" });
  const at = clockFrom(wish.receivedAt ?? new Date("2026-11-09T02:00:00Z"), wish.days ?? {})("thread");
  must("bounce", await bounceCase(db, madeCase.people.head, madeCase.code, { reason: wish.note ?? "Không thuộc chức năng của đơn vị." }, at));
  return madeCase;
}

type Way = { code: string; receiptKey: string; unit: { id: string }; people: CasePeople };

async function walk(db: Db, keys: Keys, step: Step, { code, receiptKey, unit, people }: Way, wish: CaseWish, now: Date): Promise<void> {
  const receipt = { code, receiptKey };
  const { intake, coordinator, handler, approver } = people;
  const kind = wish.kind ?? "hoi_dap";
  switch (step) {
    case "request_supplement":
      must(step, await requestSupplement(db, keys, intake, code, { request: wish.supplementRequest ?? "Xin cho biết mã hồ sơ và ngày nộp." }, now));
      return;
    case "supplement":
      must(step, await addSupplement(db, wish.files ?? noFiles, receipt, { body: wish.supplement ?? "Mã hồ sơ là MAU-0001, nộp đầu tháng." }, now));
      return;
    case "withdraw":
      must(step, await withdrawCase(db, keys, receipt, now));
      return;
    case "refuse":
      must(step, await refuseCase(db, keys, intake, code, wish.refusal ?? { reason: "R05", text: "Nội dung này đã được gửi và trả lời trước đây." }, now));
      return;
    case "hand_over":
      must(step, await handOverCase(db, keys, intake, code, { kind: wish.confidentialKind ?? "denunciation" }, now));
      return;
    case "accept":
      must(step, await acceptCase(db, keys, intake, code, { kind, field: wish.field ?? "khac", content: wish.draft?.content ?? null }, now));
      return;
    case "transfer":
      must(step, await transferCase(db, keys, coordinator, code, wish.external ?? { body: "Sở Xây dựng (mẫu)", letter: "12/CV-MAU" }, now));
      return;
    case "assign":
      must(step, await assignCase(db, keys, coordinator, code, { unitId: unit.id }, now));
      return;
    case "take_up":
      must(step, await takeUpCase(db, keys, handler, code, {}, now));
      if (wish.note) must("note", await addNote(db, handler, code, { body: wish.note }, now));
      return;
    case "thread":
      for (const [index, { from, body }] of (wish.thread ?? []).entries()) {
        const at = new Date(now.getTime() + index * 3_600_000);
        if (from === "sender") must(step, await writeAsSender(db, receipt, { body }, at));
        else must(step, await writeToSender(db, keys, handler, code, { body }, at));
      }
      return;
    case "extend": {
      const { days = 7, reason = "Cần lấy ý kiến của đơn vị phối hợp." } = wish.extension ?? {};
      const to = nextWorkingDay(officialCalendar, plusDays(civilDay(now), days));
      must(step, await extendCase(db, keys, approver, code, { to, reason }, now));
      return;
    }
    case "find_insufficient":
      must(step, await findInsufficient(db, keys, people.head, code, { interim: wish.interim ?? "Chúng tôi ghi nhận và tiếp tục nghiên cứu ý kiến này." }, now));
      return;
    case "submit":
      must("draft", await saveReplyDraft(db, handler, code, replyOf(wish), 0, now));
      must(step, await submitReply(db, handler, code, {}, now));
      return;
    case "approve":
      must(step, await approveReply(db, keys, approver, code, {}, now));
      return;
    case "publish":
      must(step, await publishCase(db, keys, coordinator, code, { acceptPersonalData: wish.acceptPersonalData ?? false }, now));
      return;
    case "withhold":
      must(step, await withholdCase(db, keys, approver, code, { reason: wish.withhold ?? "private_life" }, now));
      return;
    case "rate":
      must(step, await rateAnswer(db, receipt, { stars: wish.rating?.stars ?? 4, comment: wish.rating?.comment }, now));
      return;
    case "reopen":
      must(step, await reopenCase(db, keys, receipt, { reason: wish.reopenReason ?? "Tôi có thêm tình tiết mới chưa được xem xét.", newFacts: true }, now));
      return;
    case "close":
      await keepCases(db, keys, now);
      return;
  }
}

/** At nine in the morning of the working day it falls on, each step later than the one before. */
function clockFrom(receivedAt: Date, wished: Partial<Record<Step, number>>): (step: Step) => Date {
  let last = receivedAt.getTime();
  return (step) => {
    const day = nextWorkingDay(officialCalendar, plusDays(civilDay(receivedAt), wished[step] ?? usualDays[step]));
    last = Math.max(last + 15 * 60_000, startOfCivilDay(day).getTime() + 9 * 3_600_000);
    return new Date(last);
  };
}

function draftOf(wish: CaseWish): CaseDraft {
  return CaseDraft.parse({
    kind: wish.kind ?? "hoi_dap",
    subject: wish.subject ?? `Câu hỏi số ${made} về thủ tục`,
    body: wish.body ?? `Nội dung của câu hỏi số ${made}: hồ sơ gồm những gì và nộp ở đâu, xin được hướng dẫn.`,
    submitterType: wish.submitterType ?? "citizen",
    place: wish.kind === "phan_anh_hien_truong" ? "Trước số 1, đường Mẫu" : undefined,
    consent: true,
    ...wish.draft,
    contact: {
      name: "Trần Thị Mẫu",
      email: `nguoi-gui-${made}@example.vn`,
      phone: "0900 000 111",
      address: "Số 1, đường Mẫu",
      ...wish.draft?.contact,
    },
  });
}

const replyOf = (wish: CaseWish): ReplyDraft => ({
  body: "Chào bạn. Hồ sơ gồm hai giấy tờ và nộp tại Bộ phận Một cửa hoặc qua mạng.",
  conclusion: "correct",
  legalBasis: "Nghị định số 63/2010/NĐ-CP",
  publicTitle: wish.subject ?? "Hồ sơ gồm những gì và nộp ở đâu?",
  publicQuestion: "Hồ sơ gồm những gì và nộp ở đâu?",
  publicAnswer: "Hồ sơ gồm hai giấy tờ, nộp tại Bộ phận Một cửa hoặc qua mạng.",
  ...wish.reply,
});

function must<Value>(step: string, outcome: { ok: true; value: Value } | { ok: false; code: string }): Value {
  if (!outcome.ok) throw new Error(`${step}: ${outcome.code}`);
  return outcome.value;
}

/** For cases without photos. */
const noFiles: FileStore = {
  put: () => Promise.reject(new Error("This case was made without a file store")),
  remove: () => Promise.resolve(),
};
