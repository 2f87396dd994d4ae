import { desktop, expect, expectAccessible, test, type Page } from "#tests/support/journey.ts";
import { getJson } from "#tests/support/api.ts";
import { countRows } from "#tests/support/rows.ts";
import { countSheets, fillByKeyboard, openRound, receiptOf, sheetForm } from "#tests/support/surveys.ts";
import { world } from "#tests/support/worlds.ts";

type Results = { n: number; figures: { unit?: string | null; value: number | null; n: number | null; suppressed: boolean }[] };

test("a citizen fills in SIPAS-22 by keyboard alone, on one page, without JavaScript", async ({ visitor: page }) => {
  const { slug, id } = await openRound();
  const before = await countSheets(id);
  await page.goto("/khao-sat");
  await expectAccessible(page);
  await page
    .getByRole("link", { name: "Trả lời khảo sát" })
    .and(page.locator(`[href$="${slug}"]`))
    .click();
  await expectAccessible(page);
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);

  expect(await fillByKeyboard(page, 4)).toBe(23);
  await expect(page.getByRole("button", { name: "Gửi phiếu" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cảm ơn bạn. Phiếu đã được ghi nhận.");
  expect(await receiptOf(page)).not.toBe("");
  await expectAccessible(page);
  expect(await countSheets(id)).toBe(before + 1);
});

test("the same questionnaire is filled in in English, and the sheet says so", async ({ newVisitor }) => {
  const { slug, id } = await openRound();
  const english = () => countRows("sheets", { round_id: id, language: "en" });
  const before = await english();
  const page = await newVisitor({ viewport: desktop });
  await page.goto(`/en/khao-sat/${slug}`);
  await expectAccessible(page);
  expect(await fillByKeyboard(page, 5)).toBe(23);
  await expect(page.getByRole("button", { name: "Send the form" })).toBeFocused();
  await page.keyboard.press("Enter");
  expect(await receiptOf(page)).not.toBe("");
  await expectAccessible(page);
  expect(await english()).toBe(before + 1);
});

test("a sheet sent three times at once is stored once, and each time answered with the same receipt", async ({
  visitor: page,
  playwright,
  baseURL,
}) => {
  const { slug, id, unit } = await openRound();
  const before = await countSheets(id);
  await page.goto(`/khao-sat/${slug}`);
  const form = await sheetForm(page, unit, "5");
  const receipts = await Promise.all(
    [1, 2, 3].map(async () => {
      const browser = await playwright.request.newContext({ baseURL: baseURL ?? "", extraHTTPHeaders: { Origin: baseURL ?? "" } });
      const sent = await browser.post(`/khao-sat/${slug}`, { form });
      expect(sent.url()).toMatch(/\/cam-on$/);
      const [, receipt] = /<span class="code">([^<]+)</.exec(await sent.text()) ?? [];
      await browser.dispose();
      return receipt;
    }),
  );
  expect(receipts[0]).toBeTruthy();
  expect(new Set(receipts).size).toBe(1);
  expect(await countSheets(id)).toBe(before + 1);
});

test("a sheet that lacks answers comes back with what was chosen, says what is missing, and is not stored", async ({ visitor: page }) => {
  const { slug, id } = await openRound();
  const before = await countSheets(id);
  await page.goto(`/khao-sat/${slug}`);
  await page.getByRole("radio", { name: /4/ }).first().check();
  await page.getByRole("textbox").first().fill("Chị ở quầy số 3 hướng dẫn rất rõ.");
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Gửi phiếu" }).click();
  expect((await answered).status()).toBe(422);
  await expect(page.getByRole("alert")).toContainText("hãy chọn một mức");
  await expect(page.getByRole("alert")).toContainText("hãy chọn đơn vị");
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(1);
  await expect(page.getByRole("textbox").first()).toHaveValue("Chị ở quầy số 3 hướng dẫn rất rõ.");
  await expectAccessible(page);
  expect(await countSheets(id)).toBe(before);
});

test("levels, units, texts and choices that do not exist are refused, and nothing is stored", async ({ visitor: page, request, baseURL }) => {
  const { slug, id, unit } = await openRound();
  const before = await countSheets(id);
  await page.goto(`/khao-sat/${slug}`);
  const form = await sheetForm(page, unit, "4");
  const [question = ""] = Object.keys(form).filter((name) => name.startsWith("a."));
  for (const wrong of [
    { [question]: "9" },
    { [question]: "-1" },
    { [question]: "rất hài lòng" },
    { unit: "khong-co" },
    { procedure: "khong-co" },
    { "t.K1": "dài ".repeat(2_000) },
    { "c.P1": "khong-co" },
    { "a.KHONG.CO": "5" },
  ]) {
    const answer = await request.post(`/khao-sat/${slug}`, { headers: { Origin: baseURL ?? "" }, form: { ...form, ...wrong }, maxRedirects: 0 });
    expect([409, 422], JSON.stringify(wrong).slice(0, 60)).toContain(answer.status());
    expect(await answer.text()).toContain('class="error-summary"');
  }
  expect(await countSheets(id)).toBe(before);
});

test("a round that is over, or not there, takes no sheet", async ({ visitor: page, request, baseURL }) => {
  const before = await countRows("sheets");
  const past = (await getJson(`${baseURL}/api/v1/rounds?limit=100`)) as { items: { slug: string; state: string }[] };
  const over = past.items.find(({ state }) => state === "published")?.slug ?? "";
  await page.goto(`/khao-sat/${over}`);
  await expect(page.getByRole("main")).toContainText("Đợt khảo sát này đã kết thúc");
  await expectAccessible(page);
  const headers = { Origin: baseURL ?? "" };
  const { slug, unit } = await openRound();
  await page.goto(`/khao-sat/${slug}`);
  const form = await sheetForm(page, unit, "4");
  const late = await request.post(`/khao-sat/${over}`, { headers, form: { ...form, unit: "kktvp-motcua" }, maxRedirects: 0 });
  expect([409, 422]).toContain(late.status());
  expect((await request.post("/khao-sat/khong-co", { headers, form, maxRedirects: 0 })).status()).toBe(404);
  expect(await countRows("sheets")).toBe(before);
});

test("an answer shows in the results at once: one more sheet, in the sentence and in the open data", async ({ visitor: page, request, baseURL }) => {
  const { slug, unit } = await openRound();
  const address = `${world.demo.url}/api/v1/rounds/${slug}/results`;
  const before = (await getJson(address)) as Results;
  await page.goto(`/hai-long/${slug}`);
  await expect(page.getByRole("main")).toContainText(`${before.n.toLocaleString("vi-VN")} phiếu`);
  await expectAccessible(page);

  await page.goto(`/khao-sat/${slug}`);
  const form = await sheetForm(page, unit, "5");
  await request.post(`/khao-sat/${slug}`, { headers: { Origin: baseURL ?? "" }, form, maxRedirects: 0 });

  const after = (await getJson(address)) as Results;
  expect(after.n).toBe(before.n + 1);
  for (const path of [`/hai-long/${slug}`, "/hai-long?co-quan=kktvp"]) {
    await page.goto(path);
    await expect(page.getByRole("main")).toContainText(`${after.n.toLocaleString("vi-VN")} phiếu`);
  }
});

test("results are drawn on the server with their table, target and interval, and small groups are hidden everywhere", async ({ newVisitor }) => {
  const { slug } = await openRound();
  const page = await newVisitor({ viewport: desktop });
  await page.goto(`/hai-long/${slug}`);
  const main = page.getByRole("main");
  await expect(main.locator("svg.recharts-surface").first()).toBeVisible();
  await expect(main.getByText(/[Mm]ục tiêu 83/).first()).toBeVisible();
  await expect(main.getByText(/khoảng tin cậy 95 %/).first()).toBeVisible();
  for (const heading of ["Theo yếu tố", "Theo tiêu chí", "Theo đơn vị"]) await expect(main.getByRole("heading", { name: heading })).toBeVisible();
  for (const word of await main.getByText("Xem số liệu dạng bảng").all()) await word.click();
  await expect(main.getByRole("table").first()).toBeVisible();
  await expect(main.getByText("ẩn vì nhóm ít hơn 5 phiếu").first()).toBeAttached();
  await expectAccessible(page);

  const { figures } = (await getJson(`${world.demo.url}/api/v1/rounds/${slug}/results`)) as Results;
  const hidden = figures.filter(({ suppressed }) => suppressed);
  expect(hidden.length).toBeGreaterThan(0);
  expect(hidden.filter(({ value, n }) => value !== null || n !== null)).toEqual([]);
  expect(figures.filter(({ suppressed, n }) => !suppressed && n !== null && n < 5)).toEqual([]);

  await page.goto(`/hai-long/${slug}?don-vi=kktvp-vp`);
  await expect(page.getByRole("main")).toContainText("Không đủ phiếu để công bố");
  await expectAccessible(page);
});

test("a desk hands out a slip whose code lets in one answer, and looking at it uses nothing up", async ({
  signIn,
  visitor: page,
  newVisitor,
  request,
  baseURL,
}) => {
  const desk = await signIn("tiep-nhan@demo.vn");
  await desk.goto("/can-bo/phieu");
  await expectAccessible(desk);
  await desk.getByLabel("Đơn vị").selectOption({ label: await firstPlaceOf(desk) });
  await desk.getByLabel("Số phiếu").fill("2");
  await desk.getByRole("button", { name: "Phát phiếu" }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("2 phiếu đã sẵn sàng để in");
  await expectAccessible(desk);
  const [code = "", spare = ""] = new Set((await desk.getByRole("main").innerText()).match(/\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/g));
  expect(code).not.toBe("");

  const before = await countRows("sheets", { mode: "desk_slip" });
  await page.goto("/khao-sat");
  await page.getByLabel("Mã trên phiếu").fill(code.toLowerCase().replaceAll("-", " "));
  await page.getByRole("button", { name: "Mở phiếu" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Phiếu đánh giá của bạn");
  await expectAccessible(page);
  for (let look = 0; look < 3; look += 1) expect((await request.get(`/p/${code}`)).status()).toBe(200);

  const form = await sheetForm(page, undefined, "5");
  const { pathname } = new URL(page.url());
  expect(await fillByKeyboard(page, 5)).toBe(23);
  await page.keyboard.press("Enter");
  const receipt = await receiptOf(page);
  expect(await countRows("sheets", { mode: "desk_slip" })).toBe(before + 1);

  const again = await newVisitor();
  expect((await again.goto(`/p/${code}`))?.status()).toBe(410);
  await expect(again.getByRole("heading", { level: 1 })).toHaveText("Phiếu này đã được dùng");
  await expectAccessible(again);
  const headers = { Origin: baseURL ?? "" };
  const retried = await request.post(pathname, { headers, form });
  expect(await retried.text()).toContain(receipt);
  const other = await request.post(`/p/${code}`, { headers, form: { ...form, key: crypto.randomUUID() }, maxRedirects: 0 });
  expect(other.status()).toBe(410);

  const presses = await Promise.all(
    [1, 2, 3, 4].map(() => request.post(`/p/${spare}`, { headers, form: { ...form, key: crypto.randomUUID() }, maxRedirects: 0 })),
  );
  expect(presses.map((press) => press.status()).toSorted((a, b) => a - b)).toEqual([302, 410, 410, 410]);
  expect(await countRows("sheets", { mode: "desk_slip" })).toBe(before + 2);

  expect((await again.goto("/p/0000-0000-0000"))?.status()).toBe(404);
  await expectAccessible(again);
});

/** The first unit on the desk's list, as its option reads. */
async function firstPlaceOf(desk: Page): Promise<string> {
  return (await desk.getByLabel("Đơn vị").locator("optgroup option").first().textContent()) ?? "";
}
