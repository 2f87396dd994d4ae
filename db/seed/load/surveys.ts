import { sheetTexts } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay, plusDays } from "#app/domain/calendar/civil-day.ts";
import type { Keys } from "#app/domain/keys.ts";
import { closeRound, listQuestionnaires, publishResults } from "#app/domain/surveys/index.server.ts";
import type { SheetMode } from "#app/domain/surveys/vocabulary.ts";
import { listUnitsInForce } from "#app/domain/units/index.server.ts";
import { makeRound, makeSheets, type SatisfactionProfile } from "../factories/surveys.ts";
import type { LoadedOfficials } from "./officials.ts";
import type { LoadedProcedures } from "./procedures.ts";
import { readData } from "./read-data.ts";
import type { LoadedUnits } from "./units.ts";

type DemoRound = {
  authority: string;
  /** Short name in titles. */
  name: { vi: string; en: string };
  units: string[];
  /** Days from today; a round that has ended is closed and published. */
  opens: number;
  closes: number;
  sheets: number;
  profile: SatisfactionProfile;
  weights: Record<string, number>;
  modes: Partial<Record<SheetMode, number>>;
};

const khanhHoa = {
  authority: "kktvp",
  name: { vi: "Khu kinh tế và khu công nghiệp Khánh Hòa", en: "Khanh Hoa economic and industrial zones" },
  units: ["kktvp-motcua", "kktvp-qldt", "kktvp-qldn", "kktvp-khth", "kktvp-vp"],
  weights: { "kktvp-motcua": 5, "kktvp-qldt": 4, "kktvp-qldn": 3, "kktvp-khth": 0.6, "kktvp-vp": 0.02 },
};
const dongNai = {
  authority: "kcndn",
  name: { vi: "các khu công nghiệp Đồng Nai", en: "Dong Nai industrial zones" },
  units: ["kcndn-motcua", "kcndn-vp"],
  weights: { "kcndn-motcua": 5, "kcndn-vp": 2 },
};
const ninhHoa = {
  authority: "phuong-ninh-hoa",
  name: { vi: "phường Ninh Hòa", en: "Ninh Hoa ward" },
  units: ["phuong-ninh-hoa-ttpvhcc", "phuong-ninh-hoa-vp", "phuong-ninh-hoa-kthtdt", "phuong-ninh-hoa-vhxh"],
  weights: { "phuong-ninh-hoa-ttpvhcc": 6, "phuong-ninh-hoa-vp": 3, "phuong-ninh-hoa-kthtdt": 2, "phuong-ninh-hoa-vhxh": 1 },
};
const criteria = { "F1.5": -0.06, "F2.4": -0.05, "F3.1": 0.05, "F4.1": -0.07, "F5.2": -0.09, "F5.3": -0.05 };
const everyday: Partial<Record<SheetMode, number>> = { open_link: 5, desk_slip: 4, kiosk: 2, paper: 1 };

const demoRounds: DemoRound[] = [
  { ...khanhHoa, opens: -690, closes: -640, sheets: 620, modes: everyday, profile: { base: 0.86, units: { "kktvp-qldn": -0.05 }, criteria } },
  { ...dongNai, opens: -560, closes: -500, sheets: 540, modes: { sample: 1 }, profile: { base: 0.88, criteria } },
  { ...khanhHoa, opens: -330, closes: -280, sheets: 710, modes: everyday, profile: { base: 0.9, units: { "kktvp-qldn": -0.06 }, criteria } },
  { ...dongNai, opens: -260, closes: -200, sheets: 600, modes: { sample: 1 }, profile: { base: 0.93, criteria } },
  {
    ...ninhHoa,
    opens: -220,
    closes: -170,
    sheets: 480,
    modes: everyday,
    profile: { base: 0.87, units: { "phuong-ninh-hoa-kthtdt": -0.1 }, criteria },
  },
  { ...khanhHoa, opens: -24, closes: 36, sheets: 410, modes: everyday, profile: { base: 0.945, units: { "kktvp-qldn": -0.07 }, criteria } },
  { ...dongNai, opens: -18, closes: 41, sheets: 260, modes: everyday, profile: { base: 0.9, criteria } },
  { ...ninhHoa, opens: -12, closes: 33, sheets: 130, modes: everyday, profile: { base: 0.88, criteria } },
];

type Comment = { text: string; factor: string; tone: -1 | 0 | 1 };

/** Three authorities' survey rounds over two years: published ones with frozen results, and open ones taking answers. */
export async function loadSurveys(
  tx: Db,
  world: { units: LoadedUnits; officials: LoadedOfficials; procedures: LoadedProcedures; keys: Keys; now: Date },
): Promise<void> {
  const { officials, procedures, now } = world;
  const today = civilDay(now);
  const sipas = (await listQuestionnaires(tx)).find((one) => one.code === "sipas-22");
  if (!sipas) throw new Error("The SIPAS questionnaire was not stored");
  const comments = readData<Comment[]>("survey-comments");

  for (const [index, demo] of demoRounds.entries()) {
    const opensOn = plusDays(today, demo.opens);
    const closesOn = plusDays(today, demo.closes);
    const then = new Date(`${opensOn}T02:00:00Z`);
    const inForce = await listUnitsInForce(tx, opensOn, { internal: true });
    const half = Number(opensOn.slice(5, 7)) <= 6 ? 1 : 2;
    const year = opensOn.slice(0, 4);
    const round = await makeRound(tx, {
      units: demo.units.flatMap((slug) => inForce.filter((unit) => unit.slug === slug)),
      authority: { id: world.units.need(demo.authority) },
      version: { id: sipas.versionId },
      slug: `${demo.authority}-${year}-${half}`,
      titleVi: `Khảo sát hài lòng ${demo.name.vi}, đợt ${half} năm ${year}`,
      titleEn: `Satisfaction survey of ${demo.name.en}, round ${half} of ${year}`,
      opensOn,
      closesOn,
      target: 83,
      modes: Object.keys(demo.modes) as SheetMode[],
      now: then,
    });
    const handled = [...procedures.values()].filter(({ unitId }) => round.units.some((unit) => unit.id === unitId));
    await makeSheets(tx, round, demo.sheets, {
      seed: 20_220 + index,
      profile: demo.profile,
      unitWeights: demo.weights,
      modes: demo.modes,
      procedures: Object.fromEntries(
        round.units.map((unit) => {
          const own = handled.filter(({ unitId }) => unitId === unit.id);
          return [unit.slug, own.length > 0 ? own : handled];
        }),
      ),
      days: { from: opensOn, to: closesOn < today ? closesOn : plusDays(today, -1) },
    });

    const share = comments.filter((_, at) => at % demoRounds.length === index);
    await tx.insert(sheetTexts).values(
      share.map((comment, at) => ({
        roundId: round.id,
        unitId: round.units[at % round.units.length]?.id ?? round.authority.id,
        question: "K1",
        body: comment.text,
        month: `${opensOn.slice(0, 7)}-01`,
      })),
    );

    if (closesOn < today) {
      await must(closeRound(tx, officials.surveyManager, round.slug, new Date(`${plusDays(closesOn, 1)}T02:00:00Z`)));
      await must(publishResults(tx, officials.approver, round.slug, new Date(`${plusDays(closesOn, 12)}T02:00:00Z`)));
    }
  }
}

async function must(outcome: Promise<{ ok: boolean; code?: string }>) {
  const { ok, code } = await outcome;
  if (!ok) throw new Error(`A demo round cannot go on: ${code}`);
}
