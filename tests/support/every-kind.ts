import { randomBytes } from "node:crypto";
import { connect } from "#db/client.server.ts";
import { makeRound } from "#db/seed/factories/surveys.ts";
import { storeQuestionnaire } from "#app/domain/surveys/prepare-questionnaires.server.ts";
import { findUnitInForce } from "#app/domain/units/index.server.ts";
import { world } from "./worlds.ts";

const words = (vi: string) => ({ vi, en: `${vi} (en)` });
const options = (...codes: string[]) => codes.map((code) => ({ code, label: words(`Phương án ${code}`) }));
const question = (code: string, kind: string, more: object = {}) => ({
  code,
  kind,
  part: "process",
  required: false,
  text: words(`Câu ${code}`),
  ...more,
});

const grid = { grid: { code: "G", text: words("Xin đánh giá hai việc sau") }, part: "service", required: true };
const questions = [
  question("G1", "scale5", grid),
  question("G2", "scale5", grid),
  question("T1", "scale3", { notApplicable: true }),
  question("M1", "multiple", { options: options("a", "b", "c"), most: 2 }),
  question("Y1", "yesno"),
  question("S1", "single", { options: options("a", "b"), showIf: { question: "Y1", in: ["yes"] } }),
  question("N1", "number", { min: 0, max: 20, unit: words("lần") }),
  question("R1", "ranking", { options: options("a", "b") }),
  question("K1", "text", { part: "open", lines: "short" }),
  question("P1", "number", {
    part: "profile",
    min: 18,
    max: 120,
    bands: [18, 35, 60].map((from) => ({ code: `b${from}`, label: words(`Từ ${from}`), from })),
  }),
];

/** A round of the demo world whose form has every kind of question; each call makes another. */
export async function makeEveryKindRound(): Promise<{ slug: string; id: string }> {
  const { db, client } = connect(world.demo.database, 1);
  try {
    const unit = await findUnitInForce(db, { slug: "kktvp-motcua" }, "2026-11-21");
    if (!unit) throw new Error("The demo has no one-stop desk of the zone");
    const name = `moi-loai-${randomBytes(3).toString("hex")}`;
    const levels = ["Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng"];
    const version = await storeQuestionnaire(db, {
      code: name,
      version: 1,
      title: words("Phiếu thử mọi loại câu hỏi"),
      intro: words("Xin trả lời các câu sau."),
      consent: words("Phiếu không hỏi họ tên."),
      closing: words("Xin cảm ơn."),
      scale: levels.map((label, index) => ({ value: index + 1, label: words(label) })),
      indexVariant: "pooled",
      factors: [],
      questions,
    });
    const { slug, id } = await makeRound(db, {
      units: [unit],
      version: { id: version },
      slug: name,
      titleVi: "Đợt thử mọi loại câu hỏi",
      titleEn: "Round of every kind",
    });
    return { slug, id };
  } finally {
    await client.end();
  }
}
