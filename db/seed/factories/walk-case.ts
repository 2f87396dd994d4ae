import {
  acceptCase,
  addNote,
  addSupplement,
  approveReply,
  askExtension,
  assignCase,
  confirmRefusal,
  grantExtension,
  findInsufficient,
  handOverCase,
  keepCases,
  publishCase,
  rateAnswer,
  proposeRefusal,
  reopenCase,
  requestSupplement,
  saveReplyDraft,
  submitReply,
  takeUpCase,
  transferCase,
  withdrawCase,
  withholdCase,
  writeAsSender,
  writeToSender,
} from "#app/domain/feedback/index.server.ts";
import { civilDay, plusDays } from "#app/domain/calendar/civil-day.ts";
import { officialCalendar } from "#app/domain/calendar/official-days.ts";
import { nextWorkingDay } from "#app/domain/calendar/working-days.ts";
import type { FileStore } from "#app/domain/file-store.ts";
import type { Keys } from "#app/domain/keys.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Step } from "./case-way.ts";
import { type CasePeople, type CaseWish, replyOf } from "./case-wish.ts";

/** The case on its way, and who works on it. */
type Way = { code: string; receiptKey: string; unit: { id: string }; people: CasePeople };

/** One step of a case, by the act people use. Throws when it is refused. */
export async function walkCase(db: Db, keys: Keys, step: Step, { code, receiptKey, unit, people }: Way, wish: CaseWish, now: Date): Promise<void> {
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
      must(
        step,
        await proposeRefusal(db, intake, code, wish.refusal ?? { reason: "R05", text: "Nội dung này đã được gửi và trả lời trước đây." }, now),
      );
      must(step, await confirmRefusal(db, keys, coordinator, code, {}, now));
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
      must(step, await askExtension(db, handler, code, { to, reason }, now));
      must(step, await grantExtension(db, keys, approver, code, {}, now));
      return;
    }
    case "find_insufficient":
      must(
        step,
        await findInsufficient(
          db,
          keys,
          people.head,
          code,
          { interim: wish.interim ?? "Chúng tôi ghi nhận và tiếp tục nghiên cứu ý kiến này." },
          now,
        ),
      );
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
      must(
        step,
        await reopenCase(db, keys, receipt, { reason: wish.reopenReason ?? "Tôi có thêm tình tiết mới chưa được xem xét.", newFacts: true }, now),
      );
      return;
    case "close":
      await keepCases(db, keys, now);
      return;
  }
}

/** What an act gave. @throws when it refused, naming the step */
export function must<Value>(step: string, outcome: { ok: true; value: Value } | { ok: false; code: string }): Value {
  if (!outcome.ok) throw new Error(`${step}: ${outcome.code}`);
  return outcome.value;
}

/** For cases without photos. */
export const noFiles: FileStore = {
  put: () => Promise.reject(new Error("This case was made without a file store")),
  remove: () => Promise.resolve(),
};
