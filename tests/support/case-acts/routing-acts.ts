import { eq } from "drizzle-orm";
import * as feedback from "#app/domain/feedback/index.server.ts";
import { unitSuccessions, unitVersions } from "#db/schema/index.ts";
import { must } from "#db/seed/factories/walk-case.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { testKeys } from "../keys.ts";
import { inTime, type OfficeCaseAct, reason } from "./case-act.ts";

const official = { actor: "official", who: "coordinator" } as const;

/** Transitions that say who must answer. */
export const routingActs = {
  assign: {
    ...official,
    from: "DA_TIEP_NHAN",
    call: (db, by, { code, unit }, what, now) => feedback.assignCase(db, testKeys, by, code, { unitId: unit.id, ...what }, now),
  },
  name_handler: {
    ...official,
    who: "head",
    from: "DA_PHAN_CONG",
    call: (db, by, { code, people }, what, now) => feedback.nameHandler(db, by, code, { handlerId: people.handler.id, ...what }, now),
  },
  mark_urgent: {
    ...official,
    from: "DANG_XU_LY",
    call: (db, by, { code }, what, now) => feedback.markUrgent(db, by, code, what, now),
  },
  add_support: {
    ...official,
    from: "DA_PHAN_CONG",
    prepare: async (db) => (await makeUnit(db)).id,
    call: (db, by, { code }, what, now, given) => feedback.addSupport(db, by, code, { unitId: given, ...what }, now),
  },
  end_support: {
    ...official,
    from: "DANG_XU_LY",
    prepare: async (db, made) => {
      const unit = await makeUnit(db);
      must("add", await feedback.addSupport(db, made.people.coordinator, made.code, { unitId: unit.id }, inTime));
      return unit.id;
    },
    call: (db, by, { code }, what, now, given) => feedback.endSupport(db, by, code, { unitId: given, ...what }, now),
  },
  bounce: {
    ...official,
    who: "head",
    from: "DA_PHAN_CONG",
    call: (db, by, { code }, what, now) => feedback.bounceCase(db, by, code, { reason, ...what }, now),
  },
  take_up: {
    ...official,
    who: "handler",
    from: "DA_PHAN_CONG",
    call: (db, by, { code }, what, now) => feedback.takeUpCase(db, testKeys, by, code, what, now),
  },
  transfer: {
    ...official,
    from: "DA_TIEP_NHAN",
    call: (db, by, { code }, what, now) => feedback.transferCase(db, testKeys, by, code, { body: "Sở mẫu", letter: "1/CV", ...what }, now),
  },
  move_to_successor: {
    ...official,
    from: "DANG_XU_LY",
    prepare: async (db, made) => {
      const successor = await makeUnit(db);
      await db.update(unitVersions).set({ validTo: "2026-11-16" }).where(eq(unitVersions.unitId, made.unit.id));
      await db.insert(unitSuccessions).values({ fromUnitId: made.unit.id, toUnitId: successor.id, kind: "merge", onDay: "2026-11-17" });
      return successor.id;
    },
    call: (db, by, { code }, what, now, given) => feedback.moveToSuccessor(db, testKeys, by, code, { unitId: given, ...what }, now),
  },
} as const satisfies Record<string, OfficeCaseAct>;
