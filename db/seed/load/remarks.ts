import { sheetTexts } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { plusDays } from "#app/domain/calendar/civil-day.ts";
import type { Official } from "#app/domain/people/official.ts";
import { findPersonalData, maskPersonalData } from "#app/domain/publishing/personal-data.ts";
import { addOwnTag, approveRemark, proposeRemark, sortRemarks } from "#app/domain/remarks/index.server.ts";
import { ownTagMark, remarksLeast, remarksPerPage } from "#app/domain/remarks/vocabulary.ts";
import type { Round } from "#app/domain/surveys/index.server.ts";
import { readData } from "./read-data.ts";

type Comment = { text: string; factor: string };
type Remark = Comment & { tags: string[]; language?: "en" };
type Written = Remark & { id: string; unitId: string };

const ownTags = [
  { code: "cho-lau", nameVi: "Chờ lâu", nameEn: "Long waits" },
  { code: "huong-dan-ro-rang", nameVi: "Hướng dẫn rõ ràng", nameEn: "Clear guidance" },
  { code: "sau-sap-nhap", nameVi: "Sau sáp nhập", nameEn: "After the merger" },
];

/** Most people write about the unit at the desk, hardly anybody about the last ones. */
const unitPlaces = [0, 0, 1, 0, 2, 0, 1, 0, 1, 0, 3, 1, 0];
/** Every round gets every third of the short comments. */
const shareOf = 3;
const publishedMost = 6;

/** What people wrote in words on the sheets of a round. @param index of the round among the demo's */
export async function writeRemarks(tx: Db, round: Round, index: number): Promise<Written[]> {
  const comments = readData<Comment[]>("survey-comments").filter((_, at) => at % shareOf === index % shareOf);
  const remarks = readData<Remark[]>("survey-remarks").filter((_, at) => at % 2 === index % 2);
  const all: Remark[] = [...remarks, ...comments.map((comment) => ({ ...comment, tags: [] }))];
  const rows = all.map((remark, at) => ({
    ...remark,
    unitId: round.units[(unitPlaces[at % unitPlaces.length] ?? 0) % round.units.length]?.id ?? round.authority.id,
  }));
  const month = `${round.opensOn.slice(0, 7)}-01`;
  const stored = await tx
    .insert(sheetTexts)
    .values(rows.map(({ text, unitId }) => ({ roundId: round.id, unitId, question: "K1", body: text, month })))
    .returning({ id: sheetTexts.id });
  return rows.map((row, at) => ({ ...row, id: stored[at]?.id ?? "" }));
}

/** The survey manager reads most of a closed round's remarks; some are published, one waits for approval, some stay unread. */
export async function sortDemoRemarks(
  tx: Db,
  { surveyManager, approver }: { surveyManager: Official; approver: Official },
  round: Round,
  written: readonly Written[],
): Promise<void> {
  const on = (days: number) => new Date(`${plusDays(round.closesOn, days)}T02:00:00Z`);
  for (const { nameVi, nameEn } of ownTags) {
    const made = await addOwnTag(tx, surveyManager, round.slug, { nameVi, nameEn }, on(2));
    if (!made.ok && made.code !== "remark.tag_there") throw new Error(`A demo tag was refused: ${made.code}`);
  }

  const read = written.slice(0, -6);
  const groups = new Map<string, string[]>();
  for (const { id, factor, tags } of read) {
    for (const tag of [factor, ...tags.map((code) => `${ownTagMark}${code}`)]) groups.set(tag, [...(groups.get(tag) ?? []), id]);
  }
  for (const [tag, ids] of groups) {
    for (let from = 0; from < ids.length; from += remarksPerPage) {
      await must(sortRemarks(tx, surveyManager, round.slug, ids.slice(from, from + remarksPerPage), { as: "tagged", tag }, on(3)));
    }
  }
  const empty = read.find(({ text }) => text.startsWith("Bình thường") || text.startsWith("Chưa phản ánh"));
  if (empty) await must(sortRemarks(tx, surveyManager, round.slug, [empty.id], { as: "set_aside", reason: "says_nothing" }, on(3)));

  const many = (unitId: string) => written.filter((one) => one.unitId === unitId).length >= remarksLeast;
  const chosen = read.filter((one) => one !== empty && many(one.unitId)).slice(0, publishedMost + 1);
  for (const [at, { id, text, language = "vi" }] of chosen.entries()) {
    const words = maskPersonalData(text, findPersonalData(text));
    await must(proposeRemark(tx, surveyManager, round.slug, { id, revision: 1 }, { text: words, language, keptReason: "" }, on(14)));
    if (at < publishedMost) await must(approveRemark(tx, approver, round.slug, { id, revision: 2 }, on(16)));
  }
}

async function must(outcome: Promise<{ ok: boolean; code?: string }>) {
  const { ok, code } = await outcome;
  if (!ok) throw new Error(`A demo remark cannot go on: ${code}`);
}
