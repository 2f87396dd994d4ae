import { expect, expectAccessible, expectNoSidewaysScroll, type Page } from "./journey.ts";

/** What a finger meets, in CSS pixels (WCAG 2.2, success criterion 2.5.8). */
const leastTarget = 24;

/**
 * The page as it stands serves everybody: one heading, nothing that axe objects to, nothing that sticks out to the
 * right, and nothing to press that a finger would miss. Links inside text are axe's to judge.
 */
export async function lookOver(page: Page) {
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  // At its end the page's bar of acts stands in its own place, over nothing.
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await expectNoSidewaysScroll(page);
  await expectTargets(page);
  await expectAccessible(page);
}

async function expectTargets(page: Page) {
  const small = await page.evaluate((least) => {
    const found: string[] = [];
    for (const target of document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary")) {
      if (!target.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || target.closest(".pot, .skip")) continue;
      if (target instanceof HTMLAnchorElement && getComputedStyle(target).display === "inline") continue;
      const label = target instanceof HTMLInputElement && /^(radio|checkbox)$/.test(target.type) ? target.closest("label") : null;
      const { width, height } = (label ?? target).getBoundingClientRect();
      if (width < least - 0.5 || height < least - 0.5) found.push(`${target.outerHTML.slice(0, 160)}: ${Math.round(width)} × ${Math.round(height)}`);
    }
    return found;
  }, leastTarget);
  expect(small, page.url()).toEqual([]);
}
