import { expect, expectAccessible, expectNoSidewaysScroll, phone, test, type Page } from "#tests/support/journey.ts";
import { countRows, query } from "#tests/support/rows.ts";
import { world } from "#tests/support/worlds.ts";

const toAssign = "/can-bo/ho-so?viec=to_assign";
const rowsOf = (page: Page) => page.getByRole("list", { name: "Hồ sơ, đến hạn sớm nhất trước" }).getByRole("listitem");
const codeOf = async (page: Page, row: number) => (await rowsOf(page).nth(row).locator(".code").innerText()).trim();
const revisionOf = async (code: string) =>
  (await query<{ revision: number }>("select revision from cases where code = $1", [code]))[0]?.revision ?? 0;

/** The page listens once React has taken it over. */
const awake = (page: Page) => expect(page.locator("html")).toHaveAttribute("data-enhanced", "");

test("two cases are assigned at once; the one that changed meanwhile refuses, and both are told", async ({ signIn }) => {
  const page = await signIn("dieu-phoi@demo.vn");
  await page.goto(toAssign);
  await awake(page);
  await expectAccessible(page);
  const [one, other] = [await codeOf(page, 0), await codeOf(page, 1)];
  await page.getByRole("button", { name: "Phân công", exact: true }).click();
  await expect(page.getByText("Chưa chọn hồ sơ nào.")).toBeVisible();

  for (const row of [0, 1]) await rowsOf(page).nth(row).getByRole("checkbox").check();
  await query("update cases set revision = revision + 1 where code = $1", [other]);
  const units = page.locator("#nhieu").getByLabel("Giao cho đơn vị");
  await expect(units.locator("option").nth(1)).toHaveText("Theo gợi ý của quy tắc phân công, từng hồ sơ");
  await units.selectOption({ index: 2 });
  await page.getByRole("button", { name: "Phân công", exact: true }).click();
  await expect(page.getByText("Đã phân công 1 hồ sơ")).toBeVisible();
  await expect(page.getByText("1 hồ sơ chưa làm được")).toBeVisible();
  await expect(page.locator("#ket-qua")).toContainText(other);
  await expectAccessible(page);
  expect(await countRows("cases", { code: one, state: "DA_PHAN_CONG" })).toBe(1);
  expect(await countRows("cases", { code: other, state: "DA_PHAN_CONG" })).toBe(0);
  await page.setViewportSize(phone);
  await expectNoSidewaysScroll(page);
});

test("without scripts the same form works, by the suggestion of the rules too, and a made-up case is refused", async ({ signIn }) => {
  const page = await signIn("dieu-phoi@demo.vn");
  await page.goto(toAssign);
  const code = await codeOf(page, (await rowsOf(page).count()) - 1);
  const post = (form: Record<string, string>) => page.request.post(toAssign, { headers: { Origin: world.demo.url }, form });
  const urgent = await post({ act: "mark_urgent", case: `${code}:${await revisionOf(code)}` });
  expect(urgent.status()).toBe(200);
  expect(await urgent.text()).toContain("Đã đánh dấu khẩn 1 hồ sơ");
  expect(await countRows("cases", { code, urgent: true })).toBe(1);
  const again = await post({ act: "mark_urgent", case: `${code}:${await revisionOf(code)}` });
  expect(again.status()).toBe(409);
  expect(await again.text()).toContain("Hồ sơ đã được đánh dấu khẩn.");

  const suggested = await post({ act: "assign", unitId: "goi-y", case: `${code}:${await revisionOf(code)}` });
  expect([200, 409]).toContain(suggested.status());
  expect(await suggested.text()).toMatch(/Đã phân công 1 hồ sơ|Không có quy tắc phân công nào khớp/);
  expect((await post({ act: "assign", unitId: "goi-y", case: "PA-2026-AAAAAA:1" })).status()).toBeGreaterThanOrEqual(409);
  expect((await post({ act: "hide", case: `${code}:1` })).status()).toBe(400);
});

test("one-letter keys move, choose and open; they rest in fields and can be switched off", async ({ signIn }) => {
  const page = await signIn("dieu-phoi@demo.vn");
  await page.goto("/can-bo/ho-so");
  await awake(page);
  const links = rowsOf(page).locator(".work-title");
  await page.keyboard.press("j");
  await expect(links.nth(0)).toBeFocused();
  await page.keyboard.press("x");
  await expect(rowsOf(page).nth(0).getByRole("checkbox")).toBeChecked();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("j");
  await expect(links.nth(2)).toBeFocused();
  await page.keyboard.press("k");
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press("/");
  const search = page.getByRole("banner").getByRole("searchbox");
  await expect(search).toBeFocused();
  await page.keyboard.type("jx?");
  await expect(search).toHaveValue("jx?");
  await expect(search).toBeFocused();
  await links.nth(1).focus();
  await page.keyboard.press("?");
  await expect(page.getByText("chọn hoặc bỏ chọn hồ sơ")).toBeVisible();
  await expectAccessible(page);
  const code = await codeOf(page, 1);
  await links.nth(1).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/can-bo/ho-so/${code}`));

  await page.goto("/can-bo/tai-khoan");
  await page.getByRole("button", { name: "Tắt phím tắt" }).click();
  await expect(page.getByRole("button", { name: "Bật phím tắt" })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/can-bo/ho-so");
  await awake(page);
  await page.keyboard.press("j");
  await expect(links.nth(0)).not.toBeFocused();
  await page.getByText("Phím tắt", { exact: true }).click();
  await expect(page.getByText("Phím tắt đang tắt.")).toBeVisible();
});

test("filters stand in the address and narrow together; the tabs' counts are the lists' lengths", async ({ signIn }) => {
  const page = await signIn("dieu-phoi@demo.vn");
  await page.goto("/can-bo/ho-so");
  await page.getByText("Lọc danh sách").click();
  const filters = page.getByRole("form", { name: "Lọc" }).or(page.locator("form.filters"));
  await filters.first().getByLabel("Loại").selectOption("hoi_dap");
  await filters.first().getByLabel("Hạn", { exact: true }).selectOption("7");
  await filters.first().getByLabel("Số hồ sơ mỗi trang").selectOption("100");
  await filters.first().getByRole("button").click();
  await expect(page).toHaveURL(/loai=hoi_dap.*han=7.*dong=100/);
  await expectAccessible(page);
  for (const row of await rowsOf(page).all()) await expect(row).toContainText("Hỏi đáp");
  await page.reload();
  await expect(page.locator("#han")).toHaveValue("7");
  await page.setViewportSize(phone);
  await expectNoSidewaysScroll(page);

  await page.goto("/can-bo/ho-so?viec=overdue&dong=100");
  const said = /\d+/.exec(await page.locator("main [aria-current]").first().innerText())?.[0];
  let read = await rowsOf(page).count();
  while ((await page.getByRole("link", { name: "Xem thêm" }).count()) > 0) {
    await page.getByRole("link", { name: "Xem thêm" }).click();
    await page.waitForURL(/sau=/);
    read += await rowsOf(page).count();
    if (read > 2_000) break;
  }
  expect(String(read)).toBe(said ?? "0");
});

test("an empty desk of an editor offers a new article and speaks of no deadlines", async ({ signIn }) => {
  const page = await signIn("bien-tap@demo.vn");
  await page.goto("/can-bo");
  await expect(page.getByRole("main")).not.toContainText("đến hạn");
  const articles = page.locator("#tin");
  if (await articles.getByText("Không có bài nào chờ").isVisible()) await expect(articles.getByRole("link", { name: "Viết bài mới" })).toBeVisible();
  await expectAccessible(page);
});
