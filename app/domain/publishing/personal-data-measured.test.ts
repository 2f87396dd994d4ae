import { expect, test } from "vitest";
import { heldOutSentences } from "#tests/support/personal-data-held-out.ts";
import { measure, precisionOf, readMarked, recallOf } from "#tests/support/personal-data-measure.ts";
import { tuningSentences } from "#tests/support/personal-data-sentences.ts";
import { personalDataKinds } from "./personal-data.ts";

/**
 * What was reached when decision 0012 was written, rounded down: precision and recall in percent. Whoever lowers one
 * of them says why in that decision.
 */
const floors = {
  tuning: {
    cccd: [100, 100],
    cmnd: [100, 100],
    passport: [100, 100],
    phone: [100, 100],
    email: [100, 100],
    plate: [100, 100],
    bank_account: [100, 100],
    tax_code: [100, 100],
    address: [100, 100],
    birth_date: [100, 100],
    name: [100, 100],
    all: [100, 100],
  },
  heldOut: {
    cccd: [100, 100],
    cmnd: [100, 100],
    passport: [100, 100],
    phone: [100, 100],
    email: [100, 100],
    plate: [100, 100],
    bank_account: [100, 88],
    tax_code: [100, 100],
    address: [100, 85],
    birth_date: [100, 100],
    name: [100, 94],
    all: [100, 95],
  },
} as const;

const parts = [
  ["tuning", tuningSentences],
  ["heldOut", heldOutSentences],
] as const;

test.each(parts)("precision and recall on the %s sentences stay above their floors", (name, sentences) => {
  const { figures } = measure(sentences);
  const rows = [...figures].map(([kind, row]) => ({ kind, ...row, precision: precisionOf(row), recall: recallOf(row) }));
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(8);
  const lines = rows.map(
    ({ kind, wanted, given, precision, recall }) =>
      `${kind.padEnd(13)}${String(wanted).padStart(6)}${String(given).padStart(6)} ${percent(precision)} ${percent(recall)}`,
  );
  process.stdout.write(`\n${name}: ${sentences.length} sentences\nkind         marked found precision  recall\n${lines.join("\n")}\n`);

  const below = rows.filter(({ kind, precision, recall }) => {
    const floor = floors[name][kind];
    return precision * 100 < floor[0] || recall * 100 < floor[1];
  });
  expect(below.map(({ kind }) => kind)).toEqual([]);
});

test("the labelled sentences are many, all different, and a third of them hold nothing", () => {
  const all = [...tuningSentences, ...heldOutSentences];
  const texts = all.map((sentence) => readMarked(sentence));
  expect(all.length).toBeGreaterThanOrEqual(320);
  expect(heldOutSentences.length).toBeGreaterThanOrEqual(100);
  expect(new Set(texts.map(({ text }) => text)).size).toBe(all.length);
  expect(texts.filter(({ marks }) => marks.length === 0).length).toBeGreaterThanOrEqual(120);
  expect(texts.filter(({ text }) => /[{}|]/.test(text))).toEqual([]);
});

test("every kind is marked in both parts", () => {
  for (const [, sentences] of parts) {
    const kinds = new Set(sentences.flatMap((sentence) => readMarked(sentence).marks.map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual([...personalDataKinds].sort());
  }
});
