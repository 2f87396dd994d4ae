import { AxeBuilder } from "@axe-core/playwright";
import { test as base, devices, expect, type BrowserContext, type BrowserContextOptions, type Page } from "@playwright/test";
import { world } from "./worlds.ts";

export { expect, type Page } from "@playwright/test";

export const phone = { width: 360, height: 740 };
export const desktop = { width: 1280, height: 900 };

/** A browser on a phone: touched, held upright, and saying so. */
export const onPhone: BrowserContextOptions = { viewport: phone, isMobile: true, hasTouch: true, userAgent: devices["Galaxy S8"].userAgent };
export const atDesk: BrowserContextOptions = { viewport: desktop };

export const demoPassword = "lang-nghe-demo";

type Journeys = {
  /** Somebody with an old phone and no JavaScript. */
  visitor: Page;
  /** A page of another visitor: own cookies, and what else is asked for. */
  newVisitor: (options?: BrowserContextOptions) => Promise<Page>;
  /** An official of the demo world, signed in, with JavaScript, at a desk unless said otherwise. */
  signIn: (email: string, device?: BrowserContextOptions) => Promise<Page>;
};

/** Journeys in the demo world. Whatever goes wrong in a browser's console fails the test. */
export const test = base.extend<Journeys>({
  baseURL: ({}, use) => use(world.demo.url),

  newVisitor: async ({ browser, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    const troubles: string[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({ javaScriptEnabled: false, viewport: phone, baseURL: baseURL ?? "", ...options });
      contexts.push(context);
      if (!options.javaScriptEnabled) withoutScripts.add(context);
      const page = await context.newPage();
      listenForTrouble(page, troubles);
      return page;
    });
    for (const context of contexts) await context.close();
    expect(troubles).toEqual([]);
  },

  visitor: async ({ newVisitor }, use) => use(await newVisitor()),

  signIn: async ({ newVisitor }, use) => {
    await use(async (email, device = atDesk) => {
      const page = await newVisitor({ ...device, javaScriptEnabled: true });
      await page.goto("/dang-nhap");
      await page.getByLabel("Thư điện tử").fill(email);
      await page.getByLabel("Mật khẩu", { exact: true }).fill(demoPassword);
      await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
      await expect(page).toHaveURL(/\/can-bo/);
      return page;
    });
  },
});

const withoutScripts = new WeakSet<BrowserContext>();

/** Errors of scripts, refusals of the Content-Security-Policy, missing files. An answer that says no (4xx) to a page itself is none. */
function listenForTrouble(page: Page, troubles: string[]) {
  const asked = new Set<string>();
  page.on("request", (request) => {
    if (request.isNavigationRequest() || /\.data(\?|$)/.test(request.url())) asked.add(request.url());
  });
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    const { url } = message.location();
    if (asked.has(url) && message.text().includes("status of 4")) return;
    troubles.push(`console: ${message.text()} (${url})`);
  });
  page.on("pageerror", (error) => troubles.push(`script: ${error.message}`));
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    // A browser without scripts refuses to fetch any.
    if (reason === "csp" && withoutScripts.has(page.context())) return;
    // A page that is left stops what it was fetching.
    if (reason !== "net::ERR_ABORTED") troubles.push(`request: ${request.url()} ${reason}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 500) troubles.push(`answer: ${response.status()} ${response.url()}`);
  });
}

/**
 * No violation of WCAG 2.2 A or AA that axe can find on the page as it stands. Axe is a script: a page without
 * scripts is looked at as a copy of its text and styles in a browser that has them.
 */
export async function expectAccessible(page: Page) {
  if (!withoutScripts.has(page.context())) return expectNoViolations(page, page.url());

  const html = (await page.content()).replaceAll(/<script\b.*?<\/script>/gs, "");
  const context = await page.context().browser()?.newContext({ viewport: page.viewportSize() });
  const copy = await context?.newPage();
  await copy?.route(page.url(), (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
  await copy?.goto(page.url());
  if (copy) await expectNoViolations(copy, page.url());
  await context?.close();
}

async function expectNoViolations(page: Page, url: string) {
  // Only what is wrong is looked at closely, and no second page is opened to put frames together: there are none.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode(true);
  const { violations } = await axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary}`));
  expect(found, url).toEqual([]);
}

/** Nothing sticks out to the right: no reader has to scroll sideways. */
export async function expectNoSidewaysScroll(page: Page) {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  expect(content, `${page.url()} at ${window} px`).toBeLessThanOrEqual(window);
}
