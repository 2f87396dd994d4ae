import { expect, expectAccessible, type Page } from "./journey.ts";
import { world } from "./worlds.ts";

/** Opens a case from a work list, where it must stand. */
export async function openFromList(page: Page, list: string, code: string) {
  await page.goto("/can-bo");
  await expectAccessible(page);
  await page.goto("/can-bo/ho-so");
  await page
    .getByRole("main")
    .getByRole("link", { name: new RegExp(`^${list}`) })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(list);
  const row = page.getByRole("main").locator(`a[href$="/can-bo/ho-so/${code}"]`);
  // A list is read on to its end: new cases are due later than old ones.
  for (let more = 0; more < 10 && (await row.count()) === 0; more += 1) await page.getByRole("link", { name: "Xem thêm" }).click();
  await expectAccessible(page);
  await row.first().click();
  await expect(page).toHaveURL(new RegExp(`/can-bo/ho-so/${code}`));
  await expectAccessible(page);
}

/** Unfolds an act of the open case by its name and gives back its form. */
export async function unfold(page: Page, title: string) {
  const summary = page.locator("summary").getByText(title, { exact: true });
  const form = page.locator("#viec details, #nguoi-gui details").filter({ has: summary }).locator("form");
  if (!(await form.isVisible())) await summary.click();
  return form;
}

/** Presses the act's button and waits for the sentence that says it was done. */
export async function finish(page: Page, form: ReturnType<Page["locator"]>, button: string, sentence: string) {
  await form.getByRole("button", { name: button }).click();
  await expect(page.getByRole("status").or(page.getByRole("alert")).filter({ hasText: sentence }).first()).toBeVisible();
}

/** Waits until a mail to this address whose subject or text holds `words` lies in the demo's mailbox, and answers its text. */
export async function readMail(page: Page, to: string, words: RegExp): Promise<string> {
  let text = "";
  await expect(async () => {
    await page.goto("/dev/hom-thu");
    const hrefs = await page
      .getByRole("row")
      .filter({ hasText: to })
      .getByRole("link")
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).getAttribute("href") ?? ""));
    for (const href of hrefs) {
      await page.goto(href);
      text = await page.getByRole("main").innerText();
      if (words.test(text)) return;
    }
    throw new Error(`No mail to ${to} says ${words}`);
  }).toPass({ timeout: 45_000, intervals: [500, 1_000, 2_000] });
  return text;
}

/** Posts an act as a page would, for what no page offers. */
export function postAct(page: Page, code: string, form: Record<string, string>) {
  return page.request.post(`/can-bo/ho-so/${code}`, { headers: { Origin: world.demo.url }, form, maxRedirects: 0 });
}
