import type { BrowserContextOptions } from "@playwright/test";
import { atDesk, expect, expectAccessible, expectNoSidewaysScroll, onPhone, test, type Page } from "#tests/support/journey.ts";
import { countRows } from "#tests/support/rows.ts";
import { countSheets, openRound, receiptOf } from "#tests/support/surveys.ts";

const languages = [
  { code: "vi", prefix: "", send: "Gửi phiếu", thanks: "Cảm ơn bạn" },
  { code: "en", prefix: "/en", send: "Send the form", thanks: "Thank you" },
] as const;

/** Seconds to point and touch, by the keystroke-level model (Card, Moran and Newell 1983). */
const touchTakes = 1.1 + 0.1;
/**
 * Letters a minute: 863 read aloud, the mean of 17 languages (Trauzettel-Klosinski and Dietz 2012), and as much faster silently as
 * words are (Brysbaert 2019: 238 to 183).
 */
const lettersInAMinute = 863 * (238 / 183);

for (const { code, prefix, send, thanks } of languages) {
  test(`a respondent on a phone answers by touch, without scripts, in under two minutes (${code})`, async ({ newVisitor }) => {
    const { slug, id, unit } = await openRound();
    const before = await countRows("sheets", { round_id: id, language: code });
    const page = await newVisitor(onPhone);
    await page.goto(`${prefix}/khao-sat/${slug}`);

    await page.locator("select[name=unit]").selectOption(unit);
    const questions = await statements(page);
    for (const name of questions) {
      const choice = page.locator(`label:has(input[name="${name}"][value="4"])`);
      const box = await choice.boundingBox();
      expect(box?.height, `the touch target of ${name}`).toBeGreaterThanOrEqual(44);
      expect(box?.width).toBeGreaterThanOrEqual(200);
      await choice.tap();
    }
    await expect(page.locator('input[name^="a."]:checked')).toHaveCount(questions.length);

    // A model, not a measurement of people: everything is read once, every answer touched once, nobody ponders.
    const touches = questions.length + 3;
    const letters = (await page.locator('fieldset:has(input[name^="a."]) legend').allInnerTexts()).join("").replaceAll(/[^\p{L}]/gu, "").length;
    const seconds = (letters / lettersInAMinute) * 60 + touches * touchTakes;
    expect(seconds, `${letters} letters and ${touches} touches`).toBeLessThan(120);

    await page.getByRole("button", { name: send }).tap();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(thanks);
    expect(await receiptOf(page)).not.toBe("");
    await expectNoSidewaysScroll(page);
    expect(await countRows("sheets", { round_id: id, language: code })).toBe(before + 1);
  });
}

const variants: [name: string, options: BrowserContextOptions][] = [
  ["on a phone", onPhone],
  ["at a desk", atDesk],
  ["in forced colours", { ...atDesk, forcedColors: "active" }],
  ["with reduced motion", { ...onPhone, reducedMotion: "reduce" }],
  ["in the dark", { ...onPhone, colorScheme: "dark" }],
  // 1280 px at 200 % leave 640; WCAG 1.4.10 asks for 320.
  ["at 200 % zoom", { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }],
];

for (const [name, options] of variants) {
  test(`the way of a respondent is accessible ${name}`, async ({ newVisitor }) => {
    const { slug, unit } = await openRound();
    const page = await newVisitor({ ...options, javaScriptEnabled: true });
    for (const path of ["/khao-sat", `/khao-sat/${slug}`, `/en/khao-sat/${slug}`, "/hai-long"]) {
      await page.goto(path);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
    await page.goto(`/khao-sat/${slug}`);
    await answerAll(page, unit);
    await page.getByRole("button", { name: "Gửi phiếu" }).click();
    expect(await receiptOf(page)).not.toBe("");
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });
}

test("what is missing is said accessibly, in the dark and in forced colours too, and leads to the question", async ({ newVisitor }) => {
  const { slug } = await openRound();
  for (const options of [onPhone, { ...onPhone, colorScheme: "dark" as const }, { ...atDesk, forcedColors: "active" as const }]) {
    const page = await newVisitor({ ...options, javaScriptEnabled: true });
    await page.goto(`/khao-sat/${slug}`);
    await page.getByRole("button", { name: "Gửi phiếu" }).click();
    const summary = page.getByRole("alert");
    await expect(summary).toContainText("hãy chọn đơn vị");
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    const link = summary.getByRole("link").first();
    const target = (await link.getAttribute("href")) ?? "";
    await link.click();
    expect(await page.evaluate((hash) => document.querySelector(hash) !== null && location.hash === hash, target)).toBe(true);
  }
});

test("going back after sending and sending again stores nothing twice and stays accessible", async ({ newVisitor }) => {
  const { slug, id, unit } = await openRound();
  const page = await newVisitor({ ...onPhone, javaScriptEnabled: true });
  await page.goto(`/khao-sat/${slug}`);
  await answerAll(page, unit);
  const before = await countSheets(id);
  await page.getByRole("button", { name: "Gửi phiếu" }).click();
  const receipt = await receiptOf(page);
  expect(await countSheets(id)).toBe(before + 1);

  await page.goBack();
  await expect(page.getByRole("button", { name: "Gửi phiếu" })).toBeEnabled();
  await expectAccessible(page);
  // What comes back is the form that was sent, or a fresh one; either way what is stored is one sheet a receipt.
  await answerAll(page, unit);
  await page.getByRole("button", { name: "Gửi phiếu" }).click();
  const again = await receiptOf(page);
  expect(await countSheets(id)).toBe(before + (again === receipt ? 1 : 2));
});

async function statements(page: Page): Promise<string[]> {
  const names = await page
    .locator('main form input[type="radio"][name^="a."]')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).name));
  return [...new Set(names)];
}

async function answerAll(page: Page, unit: string) {
  await page.locator("select[name=unit]").selectOption(unit);
  for (const name of await statements(page)) await page.locator(`input[name="${name}"][value="4"]`).check({ force: true });
}
