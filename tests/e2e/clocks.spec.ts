import { newLetter, sendLetter, track } from "#tests/support/feedback.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "#tests/support/journey.ts";
import { countRows, query } from "#tests/support/rows.ts";
import { ask } from "#tests/support/walk.ts";
import { world } from "#tests/support/worlds.ts";

const procedure = "cap-giay-phep-xay-dung-moi-doi-voi-nha-o-rieng-le";

test("a sender sees how the due day was counted, without scripts and on paper", async ({ visitor }) => {
  const receipt = await sendLetter(visitor, procedure, newLetter("E2ECLK1"));
  await track(visitor, receipt);
  const deadlines = visitor.locator("#thoi-han");
  const panel = deadlines.locator("details").first();
  const sum = panel.getByText(/Từ .+ đến .+ có \d+ ngày: 15 ngày được tính, \d+ ngày không tính, 0 ngày tạm dừng\./);
  await expect(sum).not.toBeVisible();
  await panel.getByText("Vì sao là ngày này?").click();
  await expect(sum).toBeVisible();
  await expect(panel).toContainText("Quyết định 766/QĐ-TTg");
  await expect(panel).toContainText("Quy tắc phan_anh_kien_nghi.answer, bản 1.");
  await expect(panel).toContainText("Cuối tuần:");
  await expectAccessible(visitor);
  await expectNoSidewaysScroll(visitor);

  await panel.getByText("Vì sao là ngày này?").click();
  await expect(sum).not.toBeVisible();
  await visitor.emulateMedia({ media: "print" });
  await expect(sum).toBeVisible();
});

test("what a new day moves is shown first; saving moves just that, and says it of each deadline", async ({ signIn }) => {
  const [open] = await query<{ code: string; due: string; unit: string }>(
    `select c.code, k.due_on::text as due, c.unit_id as unit from clocks k join cases c on c.id = k.case_id
      where k.stopped_on is null and k.step = 'answer' and c.state = 'DANG_XU_LY' and k.pauses = '[]' and k.due_on > now()::date + 2
      order by k.due_on desc limit 1`,
  );
  if (!open) throw new Error("The demo world has no case in hand");
  const page = await signIn("quan-tri@demo.vn");
  await page.goto("/can-bo/lich");
  const before = await countRows("calendar_versions");
  const form = page.locator("#them form");
  await form.getByLabel("Ngày", { exact: true }).fill(open.due);
  await form.getByLabel("Loại").selectOption({ label: "Nghỉ tại địa phương (bão, lũ)" });
  await form.getByLabel("Tên tiếng Việt").fill("Nghỉ tránh bão E2ECLK2");
  await form.getByLabel("Tên tiếng Anh").fill("Storm E2ECLK2");
  await form.getByLabel("Căn cứ").fill("Công điện mẫu E2ECLK2");
  await form.getByLabel("Đơn vị áp dụng").selectOption(open.unit);
  await form.getByLabel("Lý do thay đổi").fill("Bão số 12");
  await form.getByRole("button", { name: "Xem trước" }).click();

  const preview = page.locator("#xem-truoc");
  await expect(preview.getByRole("status")).toContainText("thời hạn đang chạy sẽ dời");
  await expect(preview.getByRole("row").filter({ hasText: open.code })).toHaveCount(1);
  await expectAccessible(page);
  expect(await countRows("calendar_versions")).toBe(before);
  expect(await dueOf(open.code)).toBe(open.due);

  await preview.getByRole("button", { name: "Lưu phiên bản lịch mới" }).click();
  await expect(page.getByRole("status").first()).toContainText("Đã tạo phiên bản lịch");
  expect(await countRows("calendar_versions")).toBe(before + 1);
  expect((await dueOf(open.code)) > open.due).toBe(true);
  const events = await query(
    "select 1 from audit_events where act = 'case.deadline_moved' and subject_id = (select id::text from cases where code = $1)",
    [open.code],
  );
  expect(events).toHaveLength(1);

  const leader = await signIn("lanh-dao@demo.vn");
  await leader.goto(`/can-bo/ho-so/${open.code}`);
  const panel = leader.locator("#thoi-han details").first();
  await panel.locator("summary").click();
  await expect(panel).toContainText("lịch làm việc đổi (phiên bản");
  await expect(panel).toContainText("Nghỉ tránh bão E2ECLK2 (Công điện mẫu E2ECLK2)");
  await expectAccessible(leader);
});

test("a calendar program reads an official’s deadlines by a secret address that can be changed and ended", async ({ signIn }) => {
  const page = await signIn("xu-ly@demo.vn");
  const feed = page.locator("#lich-han");
  await page.goto("/can-bo/tai-khoan");
  await feed.getByRole("button", { name: "Tạo địa chỉ lịch" }).click();
  const first = await shownAddress();
  await expectAccessible(page);

  const answer = await ask(world.demo.url, first);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Type")).toContain("text/calendar");
  expect(answer.headers.get("Cache-Control")).toContain("no-store");
  expect(answer.body).toContain("BEGIN:VCALENDAR");
  const mine = await query<{ code: string; subject: string }>(
    `select c.code, c.subject from cases c join officials o on o.id = c.handler_id
      where o.email = 'xu-ly@demo.vn' and c.state in ('DANG_XU_LY', 'CHO_DUYET') and exists (select 1 from clocks k where k.case_id = c.id and k.stopped_on is null and k.step = 'answer')`,
  );
  expect(mine.length).toBeGreaterThan(0);
  const joined = answer.body.replaceAll("\r\n ", "");
  for (const { code, subject } of mine) {
    expect(joined).toContain(code);
    expect(joined).not.toContain(subject);
  }

  await page.goto("/can-bo/tai-khoan");
  await expect(feed.locator(".receipt")).toHaveCount(0);
  await feed.getByRole("button", { name: "Đổi địa chỉ mới" }).click();
  const second = await shownAddress();
  expect((await ask(world.demo.url, first)).status).toBe(404);
  expect((await ask(world.demo.url, second)).status).toBe(200);
  await feed.getByRole("button", { name: "Bỏ địa chỉ lịch" }).click();
  await expect(feed.getByRole("button", { name: "Tạo địa chỉ lịch" })).toBeVisible();
  expect((await ask(world.demo.url, second)).status).toBe(404);
  expect((await ask(world.demo.url, "/can-bo/lich-han/khong-co.ics")).status).toBe(404);

  async function shownAddress() {
    const address = new URL((await feed.locator(".receipt .code").innerText()).trim());
    expect(address.pathname).toMatch(/^\/can-bo\/lich-han\/[\w-]{43}\.ics$/);
    return address.pathname + address.search;
  }
});

test("the rules behind the deadlines stand in the office, and a new one needs its ground", async ({ signIn }) => {
  const page = await signIn("quan-tri@demo.vn");
  await page.goto("/can-bo/lich");
  await page.getByRole("main").getByRole("link", { name: "Quy tắc thời hạn" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Quy tắc thời hạn");
  await expect(page.getByRole("row").filter({ hasText: "phan_anh_kien_nghi.answer, 1" })).toContainText("15 ngày làm việc");
  await expectAccessible(page);
  const before = await countRows("deadline_rules");
  const form = page.locator("#them form");
  await form.getByLabel("Bước cần đổi").selectOption("gop_y.publish");
  await form.getByLabel("Số ngày").fill("3");
  await form.getByRole("button", { name: "Thêm quy tắc" }).click();
  await expect(page.locator(".error-summary")).toBeVisible();
  await expect(form.getByLabel("Số ngày")).toHaveValue("3");
  await expectAccessible(page);
  expect(await countRows("deadline_rules")).toBe(before);
  await form.getByLabel("Căn cứ").fill("Quy chế mẫu E2ECLK4");
  await form.getByRole("button", { name: "Thêm quy tắc" }).click();
  await expect(page.getByRole("status").first()).toContainText("Đã thêm quy tắc gop_y.publish, bản 2.");
  expect(await countRows("deadline_rules")).toBe(before + 1);
});

async function dueOf(code: string): Promise<string> {
  const [row] = await query<{ due: string }>(
    "select k.due_on::text as due from clocks k join cases c on c.id = k.case_id where c.code = $1 and k.step = 'answer' and k.stopped_on is null",
    [code],
  );
  return row?.due ?? "";
}
