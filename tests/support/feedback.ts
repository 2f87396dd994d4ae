import { expect, expectAccessible, type Page } from "./journey.ts";
import type { Upload } from "./pictures.ts";

/** What a sender types in. */
export type Letter = { subject: string; body: string; name: string; phone: string; email: string; address: string };

/** A letter that no other test sends. `mark` makes its texts unique. */
export function newLetter(mark: string): Letter {
  return {
    subject: `Hồ sơ cấp giấy phép quá hẹn 10 ngày ${mark}`,
    body: `Tôi nộp hồ sơ xin cấp giấy phép xây dựng từ đầu tháng, giấy hẹn ghi 20 ngày, đến nay đã quá hẹn 10 ngày mà chưa có kết quả. Đề nghị cho biết lý do. ${mark}`,
    name: `Hứa Ngọc Diễm ${mark}`,
    phone: "0912 345 678",
    email: `diem.${mark.toLowerCase()}@example.vn`,
    address: `Số 7, ngõ Hoa Sữa ${mark}`,
  };
}

/** The second of the three steps: what happened, and who writes. Leaves what is not given as it stands. */
export async function fillIn(page: Page, letter: Partial<Letter>) {
  const labels: [keyof Letter, string][] = [
    ["subject", "Tiêu đề"],
    ["body", "Nội dung"],
    ["name", "Họ và tên"],
    ["phone", "Số điện thoại"],
    ["email", "Thư điện tử"],
    ["address", "Địa chỉ"],
  ];
  for (const [key, label] of labels) {
    const text = letter[key];
    if (text !== undefined) await page.getByRole("main").getByLabel(label, { exact: true }).fill(text);
  }
}

/** From the third step to the receipt: photos, consent, sending. Answers the code and the key that opens the case. */
export async function checkAndSend(page: Page, photos: Upload[] = []): Promise<{ code: string; key: string }> {
  await page.getByLabel("Ảnh chụp").setInputFiles(photos);
  await page.getByLabel("Tôi đồng ý").check();
  await page.getByRole("button", { name: "Gửi phản ánh" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Chúng tôi đã nhận được phản ánh của bạn");
  await expectAccessible(page);
  const code = await receiptOf(page, "Mã phản ánh");
  const key = await receiptOf(page, "Khóa theo dõi");
  return { code, key };
}

/** The whole way of a phản ánh, kiến nghị about a procedure (its slug). */
export async function sendLetter(page: Page, procedure: string, letter: Letter, photos: Upload[] = []) {
  await page.goto(`/phan-anh/gui?loai=phan_anh_kien_nghi&thu-tuc=${procedure}`);
  await fillIn(page, letter);
  await page.getByLabel("Doanh nghiệp", { exact: true }).check();
  await page.getByRole("button", { name: "Kiểm tra lại" }).click();
  return checkAndSend(page, photos);
}

/** Opens a case with its receipt, as a sender does who comes back. */
export async function track(page: Page, { code, key }: { code: string; key: string }) {
  await page.goto("/phan-anh/tra-cuu");
  await page.getByLabel("Mã phản ánh").fill(code);
  await page.getByLabel("Khóa theo dõi").fill(key);
  await page.getByRole("button", { name: "Xem phản ánh" }).click();
}

async function receiptOf(page: Page, label: string): Promise<string> {
  const block = page.locator(".receipt", { hasText: label }).locator(".code");
  return (await block.innerText()).trim();
}
