import { makeCase, makeCasePeople, type CasePeople, type CaseWish } from "#db/seed/factories/cases.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import type { Db } from "#db/schema/handle.ts";
import { caseKinds, caseStates, type CaseState } from "#app/domain/feedback/vocabulary.ts";
import type { Keys } from "#app/domain/keys.ts";

/** What no page, feed, mail to others or log may hold: every private text carries one, with the number of its case. */
export const markerPattern = /kindau-?\d{4}/gi;
export const markerOf = (number: number) => `Kindau${String(number).padStart(4, "0")}`;
export const addressOf = (number: number) => `${markerOf(number).toLowerCase()}@example.vn`;
/** Telephones cannot carry a word: this is how those of the day begin, however they are written. */
export const phonePattern = /(?:\+?84|0)[ .-]?9[ .-]?1[ .-]?7[ .-]?7[ .-]?7(?:[ .-]?\d){4}/g;
export const phoneOf = (number: number) => `091777${String(number).padStart(4, "0")}`;

export type DayCase = { number: number; state: CaseState; code: string; receiptKey: string };

/**
 * So many cases of every kind in every state, brought there by the acts people use, in three units of two authorities.
 * Every private field of each carries the marker of its number (the place of a report is public with its answer). Every third sender is written to by mail.
 */
export async function makeMixedDay(db: Db, keys: Keys, many: number, now: Date): Promise<DayCase[]> {
  const authorities = [await makeUnit(db, { nameVi: "Ban Thử" }), await makeUnit(db, { nameVi: "Phường Thử" })];
  const places: { unit: { id: string }; people: CasePeople }[] = [];
  for (const parent of [authorities[0], authorities[0], authorities[1]]) {
    const unit = await makeUnit(db, parent ? { parent } : {});
    places.push({ unit, people: await makeCasePeople(db, unit) });
  }
  // What is closed by the days passing is made first: the clock that closes it would end others' terms too.
  const states = Array.from({ length: many }, (_, index) => caseStates[index % caseStates.length] ?? "MOI").toSorted(
    (a, b) => Number(b === "DONG") - Number(a === "DONG"),
  );
  const made: DayCase[] = [];
  for (const [number, state] of states.entries()) {
    const place = places[number % places.length];
    const daysAgo = state === "DONG" ? 80 : 20;
    const wish = { ...wishOf(number, state), ...place, receivedAt: new Date(now.getTime() - daysAgo * 86_400_000) };
    const { code, receiptKey } = await makeCase(db, keys, wish);
    made.push({ number, state, code, receiptKey });
  }
  return made;
}

function wishOf(number: number, state: CaseState): CaseWish {
  const marker = markerOf(number);
  const kind = state === "TIEP_TUC_TAP_HOP" ? "phan_anh_kien_nghi" : (caseKinds[number % caseKinds.length] ?? "hoi_dap");
  const say = (what: string) => `${what} ${marker}, điều này chỉ người gửi và cán bộ được biết.`;
  return {
    state,
    kind,
    language: number % 5 === 0 ? "en" : "vi",
    subject: `Chuyện riêng ${marker} cần được giải quyết`,
    body: say("Tôi kể chuyện của tôi"),
    submitterType: number % 3 === 0 ? "business" : "citizen",
    draft: {
      ...(kind === "phan_anh_kien_nghi" ? { content: state === "TIEP_TUC_TAP_HOP" ? (2 as const) : (((number % 8) + 1) as 1) } : {}),
      ...(kind === "phan_anh_hien_truong" ? { place: "Trước cổng số 2, đường Mẫu" } : {}),
      contact: {
        name: `Nguyễn ${marker}`,
        phone: phoneOf(number),
        email: number % 3 === 0 ? addressOf(number) : undefined,
        address: `Nhà ${marker}`,
        organisation: `Công ty ${marker}`,
      },
    },
    supplementRequest: say("Xin gửi thêm giấy tờ"),
    supplement: say("Tôi gửi thêm"),
    refusal: { reason: "R05", text: say("Nội dung đã được trả lời") },
    external: { body: "Sở Xây dựng (mẫu)", letter: "12/CV-MAU" },
    note: say("Ghi chú nội bộ"),
    thread: [
      { from: "official", body: say("Xin hỏi thêm") },
      { from: "sender", body: say("Tôi trả lời thêm") },
    ],
    interim: say("Chúng tôi ghi nhận"),
    reopenReason: say("Tôi chưa đồng ý vì"),
    confidentialKind: number % 2 === 0 ? "complaint" : "denunciation",
    ...(["DA_TRA_LOI", "CHO_DUYET"].includes(state) || number % 2 === 0 ? {} : { rating: { stars: 2 as const, comment: say("Chưa hài lòng") } }),
    // The sender's answer says everything; the public one nothing of it.
    reply: {
      body: say("Chào bạn"),
      publicTitle: "Hồ sơ gồm những gì và nộp ở đâu?",
      ...(kind === "hoi_dap" || kind === "gop_y" ? {} : { conclusion: "correct" as const }),
    },
  };
}
