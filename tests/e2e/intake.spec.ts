import { readFileSync } from "node:fs";
import { expect, expectAccessible, expectNoSidewaysScroll, type Page, test } from "#tests/support/journey.ts";
import { workbookOf } from "#tests/support/lists.ts";
import { query } from "#tests/support/rows.ts";

const head = ["Mã phản ánh", "Thời gian tiếp nhận", "Nội dung phản ánh", "Địa điểm", "Họ và tên", "SĐT"];
const source = "Tổng đài 1022 (thử nhập)";

/** A day before today as call centres write it. */
function yesterday(): string {
  const [year, month, day] = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10).split("-");
  return `${day}/${month}/${year} 08:15`;
}

async function upload(page: Page, file: Buffer) {
  await page.goto("/can-bo/nhap-danh-sach");
  await expect(page.locator("html[data-enhanced]")).toHaveCount(1);
  await page.getByLabel("Nguồn").fill(source);
  await page.getByLabel("Tệp danh sách").setInputFiles({ name: "danh-sach.xlsx", mimeType: "application/octet-stream", buffer: file });
  await page.getByRole("button", { name: "Đọc tệp" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Danh sách của ${source}`);
}

test("intake imports a call centre’s list, gets the wrong row back, and nothing twice", async ({ signIn }) => {
  const page = await signIn("tiep-nhan@demo.vn");
  const row = (number: string, place: string, phone: string) => [
    number,
    yesterday(),
    `Nắp cống trước số nhà bị vỡ, xe máy đi qua rất nguy hiểm, đề nghị sửa sớm (${number}).`,
    place,
    "Hứa Văn Mẫu",
    phone,
  ];
  const file = await workbookOf([
    ["DANH SÁCH PHẢN ÁNH (MẪU)"],
    head,
    row("T-1", "Ngõ 3, đường Mẫu", "0900 000 121"),
    row("T-2", "Ngõ 5, đường Mẫu", "=cmd"),
    row("T-3", "Ngõ 7, đường Mẫu", "0900 000 123"),
  ]);
  const count = async () => Number((await query<{ n: string }>(`select count(*) as n from cases where source = '${source}'`))[0]?.n);

  await page.goto("/can-bo/nhap-danh-sach");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Đọc tệp" }).click();
  await expect(page.locator(".error-summary")).toContainText("Hãy chọn một tệp.");

  await upload(page, file);
  await expect(page.getByText("Sẽ tạo 2 hồ sơ; 0 dòng đã có; 1 dòng sai")).toBeVisible();
  await expect(page.getByText("Điện thoại: Số điện thoại chưa đúng.")).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Nhập 2 hồ sơ" }).click();
  await expect(page.getByText("Đã nhập xong: tạo 2 hồ sơ, 0 dòng đã có từ trước, 1 dòng sai.")).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  expect(await count()).toBe(2);

  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "Tải các dòng sai" }).click();
  const text = readFileSync(await (await waiting).path(), "utf8");
  expect(text.split("\r\n")).toHaveLength(3);
  expect(text).toContain("'=cmd");
  expect(text).toContain("Điện thoại: Số điện thoại chưa đúng.");

  await upload(page, file);
  await expect(page.getByText("Sẽ tạo 0 hồ sơ; 2 dòng đã có; 1 dòng sai")).toBeVisible();
  await page.getByRole("button", { name: "Nhập 0 hồ sơ" }).click();
  await expect(page.getByText("Danh sách này đã được nhập trước đó")).toBeVisible();
  expect(await count()).toBe(2);
  await page.goto("/can-bo/nhap-danh-sach");
  await expect(page.getByRole("row").filter({ hasText: "tạo 0, đã có 2, sai 1" })).toBeVisible();
  await expectNoSidewaysScroll(page);
});

test("intake finds a case sent twice, links the two, and takes the link back", async ({ signIn }) => {
  const page = await signIn("tiep-nhan@demo.vn");
  const mark = `cống-${Date.now()}`;
  const enter = async (number: string, phone: string) => {
    await page.goto("/can-bo/ho-so/nhap");
    await expect(page.locator("html[data-enhanced]")).toHaveCount(1);
    const main = page.getByRole("main");
    await main.locator('[name="channel"][value="post"]').check();
    await main.getByLabel("Số gốc").fill(number);
    await main.locator('[name="kind"][value="phan_anh_hien_truong"]').check();
    await main.locator('[name="subject"]').fill(`Nước tràn miệng cống ${mark}`);
    await main.locator('[name="body"]').fill(`Nước tràn miệng cống đầu ngõ Mẫu mỗi khi mưa to, đề nghị nạo vét. ${mark}`);
    await main.locator('[name="place"]').fill("Đầu ngõ Mẫu");
    await main.locator('[name="contact.phone"]').fill(phone);
    await main.locator('[name="consent"]').check();
    await main.getByRole("button", { name: "Lưu hồ sơ" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Đã lưu hồ sơ");
    return /PA-\d{4}-[0-9A-Z]{6}/.exec(await page.getByRole("heading", { level: 1 }).innerText())?.[0] ?? "";
  };
  const first = await enter(`CV-${mark}`, "0900 000 131");
  const second = await enter("", "0900 000 132");

  await page.goto(`/can-bo/ho-so?q=CV-${encodeURIComponent(mark)}`);
  await expect(page.getByRole("main").locator(`a[href$="/can-bo/ho-so/${first}"]`).first()).toBeVisible();
  await page.goto(`/can-bo/ho-so/${first}`);
  await expect(page.getByText(`CV-${mark}`)).toBeVisible();
  await page.getByRole("link", { name: "Tìm hồ sơ trùng hoặc liên quan" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Hồ sơ cùng việc với ${first}`);
  await expect(page.getByText("Nội dung gần giống. Cùng địa điểm.").first()).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: `Ghi là liên quan với ${second}` }).click();
  await expect(page.getByText("Liên quan, hai hồ sơ đều được giải quyết")).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: `Bỏ ghép ${second}` }).click();
  await expect(page.getByText("Liên quan, hai hồ sơ đều được giải quyết")).toHaveCount(0);
});
