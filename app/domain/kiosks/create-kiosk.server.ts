import { kiosks } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findProcedureId, findRound } from "../surveys/index.server.ts";
import { drawSetUpCode, hashSetUpCode } from "./kiosk-secrets.server.ts";
import type { KioskDraft } from "./schemas.ts";
import { setUpHours } from "./vocabulary.ts";

/**
 * Registers a kiosk for one unit of an open round that takes answers by kiosk. Gives its set-up code, which is shown
 * once: whoever types it on a device makes that device the kiosk.
 */
export async function createKiosk(db: Db, by: Official, draft: KioskDraft, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const round = await findRound(tx, draft.round);
    if (!round) return refuse("survey.not_found");
    const unit = round.units.find(({ slug }) => slug === draft.unit);
    if (!unit) return refuse("survey.unit_not_in_round");
    if (!mayIn(by, "slips.issue", unit.id)) return refuse("kiosk.not_your_desk");
    if (round.state !== "open" || round.closesOn < civilDay(now)) return refuse("survey.not_open");
    if (!round.modes.includes("kiosk")) return refuse("kiosk.mode_not_open");

    const procedureId = draft.procedure ? await findProcedureId(tx, round.authority.id, draft.procedure) : null;
    if (procedureId === undefined) return refuse("survey.unknown_procedure");

    const code = drawSetUpCode();
    const [made] = await tx
      .insert(kiosks)
      .values({
        name: draft.name,
        roundId: round.id,
        unitId: unit.id,
        procedureId,
        codeHash: hashSetUpCode(code) ?? null,
        codeExpiresAt: new Date(now.getTime() + setUpHours * 3_600_000),
        createdById: by.id,
        createdAt: now,
      })
      .returning({ id: kiosks.id });
    await recordEvent(
      tx,
      by,
      { act: "kiosk.created", subject: "round", subjectId: round.id, data: { kiosk: made?.id ?? "", name: draft.name, unit: unit.slug } },
      now,
    );
    return done({ id: made?.id ?? "", code, round: round.slug });
  });
}
