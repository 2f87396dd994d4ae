import { newLetter, sendLetter, track } from "#tests/support/feedback.ts";
import { expect, expectAccessible, test } from "#tests/support/journey.ts";
import { finish, openFromList, postAct, readMail, unfold } from "#tests/support/office.ts";
import { onePagePdf } from "#tests/support/pdf.ts";
import { phonePhoto } from "#tests/support/pictures.ts";
import { countRows, query } from "#tests/support/rows.ts";
import { ask } from "#tests/support/walk.ts";
import { world } from "#tests/support/worlds.ts";

const procedure = "cap-giay-phep-xay-dung-moi-doi-voi-nha-o-rieng-le";

test("a phản ánh goes from its sender to a public answer: received, assigned, answered, approved, published, rated", async ({
  visitor,
  signIn,
  newVisitor,
}) => {
  test.setTimeout(600_000);
  const letter = newLetter("E2ELOOP");
  const answer = "Hồ sơ của bạn chậm vì phải lấy ý kiến về phòng cháy. Chúng tôi xin lỗi và trả kết quả trong 3 ngày làm việc.";
  const { code, key } = await sendLetter(visitor, procedure, letter, [await phonePhoto()]);
  const post = await newVisitor({ javaScriptEnabled: true });
  await readMail(post, letter.email, new RegExp(code));

  const intake = await signIn("tiep-nhan@demo.vn");
  await openFromList(intake, "Chờ tiếp nhận", code);
  await expect(intake.getByRole("main")).toContainText(letter.body);
  await expect(intake.getByRole("main")).not.toContainText(letter.phone);
  const accept = await unfold(intake, "Tiếp nhận");
  await accept.getByLabel("Lĩnh vực").selectOption("xay-dung");
  await finish(intake, accept, "Tiếp nhận", "Đã tiếp nhận.");
  await expectAccessible(intake);
  await readMail(post, letter.email, /tiếp nhận/i);

  const coordinator = await signIn("dieu-phoi@demo.vn");
  await openFromList(coordinator, "Chờ phân công", code);
  const assign = await unfold(coordinator, "Phân công");
  await expect(assign).toContainText(/theo quy tắc|phụ trách thủ tục được nêu/);
  await expectAccessible(coordinator);
  const unit = await assign.getByLabel("Giao cho đơn vị").evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]?.text ?? "");
  await expect(assign.getByRole("listitem").first()).toContainText(unit);
  await finish(coordinator, assign, "Phân công", "Đã phân công.");
  await readMail(post, letter.email, new RegExp(unit));

  const handler = await signIn("xu-ly@demo.vn");
  await openFromList(handler, "Chờ nhận xử lý", code);
  await finish(handler, handler.locator("#viec form").first(), "Nhận xử lý", "Bạn đã nhận xử lý.");
  await handler.getByLabel("Trả lời người gửi").fill(answer);
  await handler.getByLabel("Kết luận").selectOption("correct");
  await handler.getByLabel("Căn cứ pháp lý").fill("Luật Xây dựng 2014, Điều 102");
  await handler.getByLabel("Tiêu đề công khai").fill("Hồ sơ cấp giấy phép xây dựng quá hẹn 10 ngày");
  await handler.getByLabel("Câu hỏi công khai").fill("Hồ sơ xin cấp giấy phép xây dựng đã quá hẹn 10 ngày mà chưa có kết quả.");
  await handler.getByLabel("Câu trả lời công khai").fill("Hồ sơ chậm vì phải lấy ý kiến về phòng cháy; kết quả được trả trong 3 ngày làm việc.");
  await handler.getByRole("main").getByRole("button", { name: "Lưu nháp" }).first().click();
  await expect(handler.getByText("Đã lưu nháp.").first()).toBeVisible();
  await handler.reload();
  await expect(handler.getByLabel("Trả lời người gửi")).toHaveValue(answer);
  await expectAccessible(handler);
  // The letter that goes with the answer; nobody outside opens it before the answer is given.
  await handler.goto(`/can-bo/ho-so/${code}/cong-khai`);
  const side = handler.getByRole("main");
  await side.locator("summary").getByText("Thêm văn bản").click();
  await side.getByLabel("Tên văn bản").fill("Công văn E2ELOOP");
  await side.getByLabel("Tệp PDF").setInputFiles({ name: "cong-van.pdf", mimeType: "application/pdf", buffer: onePagePdf("Gui rieng nguoi gui") });
  await expectAccessible(handler);
  await side.getByRole("button", { name: "Thêm văn bản" }).click();
  await expect(handler.getByRole("status").filter({ hasText: "Đã thêm văn bản." })).toBeVisible();
  await expect(side.getByText("Gửi kèm trả lời", { exact: true })).toBeVisible();
  const early = await newVisitor();
  await track(early, { code, key });
  await expect(early.getByRole("main")).toContainText(letter.body);
  await expect(early.getByRole("main")).not.toContainText("Công văn E2ELOOP");
  await handler.goto(`/can-bo/ho-so/${code}`);
  await handler.getByRole("button", { name: "Lưu và trình duyệt" }).first().click();
  await expect(handler.getByText("Đã trình duyệt.").first()).toBeVisible();
  await expect(handler.getByRole("button", { name: "Duyệt, gửi trả lời" })).toHaveCount(0);

  const [{ revision } = { revision: 0 }] = await query<{ revision: number }>("select revision from cases where code = $1", [code]);
  const own = await postAct(handler, code, { intent: "approve_reply", revision: String(revision) });
  expect([403, 409]).toContain(own.status());
  expect(await countRows("cases", { code, state: "CHO_DUYET" })).toBe(1);

  const approver = await signIn("lanh-dao@demo.vn");
  await openFromList(approver, "Chờ tôi duyệt", code);
  await expect(approver.getByRole("main")).toContainText(answer);
  const attached = await approver.getByRole("link", { name: "Công văn E2ELOOP" }).getAttribute("href");
  expect((await approver.request.get(world.demo.url + attached)).status()).toBe(200);
  await approver.getByRole("main").getByRole("button", { name: "Duyệt, gửi trả lời" }).click();
  await expect(approver.getByText("Đã duyệt; câu trả lời đã tới người gửi.").first()).toBeVisible();
  expect(await readMail(post, letter.email, /phòng cháy/)).toContain("3 ngày làm việc");

  await openFromList(coordinator, "Chờ công khai", code);
  expect((await ask(world.demo.url, `/phan-anh/${code}`)).status).toBe(404);
  const publish = await unfold(coordinator, "Công khai");
  await expect(publish.getByLabel("Mọi người sẽ thấy")).toContainText("quá hẹn 10 ngày");
  await expectAccessible(coordinator);
  await finish(coordinator, publish, "Công khai cho mọi người", "Đã công khai.");
  await readMail(post, letter.email, /công khai/i);

  expect((await ask(world.demo.url, "/phan-anh")).body).toContain(code);
  const reader = await newVisitor();
  expect((await reader.goto(`/phan-anh/${code}`))?.status()).toBe(200);
  await expect(reader.getByRole("main")).toContainText("kết quả được trả trong 3 ngày làm việc");
  await expectAccessible(reader);
  for (const path of [
    `/phan-anh/${code}`,
    "/phan-anh",
    "/",
    "/phan-anh.xml",
    `/api/v1/cases/${code}`,
    `/tim-kiem?q=${encodeURIComponent(letter.subject)}`,
    `/thu-tuc/${procedure}`,
  ]) {
    const { status, body } = await ask(world.demo.url, path);
    expect(status, path).toBe(200);
    for (const secret of [letter.name, letter.phone, letter.phone.replaceAll(" ", ""), letter.email, letter.address, "E2ELOOP", key]) {
      expect(body.replaceAll(encodeURIComponent(letter.subject), "").replaceAll(letter.subject, ""), `${path}: ${secret}`).not.toContain(secret);
    }
  }

  await track(visitor, { code, key });
  await expect(visitor.getByRole("main")).toContainText(answer);
  await expectAccessible(visitor);
  const links = visitor.getByRole("main").locator('a[href^="/phan-anh/tra-cuu/tep/"]');
  await expect(links).toHaveCount(2);
  await expect(links.first()).toContainText("Công văn E2ELOOP");
  for (const [index, mime] of ["application/pdf", "image/"].entries()) {
    const path = (await links.nth(index).getAttribute("href")) ?? "";
    const file = await visitor.request.get(world.demo.url + path);
    expect(file.status()).toBe(200);
    expect(file.headers()["content-type"]).toContain(mime);
    expect(file.headers()["cache-control"]).toContain("no-store");
    for (const stranger of [reader, handler]) expect((await stranger.request.get(world.demo.url + path)).status()).toBe(404);
  }
  await visitor.getByLabel("5 – Rất hài lòng").check();
  await visitor.getByRole("button", { name: "Gửi đánh giá" }).click();
  await expect(visitor.getByRole("main")).toContainText("Cảm ơn bạn đã đánh giá.");
  await expectAccessible(visitor);
  expect(await countRows("cases", { code, rating: 5 })).toBe(1);
});
