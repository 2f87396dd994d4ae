import { sheetTexts } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay, plusDays } from "#app/domain/calendar/civil-day.ts";
import type { Keys } from "#app/domain/keys.ts";
import { closeRound, listQuestionnaires, publishResults, type Round } from "#app/domain/surveys/index.server.ts";
import type { SheetMode } from "#app/domain/surveys/vocabulary.ts";
import { listUnitsInForce } from "#app/domain/units/index.server.ts";
import { makeRound, makeSheets, type SatisfactionProfile } from "../factories/surveys.ts";
import type { LoadedOfficials } from "./officials.ts";
import type { LoadedProcedures } from "./procedures.ts";
import { readData } from "./read-data.ts";
import { type DemoStratum, loadSample } from "./samples.ts";
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
  /** Transactions of the period by unit, where the authority counted them. */
  transactions?: Record<string, number>;
  /** Sheets of people drawn from a list of these transactions, beside those above; by procedure of the first unit. */
  sample?: { sheets: number; base: number; transactions: Record<string, number> };
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
const byCriterion = { "F1.5": -0.06, "F2.4": -0.05, "F3.1": 0.05, "F4.1": -0.07, "F5.2": -0.09, "F5.3": -0.05 };
/** What makes up people's mind: results on the day, helpful officials, answers to complaints; hardly the seats. */
const drivers = { "F4.1": 5, "F3.3": 4, "F5.4": 3, "F2.4": 2, "F3.5": 2, "F1.1": 1 };
const everyday: Partial<Record<SheetMode, number>> = { open_link: 5, desk_slip: 4, kiosk: 2, paper: 1 };

const khanhHoaTransactions = { "kktvp-motcua": 2140, "kktvp-qldt": 860, "kktvp-qldn": 1930, "kktvp-khth": 120, "kktvp-vp": 15 };
const dongNaiTransactions = { "kcndn-motcua": 4380, "kcndn-vp": 610 };

const demoRounds: DemoRound[] = [
  {
    ...khanhHoa,
    opens: -690,
    closes: -640,
    sheets: 720,
    modes: everyday,
    profile: { base: 0.86, units: { "kktvp-qldn": -0.05 }, criteria: byCriterion, drivers },
    transactions: khanhHoaTransactions,
  },
  {
    ...dongNai,
    opens: -560,
    closes: -500,
    sheets: 0,
    modes: {},
    profile: { base: 0.88, criteria: byCriterion, drivers },
    sample: { sheets: 540, base: 0.88, transactions: dongNaiTransactions },
  },
  {
    ...khanhHoa,
    opens: -330,
    closes: -280,
    sheets: 860,
    modes: everyday,
    profile: { base: 0.9, units: { "kktvp-qldn": -0.06 }, criteria: byCriterion, drivers },
    transactions: khanhHoaTransactions,
  },
  {
    ...dongNai,
    opens: -260,
    closes: -200,
    sheets: 460,
    modes: everyday,
    profile: { base: 0.96, criteria: byCriterion, drivers },
    sample: { sheets: 640, base: 0.91, transactions: dongNaiTransactions },
  },
  {
    ...ninhHoa,
    opens: -220,
    closes: -170,
    sheets: 640,
    modes: everyday,
    profile: { base: 0.87, units: { "phuong-ninh-hoa-kthtdt": -0.1 }, criteria: byCriterion, drivers },
  },
  {
    ...khanhHoa,
    opens: -24,
    closes: 36,
    sheets: 640,
    modes: everyday,
    profile: { base: 0.945, units: { "kktvp-qldn": -0.07 }, criteria: byCriterion, drivers },
  },
  { ...dongNai, opens: -18, closes: 41, sheets: 420, modes: everyday, profile: { base: 0.9, criteria: byCriterion, drivers } },
  { ...ninhHoa, opens: -12, closes: 33, sheets: 300, modes: everyday, profile: { base: 0.88, criteria: byCriterion, drivers } },
];

type Comment = { text: string; factor: string; tone: -1 | 0 | 1 };

/** Three authorities' survey rounds over two years: published ones with frozen results, and open ones taking answers. */
export async function loadSurveys(
  tx: Db,
  world: { units: LoadedUnits; officials: LoadedOfficials; procedures: LoadedProcedures; keys: Keys; now: Date },
): Promise<void> {
  const { officials, procedures, keys, now } = world;
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
      units: demo.units.flatMap((slug) =>
        inForce.filter((unit) => unit.slug === slug).map((unit) => ({ ...unit, population: demo.transactions?.[slug] ?? null })),
      ),
      authority: { id: world.units.need(demo.authority) },
      version: { id: sipas.versionId },
      slug: `${demo.authority}-${year}-${half}`,
      titleVi: `Khảo sát hài lòng ${demo.name.vi}, đợt ${half} năm ${year}`,
      titleEn: `Satisfaction survey of ${demo.name.en}, round ${half} of ${year}`,
      opensOn,
      closesOn,
      target: 83,
      modes: [...(Object.keys(demo.modes) as SheetMode[]), ...(demo.sample ? (["sample"] as const) : [])],
      now: then,
    });
    const handled = [...procedures.values()].filter(({ unitId }) => round.units.some((unit) => unit.id === unitId));
    const days = { from: opensOn, to: closesOn < today ? closesOn : plusDays(today, -1) };
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
      days,
    });
    if (demo.sample) {
      const [desk] = demo.units;
      const own = [...procedures.values()].filter(({ unitId }) => unitId === round.authority.id);
      await makeSheets(tx, round, demo.sample.sheets, {
        seed: 30_220 + index,
        profile: { ...demo.profile, base: demo.sample.base },
        unitWeights: demo.weights,
        modes: { sample: 1 },
        procedures: desk === undefined ? {} : { [desk]: own },
        days,
      });
      await loadSample(tx, keys, officials.surveyManager, round, strataOf(round, demo.sample.transactions, desk, own), opensOn);
    }

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

/** The first unit's transactions fall on its procedures, the rarer the later; some name none. */
function strataOf(round: Round, transactions: Record<string, number>, desk: string | undefined, procedures: readonly { id: string }[]): DemoStratum[] {
  const shares = [...procedures.map((_, place) => 1 / (place + 1.5)), 0.6];
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return round.units.flatMap(({ id: unitId, slug }) => {
    const all = transactions[slug] ?? 0;
    if (slug !== desk) return [{ unitId, procedureId: null, population: all }];
    return [...procedures.map(({ id }) => id), null].map((procedureId, place) => ({
      unitId,
      procedureId,
      population: Math.round((all * (shares[place] ?? 0)) / whole),
    }));
  });
}

async function must(outcome: Promise<{ ok: boolean; code?: string }>) {
  const { ok, code } = await outcome;
  if (!ok) throw new Error(`A demo round cannot go on: ${code}`);
}
