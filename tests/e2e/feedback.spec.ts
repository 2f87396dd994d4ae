import { checkAndSend, fillIn, newLetter, sendLetter, track } from "#tests/support/feedback.ts";
import { expect, expectAccessible, test } from "#tests/support/journey.ts";
import { countRows, query } from "#tests/support/rows.ts";
import { htmlAsPng, hugePhoto, phonePhoto } from "#tests/support/pictures.ts";
import { world } from "#tests/support/worlds.ts";

const procedure = "cap-giay-phep-xay-dung-moi-doi-voi-nha-o-rieng-le";

test("a visitor finds a procedure without diacritics, reads it, and is led to write about it", async ({ visitor: page }) => {
  await page.goto("/");
  await expectAccessible(page);
  await page.getByRole("main").getByRole("searchbox").fill("giay phep xay dung");
  await page.getByRole("main").getByRole("button", { name: "Tìm kiếm" }).click();
  await expect(page).toHaveURL(/q=giay\+phep\+xay\+dung/);
  await expectAccessible(page);

  await page
    .getByRole("main")
    .getByRole("link", { name: /giấy phép xây dựng/i })
    .first()
    .click();
  await expect(page).toHaveURL(/\/thu-tuc\//);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/giấy phép xây dựng/i);
  for (const part of [
    "Cách nộp, thời hạn và lệ phí",
    "Hồ sơ cần có",
    "Trình tự thực hiện",
    "Ai được làm",
    "Kết quả nhận được",
    "Yêu cầu, điều kiện",
    "Căn cứ pháp lý",
  ]) {
    await expect(page.getByRole("heading", { name: part })).toBeVisible();
  }
  await expect(page.getByText("Mã thủ tục")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "Gửi phản ánh về thủ tục này" }).first().click();
  await expect(page).toHaveURL(/\/phan-anh\/gui\?thu-tuc=/);
  await expectAccessible(page);
  await page.getByRole("link", { name: /Phản ánh về quy định/ }).click();
  await expect(page.getByRole("heading", { name: "Trước khi viết: ba câu hỏi ngắn" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Bỏ qua, viết luôn" }).click();
  await expect(page.getByText("Về thủ tục")).toBeVisible();
  await expectAccessible(page);
});

test("typing with diacritics, without, or in capitals finds the same", async ({ visitor: page }) => {
  for (const [path, spellings] of [
    ["/thu-tuc", ["giấy phép xây dựng", "giay phep xay dung", "GIAY PHEP XAY DUNG"]],
    ["/tim-kiem", ["đất đai", "dat dai", "Dat Dai"]],
  ] as const) {
    const found: string[] = [];
    for (const q of spellings) {
      await page.goto(`${path}?q=${encodeURIComponent(q)}`);
      found.push((await page.getByRole("main").getByRole("heading").allInnerTexts()).slice(1).join("\n"));
    }
    expect(found[0]?.length, path).toBeGreaterThan(20);
    expect(new Set(found).size, path).toBe(1);
  }
});

test("a business sends a phản ánh with a photo, without JavaScript, and follows it by its receipt", async ({ visitor: page, newVisitor }) => {
  const letter = newLetter("E2EA1");
  await page.goto(`/phan-anh/gui?loai=phan_anh_kien_nghi&thu-tuc=${procedure}`);
  await expectAccessible(page);
  await fillIn(page, letter);
  await page.getByLabel("Doanh nghiệp", { exact: true }).check();
  await page.getByRole("button", { name: "Kiểm tra lại" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kiểm tra lại trước khi gửi");
  await expect(page.getByRole("main")).toContainText(letter.body);
  await expectAccessible(page);
  const receipt = await checkAndSend(page, [await phonePhoto()]);
  expect(receipt.code).toMatch(/^PA-\d{4}-\w+$/);
  expect(receipt.key.replaceAll(/\W/g, "").length).toBeGreaterThanOrEqual(26);

  const other = await newVisitor();
  await track(other, receipt);
  await expect(other.getByRole("main")).toContainText(letter.subject);
  await expect(other.getByRole("main")).toContainText("Chúng tôi đã nhận và đang xem xét.");
  await expectAccessible(other);
  expect(other.url()).not.toContain(receipt.key);
});

test("the code alone, or with a wrong key, opens nothing", async ({ visitor: page, newVisitor }) => {
  const letter = newLetter("E2EA2");
  const { code, key } = await sendLetter(page, procedure, letter);
  const stranger = await newVisitor();
  await track(stranger, { code, key: key.replace(/\w/, (first) => (first === "A" ? "B" : "A")) });
  await expect(stranger.getByRole("alert")).toBeVisible();
  await expect(stranger.getByLabel("Mã phản ánh")).toHaveValue(code);
  await expect(stranger.getByRole("main")).not.toContainText("E2EA2");
  await expectAccessible(stranger);

  const asked = await stranger.goto(`/phan-anh/${code}`);
  expect(asked?.status()).toBe(404);
  await expect(stranger.getByRole("main")).not.toContainText("E2EA2");
});

test("pressing the button three times makes one case with one receipt", async ({ visitor: page, playwright, baseURL }) => {
  const letter = newLetter("E2EA3");
  await page.goto("/phan-anh/gui?loai=gop_y");
  await fillIn(page, { subject: letter.subject, body: letter.body });
  await page.getByRole("button", { name: "Kiểm tra lại" }).click();
  const typed = await page
    .locator("form[enctype='multipart/form-data'] input[type=hidden]")
    .evaluateAll((inputs) => inputs.map((input) => [(input as HTMLInputElement).name, (input as HTMLInputElement).value] as const));
  const multipart = Object.fromEntries([...typed, ["intent", "send"], ["consent", "on"]]);

  const receipts = await Promise.all(
    [1, 2, 3].map(async () => {
      const browser = await playwright.request.newContext({ baseURL: baseURL ?? "", extraHTTPHeaders: { Origin: baseURL ?? "" } });
      const sent = await browser.post("/phan-anh/gui", { multipart });
      const receipt = [...(await sent.text()).matchAll(/<span class="code">([^<]+)</g)].map(([, code]) => code);
      await browser.dispose();
      return receipt.join();
    }),
  );
  expect(receipts[0]).toMatch(/^PA-\d{4}-/);
  expect(new Set(receipts).size).toBe(1);
  expect(await countRows("cases", { subject: letter.subject })).toBe(1);
});

test("a complaint and a denunciation are guided to where the law receives them, and have no form", async ({ visitor: page }) => {
  for (const [what, title] of [
    ["khieu-nai", "Khiếu nại"],
    ["to-cao", "Tố cáo"],
  ]) {
    await page.goto(`/phan-anh/gui?loai=${what}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title ?? "");
    await expect(page.getByRole("main").locator("textarea, input[type=file]")).toHaveCount(0);
    await expectAccessible(page);
  }
});

test("plain questions lead a complaint, a denunciation and a danger to the right door, and everybody else to the form", async ({ visitor: page }) => {
  const answer = async (question: RegExp, word: "Có" | "Không") =>
    page.getByRole("group", { name: question }).getByLabel(word, { exact: true }).check();
  for (const [question, heading] of [
    [/làm trái pháp luật/, "Tố cáo"],
    [/không đồng ý với một quyết định/, "Khiếu nại"],
  ] as const) {
    await page.goto("/phan-anh/gui");
    await page.getByRole("link", { name: /Phản ánh sự việc/ }).click();
    await answer(/nguy hiểm/, "Không");
    await answer(question, "Có");
    await page.getByRole("button", { name: "Tiếp tục" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
  }
  await page.goto("/phan-anh/gui?loai=gop_y&hoi=1");
  await answer(/nguy hiểm/, "Có");
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await expect(page.getByText("Đang có nguy hiểm?")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Không còn nguy hiểm, đi tiếp" }).click();
  await expect(page.getByLabel("Tiêu đề", { exact: true })).toBeVisible();
});

test("a letter that reads like a denunciation is told so, with the right door, and may be sent all the same", async ({ visitor: page }) => {
  await page.goto("/phan-anh/gui?loai=gop_y");
  await fillIn(page, { subject: "Thái độ ở một cửa E2EA9", body: "Tôi tố cáo một cán bộ vòi tiền mới ký hồ sơ. E2EA9 E2EA9" });
  await page.getByRole("button", { name: "Kiểm tra lại" }).click();
  await expect(page.getByText("Thư của bạn giống một tố cáo")).toBeVisible();
  await expect(page.getByRole("link", { name: "Xem cách tố cáo và giữ bí mật" })).toHaveAttribute("href", "/phan-anh/gui?loai=to-cao");
  await expect(page.getByRole("button", { name: "Gửi phản ánh" })).toBeVisible();
  await expectAccessible(page);
});

test("the day promised before sending is the day on the receipt", async ({ visitor: page }) => {
  const promised = async () =>
    /chậm nhất ngày (\d{2}\/\d{2}\/\d{4})/.exec(await page.getByText(/Gửi bây giờ, bạn sẽ nhận trả lời/).innerText())?.[1] ?? "none";
  await page.goto("/phan-anh/gui?loai=hoi_dap");
  const day = await promised();
  await expect(page.getByRole("heading", { name: "Gửi xong thì sao, điều gì được công khai" })).toBeVisible();
  await expectAccessible(page);
  const { subject, body, email } = newLetter("E2EA10");
  await fillIn(page, { subject: `Chuyện rất riêng ${subject}`, body, email });
  await page.getByRole("button", { name: "Kiểm tra lại" }).click();
  expect(await promised()).toBe(day);
  await checkAndSend(page);
  await expect(page.getByRole("main")).toContainText(`Chúng tôi sẽ trả lời chậm nhất ngày ${day}.`);
});

test("a published answer ends the matter before it is sent: counted once, nothing stored", async ({ visitor: page }) => {
  const [known] = await query<{ title: string }>(
    "select content->>'title' as title from public_copies where kind = 'case' and hidden_at is null limit 1",
  );
  const subject = known?.title ?? "";
  const before = await similarToday();
  const sentBefore = await countRows("cases", { subject });
  await page.goto("/phan-anh/gui?loai=hoi_dap");
  await fillIn(page, { subject, body: "Tôi cũng gặp đúng việc này, xin hỏi phải làm gì. E2EA11", email: "e2ea11@example.vn" });
  await page.getByRole("button", { name: "Kiểm tra lại" }).click();
  await expect(page.getByRole("heading", { name: "Có thể câu hỏi này đã được trả lời" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Vẫn gửi" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Câu trả lời này đã giải quyết việc của tôi" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rất vui vì câu trả lời có ích cho bạn");
  await expectAccessible(page);
  await page.reload();
  expect(await similarToday()).toEqual({ shown: before.shown + 1, resolved: before.resolved + 1 });
  expect(await countRows("cases", { subject })).toBe(sentBefore);
  await page.goto("/minh-bach");
  await expect(page.getByText(/câu trả lời có sẵn được đưa ra trước khi gửi/)).toBeVisible();
});

async function similarToday() {
  const [row] = await query<{ shown: number; resolved: number }>(
    "select coalesce(sum(shown), 0)::int as shown, coalesce(sum(resolved), 0)::int as resolved from similar_days",
  );
  return row ?? { shown: 0, resolved: 0 };
}

test("a letter that lacks something comes back with sentences, keeps what was typed, and is not stored", async ({ visitor: page }) => {
  const letter = newLetter("E2EA4");
  await page.goto("/phan-anh/gui?loai=phan_anh_kien_nghi");
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await fillIn(page, { subject: letter.subject, phone: "không có số" });
  await page.getByRole("button", { name: "Kiểm tra lại" }).click();
  expect((await answered).status()).toBe(422);
  const summary = page.getByRole("alert");
  await expect(summary.getByRole("link")).not.toHaveCount(0);
  await expect(summary).toContainText("Hãy điền mục này.");
  await expect(summary).toContainText("Số điện thoại chưa đúng.");
  await expect(page.getByLabel("Tiêu đề", { exact: true })).toHaveValue(letter.subject);
  await expect(page.getByLabel("Số điện thoại", { exact: true })).toHaveValue("không có số");
  await expectAccessible(page);

  await fillIn(page, { ...letter, body: "dài ".repeat(2_000) });
  await page.getByRole("button", { name: "Kiểm tra lại" }).click();
  await expect(page.getByRole("alert")).toContainText("Nội dung dài quá.");
  await expect(page.getByLabel("Nội dung", { exact: true })).toHaveValue(/^dài dài/);

  await fillIn(page, letter);
  await page.getByRole("button", { name: "Kiểm tra lại" }).click();
  await page.getByRole("button", { name: "Gửi phản ánh" }).click();
  await expect(page.getByRole("alert")).toContainText("Hãy đánh dấu đồng ý");
  await expect(page.getByRole("main")).toContainText(letter.body);
  await expectAccessible(page);
  expect(await countRows("cases", { subject: letter.subject })).toBe(0);
});

test("a photo of 11 MB, and a page that calls itself a photo, are refused with a sentence; the letter stays", async ({ visitor: page }) => {
  const letter = newLetter("E2EA5");
  await page.goto(`/phan-anh/gui?loai=phan_anh_kien_nghi&thu-tuc=${procedure}`);
  await fillIn(page, letter);
  await page.getByRole("button", { name: "Kiểm tra lại" }).click();
  for (const [upload, sentence] of [
    [await hugePhoto(), /10 MB/],
    [htmlAsPng(), /không phải/],
  ] as const) {
    await page.getByLabel("Ảnh chụp").setInputFiles(upload);
    await page.getByLabel("Tôi đồng ý").check();
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await page.getByRole("button", { name: "Gửi phản ánh" }).click();
    expect((await answered).status()).toBe(409);
    await expect(page.getByRole("alert")).toContainText(sentence);
    await expect(page.getByRole("main")).toContainText(letter.body);
    await expectAccessible(page);
  }
  expect(await countRows("cases", { subject: letter.subject })).toBe(0);
});

test("a kind that is none, and a form that is none, are answered 400", async ({ request }) => {
  const headers = { Origin: world.demo.url };
  const unknown = await request.post("/phan-anh/gui", { headers, form: { kind: "to_cao", intent: "send", subject: "E2EA6", body: "x".repeat(50) } });
  expect(unknown.status()).toBe(400);
  expect(await unknown.text()).toContain("Yêu cầu chưa đúng");
  const none = await request.post("/phan-anh/gui", { headers: { ...headers, "Content-Type": "application/json" }, data: "{" });
  expect(none.status()).toBe(400);
});
