import { expect, test, type Backstage } from "#tests/support/backstage.ts";
import { newLetter, type Letter } from "#tests/support/feedback.ts";
import { atDesk, onPhone, type Page } from "#tests/support/journey.ts";
import { lookOver } from "#tests/support/look-over.ts";
import { finish, unfold } from "#tests/support/office.ts";
import { onePagePdf } from "#tests/support/pdf.ts";
import { phonePhoto } from "#tests/support/pictures.ts";
import { query } from "#tests/support/rows.ts";
import { senderWords } from "#tests/support/sender-words.ts";

test.describe.configure({ mode: "parallel", timeout: 300_000 });

const intake = "tiep-nhan@demo.vn";
const coordinator = "dieu-phoi@demo.vn";
const head = "truong-don-vi@demo.vn";
const handler = "xu-ly@demo.vn";
const approver = "lanh-dao@demo.vn";

const investment = "Phòng Quản lý Đầu tư";
const enterprise = "Phòng Quản lý Doanh nghiệp";
const planning = "Phòng Kế hoạch Tổng hợp";

/** Somebody with an old phone, in Vietnamese and without scripts; and somebody at a desk, in English. */
const senders = [
  { on: "a phone, without scripts", mark: "VAIP", device: onPhone, lang: "vi" },
  { on: "a desk, in English", mark: "VAID", device: { ...atDesk, javaScriptEnabled: true }, lang: "en" },
] as const;

for (const { on, mark, device, lang } of senders) {
  test(`a sender's days on ${on}: led, warned, heard, asked, answered, and heard again by the superior unit`, async ({ newVisitor, backstage }) => {
    const words = senderWords[lang];
    const at = (path: string) => (lang === "en" ? `/en${path}` : path);
    const letter = { ...newLetter(mark), subject: `Xin phép xây nhà bị hẹn lại, qua ngày đổ móng đã coi ${mark}` };
    const page = await newVisitor(device);
    const main = page.getByRole("main");

    await page.goto(at("/"));
    await lookOver(page);
    await main.locator(".door", { hasText: words.send }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.send);
    await lookOver(page);
    await main.getByRole("link", { name: words.report }).click();
    await lookOver(page);
    for (const question of words.questions) await main.getByRole("group", { name: question }).getByLabel(words.no, { exact: true }).check();
    await main.getByRole("button", { name: words.goOn }).click();
    await expect(main.getByText(words.promise)).toBeVisible();
    await lookOver(page);
    await main.getByRole("button", { name: words.check }).click();
    await expect(page.getByRole("alert")).toContainText(words.missing);
    await lookOver(page);

    for (const [label, text] of [
      [words.subject, letter.subject],
      [words.body, `${letter.body} Xin gọi lại số ${letter.phone}.`],
      [words.name, letter.name],
      [words.phone, letter.phone],
      [words.email, letter.email],
      [words.address, letter.address],
    ] as const)
      await main.getByLabel(label, { exact: true }).fill(text);
    await main.getByRole("button", { name: words.check }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.checkTitle);
    await expect(main.getByRole("heading", { name: words.similar })).toBeVisible();
    await expect(main.getByText("qua luôn ngày đổ móng đã coi")).toBeVisible();
    await expect(main.getByText(words.personal)).toContainText(letter.phone);
    await lookOver(page);
    await main.getByRole("link", { name: words.sendAnyway }).click();
    await main.getByLabel(words.photos).setInputFiles([await phonePhoto()]);
    await main.getByLabel(words.agree).check();
    await main.getByRole("button", { name: words.sendIt }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.received);
    await expect(main).toContainText(words.answerBy);
    await lookOver(page);
    const [code = "", key = ""] = await main.locator(".receipt .code").allInnerTexts();
    expect(code).toMatch(/^PA-\d{4}-\w{6}$/);

    await page.goto(at("/phan-anh/tra-cuu"));
    await lookOver(page);
    await main.getByLabel(words.code).fill(code);
    await main.getByLabel(words.key).fill(key.toLowerCase());
    await main.getByRole("button", { name: words.open }).click();
    await expect(main.getByText(words.looking)).toBeVisible();
    await expect(main).toContainText(letter.body);
    await lookOver(page);

    await backstage.act(intake, code, "request_supplement", { request: "Xin cho biết số biên nhận và ngày hẹn trả kết quả." });
    await page.reload();
    await expect(main.getByRole("heading", { name: words.more })).toBeVisible();
    await expect(main).toContainText("Xin cho biết số biên nhận và ngày hẹn trả kết quả.");
    await lookOver(page);
    await main.getByLabel(words.addition).fill("Biên nhận ghi ngày 02/11/2026, hẹn trả ngày 16/11/2026.");
    await main.getByLabel(words.photos).setInputFiles([await phonePhoto()]);
    await main.getByRole("button", { name: words.addIt }).click();
    await expect(page.getByRole("status").filter({ hasText: words.added })).toBeVisible();
    await expect(main).toContainText("hẹn trả ngày 16/11/2026");
    await lookOver(page);

    await answerAndPublish(backstage, code, mark);
    await page.reload();
    await expect(main.getByText(words.published)).toBeVisible();
    await expect(main).toContainText("Hồ sơ của bạn được trả vào thứ sáu tuần này.");
    await lookOver(page);
    await main.getByRole("link", { name: words.publicPage }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Hẹn lại giấy phép xây nhà ${mark}`);
    await expect(main).not.toContainText(letter.name);
    await lookOver(page);

    await page.goBack();
    await main.getByLabel(words.two).check();
    await main.getByRole("button", { name: words.rate }).click();
    await expect(page.getByRole("status").filter({ hasText: words.rated })).toBeVisible();
    await expect(main).toContainText(words.given);
    await lookOver(page);
    await main.getByLabel(words.appealReason, { exact: true }).fill("Trả lời chưa nói vì sao bị hẹn lại hai lần.");
    await main.getByRole("button", { name: words.appeal }).click();
    await expect(page.getByRole("status").filter({ hasText: words.appealed })).toBeVisible();
    await expect(main.getByText(words.reviewed, { exact: true })).toBeVisible();
    await expect(main).toContainText(words.superior);
    await lookOver(page);
    await main.getByRole("button", { name: words.leave, exact: true }).click();
    await expect(main.getByText(words.left)).toBeVisible();
    await lookOver(page);
  });
}

for (const { on, mark, device } of [
  { on: "a phone", mark: "P", device: onPhone },
  { on: "a desk", mark: "D", device: atDesk },
]) {
  test(`an intake officer's day on ${on}: accepts, asks, turns down, finds a duplicate, and writes down a call`, async ({ signIn, backstage }) => {
    const like = letterAbout(`Cấp đổi giấy chứng nhận bị trả lại ba lần TNH${mark}`);
    const first = await backstage.send(like);
    const [unclear, dispute, again] = [
      await backstage.send(letterAbout(`Chậm quá TNI${mark}`)),
      await backstage.send(letterAbout(`Hàng xóm lấn ranh đất nhà tôi TNR${mark}`)),
      await backstage.send(like),
    ];
    const page = await signIn(intake, device);
    const main = page.getByRole("main");
    await lookOver(page);

    await openList(page, "Chờ tiếp nhận");
    await lookOver(page);
    await openCase(page, "Chờ tiếp nhận", first.code);
    await expect(main).toContainText(like.body);
    await expect(main).not.toContainText(like.phone);
    const accept = await unfold(page, "Tiếp nhận");
    await accept.getByLabel("Lĩnh vực").selectOption("Đất đai");
    await accept.getByLabel("Nội dung theo Nghị định 20/2008").selectOption({ index: 1 });
    await lookOver(page);
    await finish(page, accept, "Tiếp nhận", "Đã tiếp nhận.");
    await expect(stateOf(page)).toHaveText("Đã tiếp nhận");
    await lookOver(page);

    await openCase(page, "Chờ tiếp nhận", unclear.code);
    const ask = await unfold(page, "Yêu cầu bổ sung");
    await ask.getByLabel("Cần người gửi bổ sung gì").fill("Xin cho biết hồ sơ gì, nộp ở đâu, số biên nhận.");
    await lookOver(page);
    await finish(page, ask, "Gửi yêu cầu bổ sung", "Đã gửi yêu cầu bổ sung.");
    await expect(stateOf(page)).toHaveText("Chờ bổ sung");

    await openCase(page, "Chờ tiếp nhận", dispute.code);
    const refuse = await unfold(page, "Đề xuất từ chối");
    await refuse.getByLabel("Lý do từ chối").selectOption("R09");
    await refuse.getByLabel("Giải thích cho người gửi").fill("Đây là tranh chấp giữa hai hộ, xin gửi tới tòa án.");
    await lookOver(page);
    await finish(page, refuse, "Trình Văn phòng từ chối", "Đã trình Văn phòng xác nhận.");
    await expect(main.getByText("Chờ xác nhận: từ chối")).toBeVisible();
    await lookOver(page);

    await openCase(page, "Chờ tiếp nhận", again.code);
    await main.getByRole("link", { name: "Tìm hồ sơ trùng hoặc liên quan" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Hồ sơ cùng việc với ${again.code}`);
    await expect(main.getByText(/Nội dung gần giống/).first()).toBeVisible();
    await lookOver(page);
    await main.getByText(`Ghi là trùng với ${first.code}`).click();
    await lookOver(page);
    await main.getByRole("button", { name: "Đề xuất đóng vì trùng" }).click();
    await expect(main.getByText("Hồ sơ chính mà hồ sơ này trùng")).toBeVisible();
    await lookOver(page);

    await menu(page, "Nhập hộ hồ sơ");
    await lookOver(page);
    await main.getByRole("button", { name: "Lưu hồ sơ" }).click();
    await expect(page.locator(".error-summary")).toContainText("Nhận qua: Hãy");
    await lookOver(page);
    const caller = letterAbout(`Đèn đường không sáng từ tuần trước TNN${mark}`);
    await main.getByLabel("Điện thoại", { exact: true }).check();
    await main.getByLabel("Phản ánh hiện trường", { exact: true }).check();
    await main.getByLabel("Tiêu đề", { exact: true }).fill(caller.subject);
    await main.getByLabel("Nội dung", { exact: true }).fill(caller.body);
    await main.getByLabel("Địa điểm").fill("Ngã ba đường Mẫu");
    await main.getByLabel("Họ và tên").fill(caller.name);
    await main.getByLabel("Số điện thoại").fill(caller.phone);
    await main.getByLabel("Tôi đã đọc lại nội dung").check();
    await main.getByLabel("Người phản ánh đồng ý").check();
    await main.getByRole("button", { name: "Lưu hồ sơ" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Đã lưu hồ sơ PA-");
    await expect(main.getByText("Hạn trả lời:")).toBeVisible();
    await lookOver(page);
    await main.getByRole("link", { name: "Mở hồ sơ" }).click();
    await expect(stateOf(page)).toHaveText("Mới gửi");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(caller.subject);
  });

  test(`a coordinator's day on ${on}: sees why, assigns one, assigns many, and sends on what came back`, async ({ signIn, backstage }) => {
    const accepted = (subject: string) => acceptedCase(backstage, subject);
    const one = await accepted(`Nhà đầu tư bị hỏi thêm giấy tờ DPM${mark}`);
    const many = [await accepted(`Chờ chữ ký hai tuần DPA${mark}`), await accepted(`Chờ đóng dấu hai tuần DPB${mark}`)];
    const bounced = await accepted(`Giấy phép lao động bị trả DPT${mark}`);
    await backstage.act(coordinator, bounced, "assign", { unitId: await unitId("kktvp-qldt") });
    await backstage.act(head, bounced, "bounce", { reason: "Việc này của Phòng Quản lý Doanh nghiệp." });

    const page = await signIn(coordinator, device);
    const main = page.getByRole("main");
    await lookOver(page);
    await menu(page, "Quy tắc phân công");
    await lookOver(page);
    await main.getByRole("link", { name: "Thử một hồ sơ" }).click();
    await lookOver(page);
    await main.getByLabel("Mã hồ sơ").fill(one);
    await main.getByRole("button", { name: "Xem quy tắc nào khớp" }).click();
    await expect(main.getByText(`Hồ sơ ${one}: Nhà đầu tư bị hỏi thêm giấy tờ`)).toBeVisible();
    await expect(main.getByText(/Gợi ý đơn vị: |Không có quy tắc nào khớp/)).toBeVisible();
    await lookOver(page);

    await openCase(page, "Chờ phân công", one);
    const assign = await unfold(page, "Phân công");
    await assign.getByLabel("Giao cho đơn vị").selectOption({ label: investment });
    await assign.getByLabel("Đơn vị phối hợp").selectOption({ label: planning });
    await assign.getByLabel("Ghi chú cho đơn vị").fill("Xin trả lời trước thứ sáu.");
    await lookOver(page);
    await finish(page, assign, "Phân công", "Đã phân công.");
    await expect(stateOf(page)).toHaveText("Đã phân công");
    await expect(main.locator("#thong-tin")).toContainText(planning);
    await expect(main.locator("#lich-su")).toContainText("Xin trả lời trước thứ sáu.");
    await lookOver(page);

    await openList(page, "Chờ phân công");
    await lookOver(page);
    for (const code of many) await (await rowOf(page, code)).getByRole("checkbox").check();
    await main.locator("#nhieu").getByLabel("Giao cho đơn vị").selectOption({ label: investment });
    await main.getByRole("button", { name: "Phân công", exact: true }).click();
    await expect(main.getByText("Đã phân công 2 hồ sơ")).toBeVisible();
    for (const code of many) await expect(main.locator("#ket-qua")).toContainText(code);
    await lookOver(page);

    await openCase(page, "Chờ phân công", bounced);
    await expect(main.locator("#lich-su")).toContainText("Việc này của Phòng Quản lý Doanh nghiệp.");
    const send = await unfold(page, "Phân công");
    await send.getByLabel("Giao cho đơn vị").selectOption({ label: enterprise });
    await finish(page, send, "Phân công", "Đã phân công.");
    await expect(main.locator("#thong-tin")).toContainText(enterprise);
    await lookOver(page);
  });

  test(`a handler's day on ${on}: takes up, notes, drafts from a template, asks for time, attaches, and hands in`, async ({ signIn, backstage }) => {
    const title = `Chậm trả kết quả XLM${mark}`;
    const template = "Về phản ánh {{ma}}: chúng tôi xin lỗi vì đã chậm.";
    await backstage.post(coordinator, "/can-bo/mau-tra-loi", { kind: "reply", title, body: template, active: "on", revision: "0" });
    const code = await acceptedCase(backstage, `Chậm trả kết quả hai lần XL${mark}`);
    await backstage.act(coordinator, code, "assign", { unitId: await unitId("kktvp-qldt") });

    const page = await signIn(handler, device);
    const main = page.getByRole("main");
    await lookOver(page);
    await openList(page, "Chờ nhận xử lý");
    await lookOver(page);
    await openCase(page, "Chờ nhận xử lý", code);
    await lookOver(page);
    await page.getByRole("region", { name: "Việc chính với hồ sơ này" }).getByRole("button", { name: "Nhận xử lý" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Bạn đã nhận xử lý." })).toBeVisible();
    await openList(page, "Tôi đang xử lý");
    await lookOver(page);
    await openCase(page, "Tôi đang xử lý", code);

    const notes = main.locator("#ghi-chu");
    await notes.getByLabel("Ghi chú").fill("Đã gọi một cửa: hồ sơ đang chờ ký.");
    await notes.getByRole("button", { name: "Thêm ghi chú" }).click();
    await expect(notes.locator(".card")).toContainText("Đã gọi một cửa: hồ sơ đang chờ ký.");

    const extension = await unfold(page, "Xin gia hạn");
    const latest = await extension.getByLabel("Hạn mới").getAttribute("max");
    await extension.getByLabel("Hạn mới").fill(latest ?? "");
    await extension.getByLabel("Lý do").fill("Phải lấy ý kiến về phòng cháy, chữa cháy.");
    await lookOver(page);
    await finish(page, extension, "Trình xin gia hạn", "Đã trình lãnh đạo duyệt.");
    await expect(main.getByText("Chờ quyết định: gia hạn")).toBeVisible();

    await main.getByText("Mẫu có sẵn").first().click();
    await main.locator(".card").filter({ hasText: title }).getByRole("button", { name: "Chép mẫu này vào ô viết" }).click();
    await expect(main.getByLabel("Trả lời người gửi")).toHaveValue(`Về phản ánh ${code}: chúng tôi xin lỗi vì đã chậm.`);
    await main.getByLabel("Trả lời người gửi").press("Control+End");
    await main.getByLabel("Trả lời người gửi").pressSequentially(" Kết quả có vào thứ sáu.");
    await expect(main.getByText("Đã tự lưu lúc")).toBeVisible();
    await lookOver(page);
    await page.reload();
    await expect(main.getByLabel("Trả lời người gửi")).toHaveValue(/xin lỗi vì đã chậm\. Kết quả có vào thứ sáu\.$/);

    await main.getByRole("link", { name: "Biên tập bản công khai" }).click();
    await expect(main).toContainText("Có thể đính kèm văn bản trả lời trước.");
    await main.getByText("Thêm văn bản", { exact: true }).first().click();
    await main.getByLabel("Tên văn bản").fill("Công văn trả lời số 12");
    await main.getByLabel("Tệp PDF").setInputFiles({ name: "cv.pdf", mimeType: "application/pdf", buffer: onePagePdf("Reply number 12") });
    await lookOver(page);
    await main.getByRole("button", { name: "Thêm văn bản" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Đã thêm văn bản." })).toBeVisible();
    await expect(main.getByRole("listitem").filter({ hasText: "Công văn trả lời số 12" })).toContainText("Giữ riêng");
    await lookOver(page);
    await main.getByRole("link", { name: "Về hồ sơ" }).click();

    await main.getByLabel("Kết luận").selectOption({ label: "Phản ánh đúng" });
    await main.getByLabel("Căn cứ pháp lý").fill("Luật Đầu tư 2020, Điều 38");
    await main.getByLabel("Câu trả lời công khai").fill("Chúng tôi đã chậm; kết quả có vào thứ sáu.");
    await main.getByRole("button", { name: "Lưu và trình duyệt" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Đã trình duyệt." })).toBeVisible();
    await expect(stateOf(page)).toHaveText("Chờ duyệt trả lời");
    await lookOver(page);
  });

  test(`an approver's day on ${on}: sends one back, approves one, and publishes it once nobody can be found in it`, async ({ signIn, backstage }) => {
    const number = "0987 654 321";
    const weak = await answeredCase(backstage, `Trả lời còn thiếu LDT${mark}`, "Chúng tôi đang xem.");
    const good = await answeredCase(backstage, `Hỏi số điện thoại một cửa LDD${mark}`, `Xin gọi ${number} để được hướng dẫn.`);

    const page = await signIn(approver, device);
    const main = page.getByRole("main");
    await lookOver(page);
    await openList(page, "Chờ tôi duyệt");
    await lookOver(page);
    await openCase(page, "Chờ tôi duyệt", weak);
    const back = await unfold(page, "Trả lại để sửa");
    await back.getByLabel("Ý kiến để sửa").fill("Hãy nói rõ ngày trả kết quả.");
    await lookOver(page);
    await finish(page, back, "Trả lại để sửa", "Đã trả lại để sửa.");
    await expect(stateOf(page)).toHaveText("Đang xử lý");

    await openCase(page, "Chờ tôi duyệt", good);
    await expect(main).toContainText(`Xin gọi ${number} để được hướng dẫn.`);
    await page.getByRole("region", { name: "Việc chính với hồ sơ này" }).getByRole("button", { name: "Duyệt và trả lời" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Đã duyệt; câu trả lời đã tới người gửi." })).toBeVisible();
    await expect(stateOf(page)).toHaveText("Đã trả lời");
    await expect(main.getByText("Chưa công khai được").first()).toBeVisible();
    await lookOver(page);

    await main.getByRole("link", { name: "Biên tập bản công khai" }).first().click();
    await expect(main.locator("mark").filter({ hasText: number }).first()).toBeVisible();
    await expect(main.getByRole("button", { name: "Công khai cho mọi người" })).toHaveCount(0);
    await lookOver(page);
    await main.getByRole("button", { name: /Thay bằng \[số điện thoại\]/ }).click();
    await expect(page.getByRole("status").filter({ hasText: "Đã thay bằng dấu trung tính." })).toBeVisible();
    await expect(main.getByText("Bộ dò không thấy thông tin cá nhân nào.")).toBeVisible();
    await lookOver(page);
    await main.getByRole("link", { name: "Mọi người sẽ thấy" }).click();
    await expect(main).toContainText("Xin gọi [số điện thoại] để được hướng dẫn.");
    await expect(main).not.toContainText(number);
    await lookOver(page);
    await main.getByRole("link", { name: "Quay lại biên tập" }).click();
    await main.getByRole("button", { name: "Công khai cho mọi người" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Đã công khai." })).toBeVisible();
    await expect(main.getByText("Đang công khai", { exact: true }).first()).toBeVisible();
    await lookOver(page);

    await main.getByRole("link", { name: "Về hồ sơ" }).click();
    await main.getByRole("link", { name: "Xem trang công khai" }).click();
    await expect(main).toContainText("[số điện thoại]");
    await lookOver(page);
  });
}

/** What nobody else sends; the mark at the end of the subject makes its sender the only one of that name too. */
function letterAbout(subject: string): Letter {
  return {
    ...newLetter(subject.split(" ").at(-1) ?? ""),
    subject,
    body: `${subject}: tôi đã đến một cửa ba lần mà chưa xong, đề nghị giải quyết và trả lời tôi.`,
  };
}

/** State in the line under the title of the open case. */
const stateOf = (page: Page) => page.getByRole("main").locator(".page-head .tag").first();

/** Goes to a room of the office as everybody does: by the menu, which is folded on a phone. */
async function menu(page: Page, room: string) {
  const fold = page.locator(".rail-fold > summary");
  if (await fold.isVisible()) await fold.click();
  await page
    .getByRole("navigation", { name: "Các mục của phòng làm việc" })
    .getByRole("link", { name: new RegExp(`^${room}`) })
    .click();
}

/** The case's row in the list at hand, read on to its end. */
async function rowOf(page: Page, code: string) {
  const row = page.getByRole("main").getByRole("listitem").filter({ hasText: code });
  for (let more = 0; more < 10 && (await row.count()) === 0; more += 1) {
    const before = page.url();
    await page.getByRole("link", { name: "Xem thêm" }).click();
    await expect(page).not.toHaveURL(before);
  }
  return row;
}

async function openList(page: Page, list: string) {
  await menu(page, list);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(list);
  await expect(page.getByRole("main").locator(".work, .empty").first()).toBeVisible();
}

async function openCase(page: Page, list: string, code: string) {
  await openList(page, list);
  await (await rowOf(page, code)).getByRole("link").first().click();
  await expect(page).toHaveURL(new RegExp(`/can-bo/ho-so/${code}`));
  await expect(page.getByRole("main").locator("#noi-dung-goc")).toBeVisible();
}

async function unitId(slug: string): Promise<string> {
  const [unit] = await query<{ id: string }>("select id from units where slug = $1", [slug]);
  return unit?.id ?? "";
}

async function acceptedCase(backstage: Backstage, subject: string): Promise<string> {
  const { code } = await backstage.send(letterAbout(subject));
  await backstage.act(intake, code, "accept", { kind: "phan_anh_kien_nghi", field: "dau-tu" });
  return code;
}

/** A case whose answer waits for approval; the same text for the sender and for everybody. */
async function answeredCase(backstage: Backstage, subject: string, answer: string): Promise<string> {
  const code = await acceptedCase(backstage, subject);
  await handIn(backstage, code, { body: answer, publicTitle: subject, publicAnswer: answer });
  return code;
}

async function handIn(backstage: Backstage, code: string, texts: { body: string; publicTitle: string; publicAnswer: string }) {
  await backstage.act(coordinator, code, "assign", { unitId: await unitId("kktvp-qldt") });
  await backstage.act(handler, code, "take_up");
  await backstage.act(handler, code, "submit_reply", {
    replyRevision: "0",
    conclusion: "correct",
    legalBasis: "Luật Xây dựng 2014, Điều 102",
    publicQuestion: "Hồ sơ bị hẹn lại, người dân hỏi vì sao.",
    ...texts,
  });
}

/** What the office does between a sender's addition and the published answer. */
async function answerAndPublish(backstage: Backstage, code: string, mark: string) {
  await backstage.act(intake, code, "accept", { kind: "phan_anh_kien_nghi", field: "xay-dung" });
  await handIn(backstage, code, {
    body: "Hồ sơ của bạn được trả vào thứ sáu tuần này.",
    publicTitle: `Hẹn lại giấy phép xây nhà ${mark}`,
    publicAnswer: "Hồ sơ được trả vào thứ sáu tuần này.",
  });
  await backstage.act(approver, code, "approve_reply");
  await backstage.act(coordinator, code, "publish");
}
