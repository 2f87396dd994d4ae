import { sheets } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay, plusDays } from "#app/domain/calendar/civil-day.ts";
import {
  freezeMonth,
  importCounts,
  openScoreSheet,
  publishScoreSheet,
  appraiseScoreSheet,
  fillScoreSheet,
  findScoreSheet,
  saveMonthValue,
} from "#app/domain/service-quality/index.server.ts";
import { daysOf, monthOf, periodBefore, quartersOver } from "#app/domain/service-quality/period.ts";
import type { ScoreForm } from "#app/domain/service-quality/schemas.ts";
import type { ScorePoints } from "#app/domain/service-quality/vocabulary.ts";
import { foldAllSheets, listQuestionnaires } from "#app/domain/surveys/index.server.ts";
import { listUnitsInForce } from "#app/domain/units/index.server.ts";
import { makeRound } from "../factories/surveys.ts";
import type { LoadedOfficials } from "./officials.ts";
import type { LoadedUnits } from "./units.ts";

type World = { units: LoadedUnits; officials: LoadedOfficials; now: Date };

/** Units with their slips: how many chose each level in a quarter, the older quarter first. */
const slips: Record<string, [older: [number, number, number], newer: [number, number, number]]> = {
  "kktvp-motcua": [
    [6, 58, 71],
    [5, 61, 92],
  ],
  "kktvp-qldt": [
    [5, 21, 18],
    [5, 24, 29],
  ],
  "kktvp-qldn": [
    [7, 19, 11],
    [5, 22, 15],
  ],
  "kktvp-vp": [
    [0, 2, 1],
    [0, 1, 2],
  ],
};

/** Units that are scored; dossiers are brought in for the first only. */
const scored = ["kktvp-motcua", "kktvp-qldt", "phuong-ninh-hoa-ttpvhcc"];

/**
 * Two quarters of three-level slips and score sheets, and the last months by Decision 766. The newest sheet of the one-stop desk
 * waits for its appraisal, so that there is something to do.
 */
export async function loadServiceQuality(tx: Db, { units, officials, now }: World): Promise<void> {
  const today = civilDay(now);
  const [newer = "", older = ""] = quartersOver(today, 2);
  await loadSlips(tx, units, [older, newer], now);

  const counts = [older, newer].flatMap((quarter, at) =>
    ["1", "2", "9"].map((indicator) => ["kktvp-motcua", quarter, indicator, 212 + 31 * at, 96 - 9 * at, at === 0 ? 7 : 0]),
  );
  const months = [periodBefore(periodBefore(monthOf(today))), periodBefore(monthOf(today))];
  const monthly = months.map((month, at) => ["kktvp-motcua", month, "1", 71 + 8 * at, 33, 2 - at]);
  const lines = [["Đơn vị", "Kỳ", "Chỉ tiêu", "Trước hạn", "Đúng hạn", "Trễ hạn"], ...counts, ...monthly].map((line) => line.join(";"));
  await must(importCounts(tx, officials.coordinator, Buffer.from(lines.join("\n")), "Phần mềm một cửa điện tử (mẫu)", now));

  for (const quarter of [older, newer])
    for (const unit of scored) await score(tx, officials, unit, quarter, unit === "kktvp-motcua" && quarter === newer, now);
  for (const month of months) {
    await must(
      saveMonthValue(
        tx,
        officials.coordinator,
        { authority: "kktvp", month, code: "2.1", numerator: 104, denominator: 106, source: "Phần mềm một cửa điện tử (mẫu)" },
        now,
      ),
    );
    for (const authority of ["kktvp", "kcndn", "phuong-ninh-hoa"])
      await must(freezeMonth(tx, "portal", { authorityId: units.need(authority), month }, now));
  }
}

/** The slips of an always-open round: handed out at the desk, through both quarters. */
async function loadSlips(tx: Db, units: LoadedUnits, quarters: [string, string], now: Date): Promise<void> {
  const version = (await listQuestionnaires(tx)).find(({ code }) => code === "phieu-ba-muc");
  if (!version) throw new Error("The three-level slip was not stored");
  const today = civilDay(now);
  const opensOn = daysOf(quarters[0])?.from ?? today;
  const inForce = await listUnitsInForce(tx, today, { internal: true });
  const round = await makeRound(tx, {
    units: Object.keys(slips).flatMap((slug) => inForce.filter((unit) => unit.slug === slug)),
    authority: { id: units.need("kktvp") },
    version: { id: version.versionId },
    slug: "kktvp-phieu-ba-muc",
    titleVi: "Phiếu ba mức tại Bộ phận Một cửa, Ban Quản lý Khu kinh tế Vân Phong",
    titleEn: "Three-level slips of the one-stop desk, Van Phong Economic Zone Authority",
    opensOn,
    closesOn: plusDays(today, 365),
    target: null,
    modes: ["open_link", "desk_slip", "kiosk"],
    now: new Date(`${opensOn}T02:00:00Z`),
  });
  const rows = round.units.flatMap((unit) =>
    quarters.flatMap((quarter, at) => {
      const days = daysOf(quarter);
      const levels = slips[unit.slug]?.[at === 0 ? 0 : 1] ?? [0, 0, 0];
      return levels.flatMap((n, level) =>
        Array.from({ length: n }, (_, index) => ({
          roundId: round.id,
          questionnaireVersionId: round.versionId,
          unitId: unit.id,
          mode: index % 3 === 0 ? ("kiosk" as const) : ("desk_slip" as const),
          language: "vi" as const,
          day: plusDays(days?.from ?? opensOn, (index * 7 + level * 3) % 88),
          answers: [],
          // T0 and, for two people in three, T1 on the same level; the rest was left out.
          choices: round.layout.choices.map((_question, place) => (place === 0 || (place === 1 && index % 3 < 2) ? level + 1 : 0)),
        })),
      );
    }),
  );
  await tx.insert(sheets).values(rows);
  await foldAllSheets(tx, round.id);
}

/** A sheet scored by the unit's head, appraised and published, or left waiting. */
async function score(tx: Db, officials: LoadedOfficials, unit: string, quarter: string, waits: boolean, now: Date): Promise<void> {
  const opened = await openScoreSheet(tx, officials.head, { unit, quarter }, now);
  if (!opened.ok) throw new Error(`A demo score sheet was not opened: ${opened.code}`);
  const { id } = opened.value;
  const sheet = await findScoreSheet(tx, id);
  const found = new Map(sheet?.lines.map(({ code, computed }) => [code, computed.points]));
  const checked: Record<string, ScorePoints> = { "3": 1, "4": 2, "5": 2, ...(unit === "kktvp-motcua" ? { "7": 2, "8": 2 } : {}) };
  const lines = (evidence: string): ScoreForm =>
    Object.fromEntries(
      [...found].map(([code, computed]) => {
        const points = computed ?? checked[code] ?? null;
        return [code, { points, reason: "", evidence: computed === null && points !== null ? evidence : "" }];
      }),
    );
  await must(fillScoreSheet(tx, officials.head, { id, revision: 1 }, lines("Sổ theo dõi và biên bản tự kiểm tra của đơn vị (mẫu)"), now));
  if (waits) return;
  await must(appraiseScoreSheet(tx, officials.approver, { id, revision: 2 }, lines(""), now));
  await must(publishScoreSheet(tx, officials.approver, { id, revision: 3 }, now));
}

async function must(outcome: Promise<{ ok: boolean; code?: string }>) {
  const { ok, code } = await outcome;
  if (!ok) throw new Error(`The demo of service quality cannot go on: ${code}`);
}
