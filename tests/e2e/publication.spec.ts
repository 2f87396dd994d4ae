import { onePagePdf } from "#tests/support/pdf.ts";
import { expect, expectAccessible, test } from "#tests/support/journey.ts";
import { finish, unfold } from "#tests/support/office.ts";
import { query } from "#tests/support/rows.ts";
import { ask } from "#tests/support/walk.ts";
import { world } from "#tests/support/worlds.ts";

const number = "0987 654 321";

/** An answered case of the demo that waits for its publication, with a telephone number in the text for everybody. */
async function answeredCase() {
  const [row] = await query<{ code: string }>(
    `update replies set public_title = 'Nộp hồ sơ QUYTRINHX ở đâu', public_answer = $1, public_question = 'Hồ sơ QUYTRINHX nộp ở đâu?', legal_basis = 'Luật Xây dựng 2014'
     where id = (select r.id from replies r join cases c on c.id = r.case_id
                 where c.state = 'DA_TRA_LOI' and r.state = 'approved' and r.round = c.reopened_from + 1 and (c.publish_wish or c.kind = 'phan_anh_kien_nghi')
                 order by c.code limit 1)
     returning (select code from cases where id = replies.case_id) as code`,
    [`Bạn nộp tại Bộ phận Một cửa, gọi ${number} để được hướng dẫn QUYTRINHX.`],
  );
  if (!row) throw new Error("The demo has no case that waits for its publication");
  return row.code;
}

test("a number in an answer is marked, replaced, seen in the difference and the preview; then published, corrected and hidden", async ({
  signIn,
}) => {
  test.setTimeout(300_000);
  const code = await answeredCase();
  const page = await signIn("dieu-phoi@demo.vn");
  const main = page.getByRole("main");

  await page.goto(`/can-bo/ho-so/${code}`);
  await expect(main.getByText("Chưa công khai được").first()).toBeVisible();
  await expectAccessible(page);
  await main.getByRole("link", { name: "Biên tập bản công khai" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bản công khai");
  await expect(main.locator("mark").filter({ hasText: number })).toBeVisible();
  await expect(main.getByRole("button", { name: "Công khai cho mọi người" })).toHaveCount(0);
  await expectAccessible(page);

  await main.getByRole("button", { name: /Thay bằng \[số điện thoại\]/ }).click();
  await expect(page.getByRole("status").filter({ hasText: "Đã thay bằng dấu trung tính." })).toBeVisible();
  await expect(main.locator("ins").filter({ hasText: "[số điện thoại]" }).first()).toBeVisible();
  await expect(main.getByLabel("Nội dung trả lời")).toHaveValue(/\[số điện thoại\]/);
  await expectAccessible(page);

  // A document of the answer: the number in it is covered, and only pictures become public.
  await main.locator("summary").getByText("Thêm văn bản").click();
  await main.getByLabel("Tên văn bản").fill("Công văn trả lời QUYTRINHX");
  await main
    .getByLabel("Tệp PDF")
    .setInputFiles({ name: "cong-van.pdf", mimeType: "application/pdf", buffer: onePagePdf("Dien thoai 0987654321 cua ong A") });
  await main.getByRole("button", { name: "Thêm văn bản" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Đã thêm văn bản." })).toBeVisible();
  await main.getByRole("link", { name: "Che và tạo bản công khai" }).click();
  await expect(main.getByRole("img", { name: "Trang 1 như sẽ công khai" })).toBeVisible();
  await expectAccessible(page);
  await main.getByRole("button", { name: "Tạo bản công khai" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Còn thông tin cá nhân" })).toBeVisible();
  await main.getByRole("button", { name: "Che “0987654321”" }).click();
  await expect(main).toContainText("đã che");
  await main.getByRole("button", { name: "Tạo bản công khai" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Đã tạo bản công khai" })).toBeVisible();

  await page.goto(`/can-bo/ho-so/${code}/cong-khai?xem=1`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nộp hồ sơ QUYTRINHX ở đâu");
  await expect(main).toContainText("gọi [số điện thoại] để được hướng dẫn");
  const shown = main.getByRole("link", { name: /Công văn trả lời QUYTRINHX/ });
  const rendition = await page.request.get(world.demo.url + (await shown.getAttribute("href")));
  expect(rendition.status()).toBe(200);
  expect((await rendition.body()).toString("latin1")).not.toContain("0987654321");
  await expect(main).toContainText("Không ai ngoài cơ quan và người gửi thấy");
  await expectAccessible(page);
  expect((await ask(world.demo.url, `/phan-anh/${code}`)).status).toBe(404);

  await page.goto(`/can-bo/ho-so/${code}/cong-khai`);
  await main.getByLabel("Công văn trả lời QUYTRINHX").uncheck();
  await main.getByRole("button", { name: "Xem trước với các tệp đã chọn" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nộp hồ sơ QUYTRINHX ở đâu");
  await expect(shown).toHaveCount(0);
  await expect(main.getByRole("listitem").filter({ hasText: "Công văn trả lời QUYTRINHX" })).toBeVisible();
  await main.getByRole("link", { name: "Quay lại biên tập" }).click();
  await expect(main.getByLabel("Công văn trả lời QUYTRINHX")).not.toBeChecked();
  await main.getByLabel("Công văn trả lời QUYTRINHX").check();
  await main.getByRole("button", { name: "Công khai cho mọi người" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Đã công khai." })).toBeVisible();
  const open = await ask(world.demo.url, `/phan-anh/${code}`);
  expect(open.status).toBe(200);
  expect(open.body).toContain("[số điện thoại]");
  expect(open.body).not.toContain(number);
  const file = /\/tep\/[0-9a-f]{32}\.pdf/.exec(open.body)?.[0] ?? "";
  const pdf = await page.request.get(world.demo.url + file);
  expect(pdf.status()).toBe(200);
  expect((await pdf.body()).toString("latin1")).not.toContain("0987654321");

  await main.getByLabel("Nội dung trả lời").fill("Bạn nộp tại quầy số 3 của Bộ phận Một cửa, hồ sơ QUYTRINHX.");
  await main.getByRole("button", { name: "Lưu bản công khai" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Đã lưu bản công khai." })).toBeVisible();
  await main.getByLabel("Đã sửa gì, vì sao").fill("Ghi rõ số quầy nhận hồ sơ");
  await main.getByRole("button", { name: "Công khai bản đính chính" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Đã công khai bản đính chính." })).toBeVisible();
  await expect(main).toContainText("Phiên bản 2");
  await expectAccessible(page);
  const corrected = (await ask(world.demo.url, `/phan-anh/${code}`)).body;
  expect(corrected).toContain("quầy số 3");
  expect(corrected).toMatch(/Đã sửa ngày .*Ghi rõ số quầy nhận hồ sơ/);

  await page.goto(`/can-bo/ho-so/${code}`);
  const hide = await unfold(page, "Ẩn khỏi trang công khai");
  await hide.getByRole("textbox").fill("Có ý kiến về nội dung, cần kiểm tra");
  await finish(page, hide, "Ẩn", "Đã ẩn khỏi trang công khai.");
  for (const path of [`/phan-anh/${code}`, `/api/v1/cases/${code}`, file]) expect((await ask(world.demo.url, path)).status, path).toBe(404);
  for (const path of ["/phan-anh", "/phan-anh.xml", "/tim-kiem?q=QUYTRINHX", "/api/v1/cases?q=QUYTRINHX", "/sitemap.xml"]) {
    expect((await ask(world.demo.url, path)).body, path).not.toContain(code);
  }

  await page.goto("/can-bo/ra-soat");
  await expect(main.getByRole("link", { name: new RegExp(code) })).toBeVisible();
  await expect(main).toContainText("Có ý kiến về nội dung, cần kiểm tra");
  await expectAccessible(page);
  await main.getByLabel(`Nhận xét của ${code}`).fill("Vẫn đang kiểm tra nội dung");
  await main.getByRole("listitem").filter({ hasText: code }).getByRole("button", { name: "Giữ ẩn" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Đã ghi kết quả rà soát." })).toBeVisible();
});
