import { atDesk, expect, expectAccessible, expectNoSidewaysScroll, onPhone, test } from "#tests/support/journey.ts";

const room = "/can-bo/danh-gia-mot-cua";

test("the unit’s head scores, the approver appraises and publishes, the public reads", async ({ signIn, newVisitor }) => {
  test.setTimeout(180_000);
  const head = await signIn("truong-don-vi@demo.vn");
  await head.goto(room);
  await expect(head.getByRole("heading", { level: 1, name: "Đánh giá một cửa" })).toBeVisible();
  await expectAccessible(head);

  // Văn phòng has no sheet yet in the demo.
  await head.getByLabel("Đơn vị").selectOption("kktvp-vp");
  await head.getByRole("button", { name: "Mở phiếu" }).click();
  await expect(head.getByText("Đã mở phiếu chấm điểm.")).toBeVisible();
  const address = new URL(head.url()).pathname;

  // Points that the portal cannot find need evidence.
  await head
    .getByRole("region", { name: /^3\. Số lần phải liên hệ/ })
    .getByLabel("2", { exact: true })
    .check();
  await head.getByRole("button", { name: "Gửi điểm tự chấm" }).click();
  await expect(head.getByText("Hãy ghi căn cứ ở chỉ tiêu 3")).toBeVisible();
  await expectAccessible(head);
  await head
    .getByRole("region", { name: /^3\. Số lần phải liên hệ/ })
    .getByLabel("Căn cứ, minh chứng")
    .fill("Sổ theo dõi tiếp nhận quý");
  await head.getByRole("button", { name: "Gửi điểm tự chấm" }).click();
  await expect(head.getByText("Đã gửi điểm tự chấm. Cần người khác thẩm định.")).toBeVisible();

  const approver = await signIn("lanh-dao@demo.vn");
  await approver.goto(address);
  await expect(approver.getByText("Căn cứ: Sổ theo dõi tiếp nhận quý")).toBeVisible();
  await approver
    .getByRole("region", { name: /^3\. Số lần phải liên hệ/ })
    .getByLabel("1", { exact: true })
    .check();
  await approver.getByRole("button", { name: "Ghi điểm thẩm định" }).click();
  await expect(approver.getByText("Hãy ghi lý do ở chỉ tiêu 3")).toBeVisible();
  await approver
    .getByRole("region", { name: /^3\. Số lần phải liên hệ/ })
    .getByLabel(/^Lý do/)
    .fill("Có một hồ sơ phải liên hệ hai lần");
  await approver.getByRole("button", { name: "Ghi điểm thẩm định" }).click();
  await expect(approver.getByText("Đã ghi điểm thẩm định. Có thể công bố.")).toBeVisible();
  await approver.getByRole("button", { name: "Công bố" }).click();
  await expect(approver.getByText("Đã công bố trên cổng.")).toBeVisible();
  const page = await approver.getByRole("link", { name: "Xem trên cổng" }).getAttribute("href");

  for (const device of [onPhone, atDesk]) {
    const visitor = await newVisitor(device);
    await visitor.goto(page ?? "");
    await expect(visitor.getByText("Chưa đủ căn cứ xếp loại")).toBeVisible();
    await expect(visitor.getByText("Lý do chấm khác: Có một hồ sơ phải liên hệ hai lần")).toBeVisible();
    await expectAccessible(visitor);
    await expectNoSidewaysScroll(visitor);
  }
});

test("slips, scores and months are read on a phone and at a desk, in both languages", async ({ newVisitor }) => {
  test.setTimeout(180_000);
  for (const device of [onPhone, atDesk]) {
    const visitor = await newVisitor(device);
    for (const prefix of ["", "/en"]) {
      await visitor.goto(`${prefix}/chat-luong-phuc-vu`);
      await expectAccessible(visitor);
      await expectNoSidewaysScroll(visitor);
      for (const path of ["phieu-ba-muc", "mot-cua", "bo-chi-so-766"]) {
        await visitor.goto(`${prefix}/chat-luong-phuc-vu/${path}`);
        await expect(visitor.getByRole("heading", { level: 1 })).toBeVisible();
        await expectAccessible(visitor);
        await expectNoSidewaysScroll(visitor);
      }
      await visitor
        .getByRole("main")
        .getByRole("link", { name: /Khánh Hòa|Khanh Hoa/ })
        .first()
        .click();
      await expect(visitor.getByText(/^5\.2\. /).first()).toBeVisible();
      await expectAccessible(visitor);
      await expectNoSidewaysScroll(visitor);
    }
  }
});

test("numbers are brought in, and a frozen month takes them in with a reason", async ({ signIn }) => {
  test.setTimeout(120_000);
  const office = await signIn("dieu-phoi@demo.vn");
  await office.goto(room);
  const wrong = "Đơn vị;Kỳ;Chỉ tiêu;Trước hạn;Đúng hạn;Trễ hạn\nkktvp-qldt;Q1/2026;8;1;1;1";
  await office.getByLabel("Tệp số liệu").setInputFiles({ name: "ho-so.csv", mimeType: "text/csv", buffer: Buffer.from(wrong) });
  await office.getByLabel("Số liệu lấy từ đâu").fill("Báo cáo quý");
  await office.getByRole("button", { name: "Nhập số liệu" }).click();
  await expect(office.getByText("Dòng 2: chỉ tiêu này không nhận số liệu hồ sơ.")).toBeVisible();

  await office.goto(`${room}/bo-chi-so-766?co-quan=kktvp`);
  await expect(office.getByText("Tính lại từ số liệu đã chốt: khớp với số liệu đã công bố.")).toBeVisible();
  await expectAccessible(office);
  await office.getByLabel("Chỉ tiêu", { exact: true }).selectOption("1.4");
  await office.getByLabel("Tử số").fill("90");
  await office.getByLabel("Mẫu số").fill("100");
  await office.getByLabel("Số liệu lấy từ đâu").fill("Cổng Dịch vụ công quốc gia");
  await office.getByRole("button", { name: "Ghi số liệu" }).click();
  await expect(office.getByText("Đã ghi số liệu.")).toBeVisible();
  await office.getByText("Đính chính", { exact: true }).first().click();
  await office.getByLabel("Lý do đính chính").fill("Bổ sung chỉ tiêu 1.4");
  await office.getByRole("button", { name: "Đính chính" }).click();
  await expect(office.getByText(/Đã chốt, bản 2/)).toBeVisible();
});
