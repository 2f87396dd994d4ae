import { createHash } from "node:crypto";
import { getJson } from "#tests/support/api.ts";
import { expect, expectAccessible, test, type Page } from "#tests/support/journey.ts";
import { countRows, query } from "#tests/support/rows.ts";
import { openRound } from "#tests/support/surveys.ts";
import { world } from "#tests/support/worlds.ts";

const scaleQuestions = 23;
const sheetsIn = async (slug: string) => ((await getJson(`${world.demo.url}/api/v1/rounds/${slug}/results`)) as { n: number }).n;
const enhanced = (page: Page) => expect(page.locator("html[data-enhanced]")).toHaveCount(1);

/** Types sheets as digits, row by row, with the keyboard alone; Enter ends a row, and after the last one saves. */
async function typeSheets(page: Page, sheets: readonly string[]) {
  await enhanced(page);
  await page.locator(".paper-grid input[type=text]").first().focus();
  for (const [index, digits] of sheets.entries()) {
    await page.keyboard.type(digits);
    await page.keyboard.press("Enter");
    const next = page.locator(".paper-grid tbody tr").nth(index + 1);
    if (index + 1 < sheets.length) await expect(next.locator("input[type=text]").first()).toBeFocused();
  }
  await expect(page.getByText("Đã lưu.").first()).toBeVisible();
}

/** A new pile of a round, the demo's open one unless said otherwise, opened by the desk; gives its address. */
async function openPile(desk: Page, sheets: number, of?: string): Promise<string> {
  const { unit, slug: usual } = await openRound();
  const slug = of ?? usual;
  await desk.goto(`/can-bo/khao-sat/${slug}/nhap-phieu`);
  await desk.getByLabel("Đơn vị", { exact: true }).selectOption(unit);
  await desk.getByLabel("Số in trên phiếu đầu tiên").fill("101");
  await desk.getByLabel("Số phiếu trong tập").fill(String(sheets));
  await desk.getByRole("button", { name: "Mở tập và nhập" }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText(`Tập phiếu số 101 đến ${100 + sheets}`);
  return new URL(desk.url()).pathname;
}

test("a pile is typed twice by two people, the cell that differs is decided, and the figures move", async ({ signIn }) => {
  const { slug, id } = await openRound();
  const [desk, manager] = [await signIn("tiep-nhan@demo.vn"), await signIn("khao-sat@demo.vn")];
  const pile = await openPile(desk, 2);
  await expectAccessible(desk);
  await typeSheets(desk, ["4".repeat(scaleQuestions), "5".repeat(scaleQuestions)]);
  await expectAccessible(desk);

  await manager.goto("/can-bo/nhap-phieu");
  await expectAccessible(manager);
  await manager.goto(`${pile}?lan=1`);
  await expect(manager.getByText("bạn không thấy những gì đã nhập")).toBeVisible();
  await manager.goto(`${pile}?lan=2`);
  await expect(manager.locator(".paper-grid input[type=text]").first()).toHaveValue("");
  await typeSheets(manager, ["4".repeat(scaleQuestions), `1${"5".repeat(scaleQuestions - 1)}`]);

  await manager.goto(`${pile}/so-sanh`);
  await expect(manager.getByRole("main")).toContainText("1 ô khác nhau");
  await expectAccessible(manager);
  await manager.getByRole("button", { name: "Đưa 2 phiếu vào đợt" }).click();
  await expect(manager.getByText("Còn ô mà hai lần nhập khác nhau.")).toBeVisible();
  const choice = manager.getByRole("group", { name: "Phiếu 102, câu 1" }).getByRole("radio", { name: /lần một/ });
  await choice.focus();
  await manager.keyboard.press("Space");
  await manager.getByRole("button", { name: "Lưu lựa chọn" }).focus();
  await manager.keyboard.press("Enter");
  await expect(manager.getByText("Đã lưu. Còn 0 ô chưa chọn.")).toBeVisible();

  const [figures, stored] = [await sheetsIn(slug), await countRows("sheets", { round_id: id, mode: "paper" })];
  await manager.getByRole("button", { name: "Đưa 2 phiếu vào đợt" }).focus();
  await manager.keyboard.press("Enter");
  await expect(manager.getByText("Đã đưa 2 phiếu vào đợt.")).toBeVisible();
  await expectAccessible(manager);
  expect(await countRows("sheets", { round_id: id, mode: "paper" })).toBe(stored + 2);
  expect(await sheetsIn(slug)).toBe(figures + 2);
  expect(await countRows("paper_rows", { batch_id: pile.split("/").at(-1) ?? "" })).toBe(0);

  await desk.goto(`/can-bo/khao-sat/${slug}/nhap-phieu`);
  await expect(desk.getByRole("table")).toContainText("2 phiếu vào đợt");
  await expect(desk.getByRole("table")).toContainText("1 trên");
  await expectAccessible(desk);
});

/** An open round that draws people and takes their paper, with one invitation whose code is known. */
async function makeDrawingRound(code: string): Promise<{ slug: string; id: string }> {
  const slug = "mau-phieu-giay-rut-mau";
  await query(
    `insert into rounds (slug, state, stage, title_vi, title_en, authority_id, questionnaire_version_id, opens_on, closes_on, target, modes)
     select $1, 'open', 'open', 'Khảo sát mẫu rút, phiếu giấy', 'Drawn survey on paper', authority_id, questionnaire_version_id, opens_on, closes_on,
            target, '{paper,sample}'
     from rounds where state = 'open' and slug like 'kktvp-%' and 'open_link' = any(modes) limit 1`,
    [slug],
  );
  const [round] = await query<{ id: string }>("select id from rounds where slug = $1", [slug]);
  const id = round?.id ?? "";
  await query(
    `insert into round_units (round_id, unit_id, unit_version_id)
     select $1, u.unit_id, u.unit_version_id from round_units u join rounds o on o.id = u.round_id
     where o.slug = (select slug from rounds where state = 'open' and slug like 'kktvp-%' and 'open_link' = any(modes) limit 1)`,
    [id],
  );
  await query(
    `insert into slips (code_hash, round_id, unit_id, mode, occasion, state, issued_on, expires_on)
     select $1, r.id, u.unit_id, 'sample', 'result', 'issued', r.opens_on, r.closes_on
     from rounds r join round_units u on u.round_id = r.id where r.id = $2 limit 1`,
    [createHash("sha256").update(`slip\n${code}`).digest("hex"), id],
  );
  return { slug, id };
}

test("a sheet typed with the code of an invitation is of the drawn sample; a code nobody was sent holds the pile up", async ({ signIn }) => {
  test.setTimeout(120_000);
  const { slug, id } = await makeDrawingRound("7K3Q-XM2P-90AB");
  const [desk, manager] = [await signIn("tiep-nhan@demo.vn"), await signIn("khao-sat@demo.vn")];
  const pile = await openPile(desk, 2, slug);
  await typeSheets(desk, ["4".repeat(scaleQuestions), "5".repeat(scaleQuestions)]);
  const codeOf = (sheet: number) => desk.getByLabel(`Phiếu ${sheet}, mã trên thư mời`);
  await codeOf(101).fill("7k3q xm2p 9oab");
  await codeOf(102).fill("0000-1111-2222");
  await desk.getByRole("button", { name: "Lưu trang này" }).click();
  await expect(desk.getByText("Phiếu 102: không có thư mời nào mang mã này.")).toBeVisible();
  await expectAccessible(desk);

  await manager.goto(`${pile}/so-sanh`);
  await manager.getByRole("button", { name: "Đưa 2 phiếu vào đợt" }).click();
  await expect(manager.getByText("Phiếu 102: không có thư mời nào mang mã này.")).toBeVisible();
  expect(await countRows("sheets", { round_id: id })).toBe(0);

  await codeOf(102).fill("");
  await desk.getByRole("button", { name: "Lưu trang này" }).click();
  await expect(desk.getByText("Phiếu 102: không có thư mời nào mang mã này.")).toBeHidden();
  await manager.goto(`${pile}/so-sanh`);
  await expectAccessible(manager);
  await manager.getByRole("button", { name: "Đưa 2 phiếu vào đợt" }).click();
  await expect(manager.getByText("Đã đưa 2 phiếu vào đợt.")).toBeVisible();
  for (const mode of ["sample", "paper"]) expect(await countRows("sheets", { round_id: id, mode })).toBe(1);
  expect(await countRows("slips", { round_id: id, state: "used" })).toBe(1);

  // The last day passes: paper filled in by then is still typed in, until the day that was set for it.
  await query("update rounds set closes_on = current_date - 2, keying_until = current_date + 5 where id = $1", [id]);
  await desk.goto(`/can-bo/khao-sat/${slug}/nhap-phieu`);
  await expect(desk.getByText("Đợt đã hết hạn trả lời ngày")).toBeVisible();
  await expect(desk.getByRole("button", { name: "Mở tập và nhập" })).toBeVisible();
  await manager.goto(`/can-bo/khao-sat/${slug}`);
  await expect(manager.getByText("Nhập xong thì đóng đợt.")).toBeVisible();
  await query("update rounds set state = 'closed', stage = 'to_check' where id = $1", [id]);
});

test("rows left while another is being saved are saved after it, none is lost", async ({ signIn }) => {
  const desk = await signIn("tiep-nhan@demo.vn");
  await openPile(desk, 3);
  const before = await countRows("paper_rows");
  const saves: string[] = [];
  await desk.route(/nhap-phieu/, async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    saves.push(route.request().postData() ?? "");
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await route.continue();
  });
  const firstCell = (row: number) => desk.locator(".paper-grid tbody tr").nth(row).locator("input[type=text]").first();
  for (const row of [0, 1, 2]) await firstCell(row).fill("4");
  await desk.getByRole("button", { name: "Lưu trang này" }).focus();
  await expect.poll(() => countRows("paper_rows")).toBe(before + 3);
  await expect(desk.getByRole("status").filter({ hasText: "Đã lưu" })).toBeVisible();
  expect(saves).toHaveLength(2);
  await desk.unrouteAll();
  await desk.getByText("Bỏ tập này").click();
  await desk.getByRole("button", { name: "Bỏ hẳn tập này" }).click();
  await expect(desk.getByText("Đã bỏ tập phiếu.")).toBeVisible();
});

test("what is typed while the line is down stays, and is saved once it is back", async ({ signIn, browser, baseURL }) => {
  const desk = await signIn("tiep-nhan@demo.vn");
  const pile = await openPile(desk, 3);
  const before = await countRows("paper_rows");
  // Not listened to: a browser without a line says so in its console.
  const context = await browser.newContext({ baseURL: baseURL ?? "", storageState: await desk.context().storageState() });
  const page = await context.newPage();
  await page.goto(pile, { waitUntil: "networkidle" });
  await enhanced(page);
  const cell = page.locator(".paper-grid tbody tr").first().locator("input[type=text]").first();
  await context.setOffline(true);
  await cell.fill("4");
  await page.locator(".paper-grid tbody tr").nth(1).locator("input[type=text]").first().focus();
  await expect(page.getByText("Chưa lưu được.")).toBeVisible();
  await expect(cell).toHaveValue("4");
  expect(await countRows("paper_rows")).toBe(before);
  await context.setOffline(false);
  await expect.poll(() => countRows("paper_rows"), { timeout: 30_000 }).toBe(before + 1);
  await context.close();
  await desk.getByText("Bỏ tập này").click();
  await desk.getByRole("button", { name: "Bỏ hẳn tập này" }).click();
  await expect(desk.getByText("Đã bỏ tập phiếu.")).toBeVisible();
});

test("a pile is typed without JavaScript, says which cell is wrong, and can be thrown away before the commit", async ({
  signIn,
  browser,
  baseURL,
}) => {
  const desk = await signIn("tiep-nhan@demo.vn");
  const pile = await openPile(desk, 12);
  const plain = { javaScriptEnabled: false, viewport: { width: 1280, height: 900 }, baseURL: baseURL ?? "" };
  const context = await browser.newContext({ ...plain, storageState: await desk.context().storageState() });
  const page = await context.newPage();
  await page.goto(pile);
  const row = page.locator(".paper-grid tbody tr").first();
  await row.locator("input[type=text]").nth(0).fill("4");
  await row.locator("input[type=text]").nth(1).fill("9");
  await page.getByRole("button", { name: "Lưu và sang trang sau" }).click();
  await expect(page.getByText("Trang 2 trên 2")).toBeVisible();
  await expect(page.locator(".paper-grid tbody tr")).toHaveCount(2);
  await page.getByRole("link", { name: "Trang trước" }).click();
  await expect(page.getByText("Phiếu 101, câu 2: không phải câu trả lời của câu này.")).toBeVisible();
  await expect(row.locator("input[type=text]").nth(0)).toHaveValue("4");
  await desk.goto(pile);
  await expectAccessible(desk);

  const before = await countRows("paper_rows");
  expect(before).toBeGreaterThan(0);
  await page.getByText("Bỏ tập này").click();
  await page.getByRole("button", { name: "Bỏ hẳn tập này" }).click();
  await expect(page.getByText("Đã bỏ tập phiếu.")).toBeVisible();
  expect(await countRows("paper_rows")).toBe(before - 1);
  await context.close();
});
