import { eq } from "drizzle-orm";
import { bounceCase, sendCase } from "#app/domain/feedback/index.server.ts";
import type { Keys } from "#app/domain/keys.ts";
import type { Db } from "#db/schema/handle.ts";
import { cases } from "#db/schema/index.ts";
import { clockFrom, type Step, stepsInOrder, wayTo } from "./case-way.ts";
import { type CasePeople, type CaseWish, draftOf } from "./case-wish.ts";
import { makeOfficial } from "./officials.ts";
import { makeUnit } from "./units.ts";
import { must, noFiles, walkCase } from "./walk-case.ts";

export type { CasePeople, CaseWish } from "./case-wish.ts";

let made = 0;

export type MadeCase = { id: string; code: string; receiptKey: string; people: CasePeople; unit: { id: string } };

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
        draft: draftOf(wish, made),
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
    if (steps.has(step)) await walkCase(db, keys, step, { ...sent, unit, people }, wish, clock(step));
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
