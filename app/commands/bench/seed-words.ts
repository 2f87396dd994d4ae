import { createHash } from "node:crypto";
import { newCaseCode, newReceiptKey, receiptKeyBytes } from "#app/domain/codes.ts";
import { fold } from "#app/domain/text.ts";
import { readData } from "#db/seed/load/read-data.ts";

/** The receipt key of every seeded case. */
export const caseKey = newReceiptKey(new Uint8Array(receiptKeyBytes).fill(165));
export const caseKeyHash = createHash("sha256").update(caseKey).digest("hex");

/** How long the history is that is made up. */
export const seededDays = 6 * 365;

/** Days before today on which the i-th of so many cases came (1 the oldest). Spread evenly over the history. */
export const ageOf = (i: number, cases: number): number => Math.floor(((cases - i) * seededDays) / cases);

/** Codes of the cases in their order. Neighbours are far apart, as drawn ones are. @param taken codes that the world has already */
export function caseNumbers(cases: number, today: string, taken: ReadonlySet<string>): string[] {
  const year = Number(today.slice(0, 4));
  const codes: string[] = [];
  for (let drawn = 1; codes.length < cases; drawn += 1) {
    const bits = (Math.imul(drawn, 7_368_787) & 0x1ffffff) << 7;
    const bytes = new Uint8Array([bits >>> 24, (bits >>> 16) & 255, (bits >>> 8) & 255, bits & 255]);
    const code = newCaseCode(bytes, year - Math.floor(ageOf(codes.length + 1, cases) / 365));
    if (!taken.has(code)) codes.push(code);
  }
  return codes;
}

type Scenario = { subject: string; body: string; answer: string | null };

export type CaseWords = {
  syllables: string[];
  scenarios: Record<"subject" | "body" | "answer" | "foldedSubject" | "foldedBody" | "foldedAnswer", string>[];
};

/** Words of the demo's cases, the most frequent first, and its texts to begin from, as they are and as they are searched. */
export function caseWords(): CaseWords {
  const scenarios = readData<Scenario[]>("case-scenarios").map(({ subject, body, answer }) => {
    const told = { subject, body: body.slice(0, 240), answer: (answer ?? body).slice(0, 240) };
    return { ...told, foldedSubject: fold(told.subject), foldedBody: fold(told.body), foldedAnswer: fold(told.answer) };
  });
  const counts = new Map<string, number>();
  for (const { subject, body } of scenarios)
    for (const word of fold(`${subject} ${body}`).split(/[^a-z]+/)) if (word.length > 2) counts.set(word, (counts.get(word) ?? 0) + 1);
  const syllables = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word]) => word);
  return { syllables, scenarios };
}
