import type { BrowserContextOptions } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test, type Page } from "#tests/support/journey.ts";
import { countRows } from "#tests/support/rows.ts";
import { openRound } from "#tests/support/surveys.ts";

const tablet: BrowserContextOptions = { viewport: { width: 1024, height: 768 }, hasTouch: true, javaScriptEnabled: true };

/** Sheets that kiosks brought to the demo's open round. */
const kioskSheets = async () => countRows("sheets", { round_id: (await openRound()).id, mode: "kiosk" });

/** A new kiosk at the desk; gives the address that makes a device this kiosk. */
async function newKiosk(desk: Page, name: string): Promise<string> {
  await desk.goto("/can-bo/ki-ot");
  await desk.getByLabel("Tên máy", { exact: true }).fill(name);
  const { slug, unit } = await openRound();
  await desk.getByLabel("Đơn vị", { exact: true }).selectOption(`${slug}/${unit}`);
  await desk.getByRole("button", { name: "Tạo máy" }).click();
  await expect(desk.getByText(`Mã thiết lập của ${name}`)).toBeVisible();
  const address = await desk.locator("code", { hasText: "/ki-ot?ma=" }).innerText();
  const { pathname, search } = new URL(address);
  return pathname + search;
}

async function setUp(device: Page, address: string) {
  await device.goto(address);
  await device.getByRole("button", { name: "Thiết lập máy này" }).click();
  await expect(device.getByRole("heading", { level: 1 })).toBeVisible();
}

const ready = (device: Page) => expect(device.locator("[data-kiosk][data-ready]")).toBeVisible();

/** Goes through the questions by touch; what may be left out is left out. Ends on the screen with the button that sends. */
async function fillByTouch(device: Page, level: string): Promise<number> {
  await ready(device);
  await device.getByRole("button", { name: "Bắt đầu" }).tap();
  let rated = 0;
  const send = device.getByRole("button", { name: "Gửi phiếu" });
  const count = device.locator(".kiosk-count");
  for (let step = 0; step < 80; step += 1) {
    if (await send.isVisible()) return rated;
    const before = await count.innerText();
    const option = device.locator(`[data-now] input[type="radio"][name^="a."][value="${level}"]`);
    if ((await option.count()) > 0) {
      await device.locator("[data-now] label", { has: device.locator(`input[value="${level}"]`) }).tap();
      rated += 1;
    } else {
      await device.getByRole("button", { name: "Tiếp theo" }).tap();
    }
    await expect(count).not.toHaveText(before);
  }
  throw new Error("The kiosk never came to its end");
}

/** What a device still knows after somebody left. */
const leftBehind = (device: Page) =>
  device.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("lang-nghe-kiosk", 1);
      request.addEventListener("success", () => resolve(request.result));
      request.addEventListener("error", () => reject(request.error ?? new Error("no database")));
    });
    const count = (store: string) =>
      new Promise<number>((resolve, reject) => {
        const request = db.transaction(store).objectStore(store).count();
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error ?? new Error("no count")));
      });
    return {
      waiting: await count("waiting"),
      aside: await count("aside"),
      kept: localStorage.length + sessionStorage.length,
      chosen: document.querySelectorAll("input:checked").length,
    };
  });

const nothing = { waiting: 0, aside: 0, kept: 0, chosen: 0 };

test("a desk sets a tablet up, a customer answers by touch, and nothing of them is left", async ({ signIn, newVisitor }) => {
  const desk = await signIn("tiep-nhan@demo.vn");
  const address = await newKiosk(desk, "Quầy số 3");
  await expectAccessible(desk);

  const device = await newVisitor(tablet);
  const page = address.replace(/\?.*/, "");
  await device.goto(page);
  await expect(device.getByRole("heading", { level: 1 })).toHaveText("Thiết lập máy tại quầy");
  await expectAccessible(device);
  await setUp(device, address);
  await ready(device);
  await expectAccessible(device);

  const before = await kioskSheets();
  expect(await fillByTouch(device, "4")).toBe(23);
  await expectAccessible(device);
  await device.getByRole("button", { name: "Gửi phiếu" }).tap();
  await expect(device.getByRole("heading", { level: 1 })).toHaveText("Cảm ơn bạn đã góp ý");
  await expect(device.getByText("Phiếu của bạn đã được ghi nhận.")).toBeVisible();
  await expectAccessible(device);
  expect(await kioskSheets()).toBe(before + 1);
  await device.getByRole("button", { name: "Phiếu mới" }).tap();
  await expect(device.getByRole("button", { name: "Bắt đầu" })).toBeVisible();
  expect(await leftBehind(device)).toEqual(nothing);

  await device.goto("/khao-sat");
  await device.goBack();
  await expect(device.getByRole("button", { name: "Bắt đầu" })).toBeVisible();
  expect((await leftBehind(device)).chosen).toBe(0);

  await device.setViewportSize({ width: 360, height: 740 });
  await device.getByRole("button", { name: "Bắt đầu" }).tap();
  await expectNoSidewaysScroll(device);
  await expectAccessible(device);
});

test("who leaves in the middle is asked, may have more time, and is forgotten after it", async ({ signIn, newVisitor }) => {
  const address = await newKiosk(await signIn("tiep-nhan@demo.vn"), "Quầy số 4");
  const device = await newVisitor(tablet);
  await device.clock.install();
  await setUp(device, address);
  await ready(device);
  await device.getByRole("button", { name: "Bắt đầu" }).tap();
  const first = device.locator("[data-now] .likert-option").first();
  await first.tap();
  await device.clock.runFor(300);

  await device.clock.runFor(40_000);
  const dialog = device.getByRole("dialog", { name: "Bạn còn ở đó không?" });
  await expect(dialog).toBeVisible();
  await expect(dialog).toContainText("20 giây");
  await device.clock.runFor(6_000);
  await expect(dialog).toContainText("14 giây");
  await expectAccessible(device);
  await device.getByRole("button", { name: "Tôi cần thêm thời gian" }).tap();
  await expect(dialog).toBeHidden();
  expect((await leftBehind(device)).chosen).toBe(1);

  await device.clock.runFor(61_000);
  await expect(device.getByRole("button", { name: "Bắt đầu" })).toBeVisible();
  expect(await leftBehind(device)).toEqual(nothing);
});

test("while the line is down answers wait on the device; each is stored exactly once when it is back", async ({ signIn, browser, baseURL }) => {
  const address = await newKiosk(await signIn("tiep-nhan@demo.vn"), "Quầy số 5");
  const context = await browser.newContext({ ...tablet, baseURL: baseURL ?? "" });
  const device = await context.newPage();
  await setUp(device, address);
  await ready(device);
  await device.evaluate(async () => void (await navigator.serviceWorker.ready));
  const before = await kioskSheets();

  await context.setOffline(true);
  await device.reload();
  for (const level of ["5", "2"]) {
    await fillByTouch(device, level);
    await device.getByRole("button", { name: "Gửi phiếu" }).tap();
    await expect(device.getByText("Phiếu được giữ trên máy này")).toBeVisible();
    await device.getByRole("button", { name: "Phiếu mới" }).tap();
  }
  expect(await leftBehind(device)).toEqual({ ...nothing, waiting: 2 });
  await device.getByRole("button", { name: "Phiếu chờ gửi: 2" }).tap();
  await expect(device.getByRole("dialog", { name: "Tình trạng máy" })).toContainText("Đang mất mạng");
  await device.getByRole("button", { name: "Đóng" }).tap();
  expect(await kioskSheets()).toBe(before);

  await context.setOffline(false);
  await expect(device.getByRole("button", { name: "Tình trạng máy" })).toBeVisible();
  expect(await kioskSheets()).toBe(before + 2);
  expect(await leftBehind(device)).toEqual(nothing);
  await context.close();
});

test("an answer that arrived though the device never heard so is not stored twice", async ({ signIn, browser, baseURL }) => {
  const address = await newKiosk(await signIn("tiep-nhan@demo.vn"), "Quầy số 6");
  const context = await browser.newContext({ ...tablet, baseURL: baseURL ?? "", serviceWorkers: "block" });
  const device = await context.newPage();
  await setUp(device, address);
  const before = await kioskSheets();
  await device.route("**/api/v1/rounds/*/answers", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await fillByTouch(device, "3");
  await device.getByRole("button", { name: "Gửi phiếu" }).tap();
  await expect(device.getByText("Phiếu được giữ trên máy này")).toBeVisible();
  expect(await kioskSheets()).toBe(before + 1);

  await device.unroute("**/api/v1/rounds/*/answers");
  await device.evaluate(() => void window.dispatchEvent(new Event("online")));
  await expect.poll(async () => (await leftBehind(device)).waiting).toBe(0);
  expect(await kioskSheets()).toBe(before + 1);
  await context.close();
});

test("a device taken out of use keeps what it could not send, and says why", async ({ signIn, browser, baseURL }) => {
  const desk = await signIn("tiep-nhan@demo.vn");
  const address = await newKiosk(desk, "Quầy số 7");
  const context = await browser.newContext({ ...tablet, baseURL: baseURL ?? "", serviceWorkers: "block" });
  const device = await context.newPage();
  await setUp(device, address);
  await fillByTouch(device, "1");
  await desk.getByRole("button", { name: "Thu hồi Quầy số 7" }).click();
  await expect(desk.getByText("Đã thu hồi máy.")).toBeVisible();

  const before = await kioskSheets();
  await device.getByRole("button", { name: "Gửi phiếu" }).tap();
  await device.getByRole("button", { name: "Phiếu mới" }).tap();
  await device.getByRole("button", { name: "Phiếu chờ gửi: 1" }).tap();
  await expect(device.getByRole("dialog")).toContainText("Phiếu chưa gửi được: 1");
  await expect(device.getByRole("dialog")).toContainText("Máy này chưa được thiết lập, hoặc đã bị thu hồi.");
  expect(await leftBehind(device)).toMatchObject({ waiting: 0, aside: 1 });
  expect(await kioskSheets()).toBe(before);
  await context.close();
});

test("without JavaScript a kiosk is one long form in large type, and says thanks", async ({ signIn, newVisitor }) => {
  const address = await newKiosk(await signIn("tiep-nhan@demo.vn"), "Quầy số 8");
  const device = await newVisitor({ viewport: { width: 1024, height: 768 } });
  await setUp(device, address);
  await expectAccessible(device);
  const before = await kioskSheets();
  const names = await device
    .locator('input[type="radio"][name^="a."]')
    .evaluateAll((all) => [...new Set(all.map((one) => (one as HTMLInputElement).name))]);
  for (const name of names) await device.locator(`input[name="${name}"][value="5"]`).check();
  const option = await device.locator(".likert-option").first().boundingBox();
  expect(option?.height).toBeGreaterThanOrEqual(56);
  await device.getByRole("button", { name: "Gửi phiếu" }).click();
  await expect(device.getByRole("heading", { level: 1 })).toHaveText("Cảm ơn bạn đã góp ý");
  expect(await kioskSheets()).toBe(before + 1);
  await device.getByRole("link", { name: "Phiếu mới" }).click();
  await expect(device.getByRole("radio", { checked: true })).toHaveCount(0);
});
