import { newLetter, sendLetter, track } from "#tests/support/feedback.ts";
import { expect, expectAccessible, test } from "#tests/support/journey.ts";
import { finish, openFromList, unfold } from "#tests/support/office.ts";
import { countRows } from "#tests/support/rows.ts";

const procedure = "cap-giay-phep-xay-dung-moi-doi-voi-nha-o-rieng-le";

test("a refusal is proposed by one, returned, proposed again from a template and confirmed by another; only then is the sender told", async ({
  visitor,
  signIn,
}) => {
  test.setTimeout(300_000);
  const { code, key } = await sendLetter(visitor, procedure, newLetter("E2EDEC1"));
  const coordinator = await signIn("dieu-phoi@demo.vn");
  await coordinator.goto("/can-bo/mau-tra-loi");
  await expectAccessible(coordinator);
  const add = coordinator.locator("#them form");
  await add.getByLabel("Dùng khi").selectOption("refusal");
  await add.getByLabel("Tên mẫu").fill("Tranh chấp dân sự E2EDEC1");
  await add.getByLabel("Nội dung mẫu").fill("Về phản ánh {{so}}: đây là tranh chấp dân sự.");
  await add.getByRole("button", { name: "Lưu mẫu" }).click();
  await expect(coordinator.getByText("Không có chỗ tự điền “so”")).toBeVisible();
  await add.getByLabel("Nội dung mẫu").fill("Về phản ánh {{ma}}: đây là tranh chấp dân sự, xin gửi tới tòa án.");
  await add.getByRole("button", { name: "Lưu mẫu" }).click();
  await expect(coordinator.getByText("Đã lưu mẫu.")).toBeVisible();

  const intake = await signIn("tiep-nhan@demo.vn");
  await openFromList(intake, "Chờ tiếp nhận", code);
  const propose = await unfold(intake, "Đề xuất từ chối");
  await propose.getByLabel("Lý do từ chối").selectOption("R09");
  await propose.getByText("Mẫu có sẵn").click();
  await propose.locator(".card").filter({ hasText: "Tranh chấp dân sự E2EDEC1" }).getByRole("button", { name: "Chép mẫu này vào ô viết" }).click();
  await expect(propose.getByLabel("Giải thích cho người gửi")).toHaveValue(new RegExp(code));
  await finish(intake, propose, "Trình Văn phòng từ chối", "Đã trình Văn phòng xác nhận.");
  await expect(intake.getByText("Chờ xác nhận: từ chối")).toBeVisible();
  await expectAccessible(intake);
  await expect(intake.getByRole("button", { name: "Xác nhận, từ chối giải quyết" })).toHaveCount(0);

  await openFromList(coordinator, "Chờ xác nhận, cho ý kiến", code);
  const decline = await unfold(coordinator, "Không từ chối, trả lại");
  await decline.getByLabel("Ý kiến của bạn").fill("Hãy hỏi thêm người gửi trước khi từ chối.");
  await finish(coordinator, decline, "Trả lại nơi tiếp nhận", "Đã trả lại nơi tiếp nhận.");
  await intake.goto(`/can-bo/ho-so/${code}`);
  await expect(intake.getByRole("main")).toContainText("Hãy hỏi thêm người gửi trước khi từ chối.");
  const again = await unfold(intake, "Đề xuất từ chối");
  await again.getByLabel("Lý do từ chối").selectOption("R09");
  await again.getByLabel("Giải thích cho người gửi").fill("Đây là tranh chấp dân sự giữa hai hộ.");
  await finish(intake, again, "Trình Văn phòng từ chối", "Đã trình Văn phòng xác nhận.");
  await track(visitor, { code, key });
  await expect(visitor.getByRole("main")).not.toContainText("tranh chấp dân sự");

  await coordinator.goto(`/can-bo/ho-so/${code}`);
  await coordinator.getByRole("main").getByRole("button", { name: "Xác nhận, từ chối giải quyết" }).click();
  await expect(coordinator.getByText("Đã từ chối và báo người gửi.").first()).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByRole("main")).toContainText("tranh chấp dân sự giữa hai hộ");
});

test("an answer saves itself while it is written; saved elsewhere meanwhile, both texts are shown and none is lost", async ({ visitor, signIn }) => {
  test.setTimeout(300_000);
  const { code } = await sendLetter(visitor, procedure, newLetter("E2EDEC2"));
  const intake = await signIn("tiep-nhan@demo.vn");
  await intake.goto(`/can-bo/ho-so/${code}`);
  const accept = await unfold(intake, "Tiếp nhận");
  await accept.getByLabel("Lĩnh vực").selectOption("xay-dung");
  await finish(intake, accept, "Tiếp nhận", "Đã tiếp nhận.");
  const coordinator = await signIn("dieu-phoi@demo.vn");
  await coordinator.goto(`/can-bo/ho-so/${code}`);
  await finish(coordinator, await unfold(coordinator, "Phân công"), "Phân công", "Đã phân công.");
  const first = await signIn("xu-ly@demo.vn");
  await first.goto(`/can-bo/ho-so/${code}`);
  await finish(first, first.locator("#viec form").first(), "Nhận xử lý", "Bạn đã nhận xử lý.");

  const second = await signIn("xu-ly@demo.vn");
  await second.goto(`/can-bo/ho-so/${code}`);
  await first.getByLabel("Trả lời người gửi").pressSequentially("Bản viết ở máy thứ nhất.");
  await expect(first.getByText("Đã tự lưu lúc")).toBeVisible({ timeout: 20_000 });
  expect(await countRows("replies", { body: "Bản viết ở máy thứ nhất." })).toBe(1);
  await second.getByLabel("Trả lời người gửi").pressSequentially("Bản viết ở máy thứ hai.");
  await expect(second.getByText("Bản trả lời đã được sửa ở nơi khác").first()).toBeVisible({ timeout: 20_000 });
  await expect(second.getByLabel("Trả lời người gửi")).toHaveValue("Bản viết ở máy thứ hai.");
  await expect(second.getByRole("main")).toContainText("Bản viết ở máy thứ nhất.");
  await expectAccessible(second);
  expect(await countRows("replies", { body: "Bản viết ở máy thứ nhất." })).toBe(1);
  await second.getByRole("main").getByRole("button", { name: "Lưu nháp" }).first().click();
  await expect(second.getByText("Đã lưu nháp.").first()).toBeVisible();
  expect(await countRows("replies", { body: "Bản viết ở máy thứ hai." })).toBe(1);

  const ask = await unfold(first, "Xin gia hạn");
  await expect(ask).toContainText("Lý do");
});

test("the page to reorganise units shows the administrator units and the coordinator cases, and nobody else anything", async ({ signIn }) => {
  const admin = await signIn("quan-tri@demo.vn");
  await admin.goto("/can-bo/don-vi/sap-nhap");
  await expect(admin.getByRole("heading", { name: "Ghi đơn vị chấm dứt" })).toBeVisible();
  await admin.getByRole("button", { name: "Xem trước" }).click();
  await expect(admin.getByRole("alert").first()).toBeVisible();
  await expectAccessible(admin);
  const coordinator = await signIn("dieu-phoi@demo.vn");
  await coordinator.goto("/can-bo/don-vi/sap-nhap");
  await expect(coordinator.getByText("Không có hồ sơ nào chờ chọn đơn vị kế thừa.")).toBeVisible();
  await expect(coordinator.getByRole("heading", { name: "Ghi đơn vị chấm dứt" })).toHaveCount(0);
  const editor = await signIn("bien-tap@demo.vn");
  expect((await editor.goto("/can-bo/don-vi/sap-nhap"))?.status()).toBe(403);
});
