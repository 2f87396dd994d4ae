import { expect, type Page } from "./journey.ts";
import { query } from "./rows.ts";

/** The demo's open round that anybody may answer, and a unit of it with many sheets. */
export const openRound = async () => {
  const [round] = await query<{ slug: string; id: string }>(
    "select slug, id from rounds where state = 'open' and 'open_link' = any(modes) and slug like 'kktvp-%' limit 1",
  );
  if (!round) throw new Error("The demo has no open round of the zone authority");
  return { ...round, unit: "kktvp-motcua" };
};

/** Sheets that a round holds. */
export const countSheets = async (roundId: string): Promise<number> => {
  const [row] = await query<{ n: number }>("select count(*)::int as n from sheets where round_id = $1", [roundId]);
  return row?.n ?? 0;
};

/**
 * Goes through a whole questionnaire with Tab, arrows, Space and Enter, as somebody does who has no mouse, and gives
 * every statement the same level. Answers how many statements were rated; stands on the button when done.
 */
export async function fillByKeyboard(page: Page, level: number): Promise<number> {
  let rated = 0;
  for (let step = 0; step < 200; step += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | HTMLSelectElement | null;
      const inForm = element?.closest("main form") !== null;
      return { tag: inForm ? (element?.localName ?? "") : "", name: element?.getAttribute("name") ?? "", type: element?.getAttribute("type") ?? "" };
    });
    if (focused.tag === "select" && focused.name === "unit") await page.keyboard.press("ArrowDown");
    if (focused.tag === "input" && focused.type === "radio" && focused.name.startsWith("a.")) {
      await page.keyboard.press("Space");
      for (let arrow = 1; arrow < level; arrow += 1) await page.keyboard.press("ArrowRight");
      rated += 1;
    }
    if (focused.tag === "button") return rated;
  }
  throw new Error("Tab never reached the button");
}

/** The receipt of the page that says thanks. */
export async function receiptOf(page: Page): Promise<string> {
  await expect(page).toHaveURL(/\/cam-on$/);
  return (await page.locator(".receipt .code").innerText()).trim();
}

/** The hidden fields and answers of a sheet as a browser posts them. */
export async function sheetForm(page: Page, unit: string | undefined, level: string): Promise<Record<string, string>> {
  const names = await page
    .locator('main form input[type="radio"][name^="a."]')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).name));
  const key = await page.locator('main form input[name="key"]').inputValue();
  return { key, ...(unit ? { unit } : {}), ...Object.fromEntries([...new Set(names)].map((name) => [name, level])) };
}
