import { spawnSync } from "node:child_process";
import { newLetter, sendLetter } from "#tests/support/feedback.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "#tests/support/journey.ts";
import { finish, postAct, unfold } from "#tests/support/office.ts";
import { countRows, query } from "#tests/support/rows.ts";
import { house } from "#tests/support/source-files.ts";
import { ask } from "#tests/support/walk.ts";
import { world } from "#tests/support/worlds.ts";

const procedure = "cap-giay-phep-xay-dung-moi-doi-voi-nha-o-rieng-le";

const rooms: [email: string, paths: string[]][] = [
  ["tiep-nhan@demo.vn", ["/can-bo", "/can-bo/ho-so", "/can-bo/ho-so/nhap", "/can-bo/phieu", "/can-bo/tai-khoan", "/en/can-bo/ho-so"]],
  ["lanh-dao@demo.vn", ["/can-bo", "/can-bo/ho-so", "/can-bo/khao-sat", "/can-bo/nhat-ky", "/en/can-bo"]],
  ["bien-tap@demo.vn", ["/can-bo", "/can-bo/tin", "/can-bo/tin/moi"]],
  ["khao-sat@demo.vn", ["/can-bo", "/can-bo/khao-sat", "/can-bo/phieu"]],
  ["quan-tri@demo.vn", ["/can-bo", "/can-bo/nguoi-dung", "/can-bo/lich", "/can-bo/nhat-ky"]],
];

for (const [email, paths] of rooms) {
  test(`the rooms of ${email} open, can be read by everybody, and fit a phone`, async ({ signIn }) => {
    const page = await signIn(email);
    for (const path of paths) {
      expect((await page.goto(path))?.status(), path).toBe(200);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expectAccessible(page);
      await page.setViewportSize({ width: 360, height: 740 });
      await expectNoSidewaysScroll(page);
      await page.setViewportSize({ width: 1280, height: 900 });
    }
  });
}

/** Forms of the office, sent with nothing right in them: who, where, what is typed, and what must still be there. */
const forms: [email: string, path: string, typed: Record<string, string>, kept: string][] = [
  ["tiep-nhan@demo.vn", "/can-bo/ho-so/nhap", { kind: "phan_anh_kien_nghi", subject: "Chỉ có tiêu đề", channel: "phone" }, "Chỉ có tiêu đề"],
  ["tiep-nhan@demo.vn", "/can-bo/phieu", { place: "", count: "100000", validDays: "x" }, "100000"],
  ["bien-tap@demo.vn", "/can-bo/tin/moi", { intent: "save", titleVi: "", summaryVi: "Chỉ có tóm tắt" }, "Chỉ có tóm tắt"],
  ["quan-tri@demo.vn", "/can-bo/nguoi-dung", { intent: "register", email: "khong-phai-thu", name: "Chỉ có tên", password: "ngắn" }, "Chỉ có tên"],
  ["quan-tri@demo.vn", "/can-bo/lich", { intent: "add", day: "2026-02-31", kind: "le", nameVi: "Ngày không có" }, "Ngày không có"],
];

for (const [email, path, typed, kept] of forms) {
  test(`the form at ${path} says what is wrong, keeps what was typed, and stores nothing`, async ({ signIn }) => {
    const page = await signIn(email);
    const before = await countEverything();
    const answer = await page.request.post(path, { headers: { Origin: world.demo.url }, form: typed });
    expect([409, 422]).toContain(answer.status());
    const text = await answer.text();
    expect(text).toContain('class="error-summary"');
    expect(text).toContain(kept);
    for (const nonsense of [{ intent: "khong-co" }, { intent: "x".repeat(5_000) }]) {
      const odd = await page.request.post(path, { headers: { Origin: world.demo.url }, form: nonsense });
      expect(odd.status(), JSON.stringify(nonsense).slice(0, 40)).toBeGreaterThanOrEqual(400);
      expect(odd.status()).toBeLessThan(500);
    }
    expect(await countEverything()).toEqual(before);
  });
}

test("an act without its reason is refused beside its field; a name is shown for a reason, once, and leaves a trace", async ({ visitor, signIn }) => {
  const letter = newLetter("E2EOFF1");
  const { code } = await sendLetter(visitor, procedure, letter);
  const intake = await signIn("tiep-nhan@demo.vn");
  await intake.goto(`/can-bo/ho-so/${code}`);
  await expect(intake.getByRole("main")).not.toContainText(letter.name);

  const refuse = await unfold(intake, "Đề xuất từ chối");
  await refuse.getByLabel("Giải thích cho người gửi").fill("Xin gửi lại với số hồ sơ.");
  await refuse.getByRole("button", { name: "Trình Văn phòng từ chối" }).click();
  await expect(intake.getByText("Chưa làm được")).toBeVisible();
  await expect(refuse.getByLabel("Giải thích cho người gửi")).toHaveValue("Xin gửi lại với số hồ sơ.");
  await expectAccessible(intake);
  expect(await countRows("cases", { code, state: "MOI" })).toBe(1);

  const reveal = await unfold(intake, "Xem danh tính");
  await reveal.getByRole("button", { name: "Mở xem một lần" }).click();
  await expect(intake.getByText("Chưa làm được")).toBeVisible();
  await expect(intake.getByRole("main")).not.toContainText(letter.name);
  await reveal.getByLabel("Vì sao cần xem danh tính").fill("Gọi điện xác nhận số hồ sơ với người gửi.");
  await reveal.getByRole("button", { name: "Mở xem một lần" }).click();
  await expect(intake.getByRole("main")).toContainText(letter.name);
  await expectAccessible(intake);
  await intake.goto(`/can-bo/ho-so/${code}`);
  await expect(intake.getByRole("main")).not.toContainText(letter.name);

  const [seen] = await query<{ data: { reason?: string } }>(
    "select data from audit_events where act like '%reveal%' and subject_id = (select id::text from cases where code = $1)",
    [code],
  );
  expect(JSON.stringify(seen?.data)).toContain("xác nhận số hồ sơ");
  expect(JSON.stringify(seen?.data)).not.toContain(letter.name);
});

test("of two officials who decide at the same time one wins, and the other is told", async ({ visitor, signIn }) => {
  const { code } = await sendLetter(visitor, procedure, newLetter("E2EOFF2"));
  const first = await signIn("tiep-nhan@demo.vn");
  const second = await signIn("tiep-nhan@demo.vn");
  for (const page of [first, second]) {
    await page.goto(`/can-bo/ho-so/${code}`);
    const accept = await unfold(page, "Tiếp nhận");
    await accept.getByLabel("Lĩnh vực").selectOption("xay-dung");
  }
  await finish(first, await unfold(first, "Tiếp nhận"), "Tiếp nhận", "Đã tiếp nhận.");
  await (await unfold(second, "Tiếp nhận")).getByRole("button", { name: "Tiếp nhận" }).click();
  await expect(second.getByText("Chưa làm được")).toBeVisible();
  await expectAccessible(second);
  const accepted = await query("select 1 from audit_events where act like '%accept%' and subject_id = (select id::text from cases where code = $1)", [
    code,
  ]);
  expect(accepted).toHaveLength(1);
});

test("nobody acts on a case beyond the own roles, whatever is posted", async ({ visitor, signIn, request }) => {
  const { code } = await sendLetter(visitor, procedure, newLetter("E2EOFF3"));
  const [{ revision } = { revision: 0 }] = await query<{ revision: number }>("select revision from cases where code = $1", [code]);
  const acts = ["accept", "assign", "approve_reply", "publish", "hand_over", "refuse", "take_up", "reveal_identity", "hide"];
  const stranger = await request.post(`/can-bo/ho-so/${code}`, { headers: { Origin: world.demo.url }, form: { intent: "accept" }, maxRedirects: 0 });
  expect(stranger.headers()["location"]).toContain("/dang-nhap");
  for (const email of ["bien-tap@demo.vn", "quan-tri@demo.vn", "kiem-toan@demo.vn", "khao-sat@demo.vn"]) {
    const page = await signIn(email);
    for (const intent of acts) {
      const form = { intent, revision: String(revision), field: "xay-dung", kind: "phan_anh_kien_nghi", reason: "Một lý do đủ dài để được nhận." };
      const answer = await postAct(page, code, form);
      expect([403, 404, 409, 422], `${email} ${intent}`).toContain(answer.status());
    }
  }
  expect(await countRows("cases", { code, state: "MOI" })).toBe(1);
});

test("an article is written by one, approved by another, and is on the page, in the feed and in the search at once", async ({
  signIn,
  newVisitor,
}) => {
  const title = "Quầy một cửa mở thêm chiều thứ sáu E2EART";
  const reader = await newVisitor();
  await reader.goto("/tin-tuc");
  await expect(reader.getByRole("main")).not.toContainText(title);

  const editor = await signIn("bien-tap@demo.vn");
  await editor.goto("/can-bo/tin/moi");
  await editor.getByLabel("Tiêu đề", { exact: true }).fill(title);
  await editor.getByLabel("Tóm tắt", { exact: true }).fill("Từ tháng sau, quầy nhận hồ sơ thêm chiều thứ sáu.");
  await editor.getByLabel("Nội dung", { exact: true }).fill("Quầy nhận hồ sơ thêm chiều thứ sáu.\n\n## Vì sao\n\n- Nhiều bạn đi làm cả tuần.");
  await editor.getByLabel("Chuyên mục").selectOption({ index: 1 });
  await editor.getByRole("button", { name: "Lưu nháp" }).click();
  await expect(editor).toHaveURL(/\/can-bo\/tin\/[^m]/);
  await expectAccessible(editor);
  await editor.getByRole("button", { name: "Gửi duyệt" }).click();
  await expect(editor.getByText("Đã gửi duyệt.")).toBeVisible();
  await expect(editor.getByRole("button", { name: "Duyệt bài" })).toHaveCount(0);
  const address = new URL(editor.url()).pathname;

  const approver = await signIn("lanh-dao@demo.vn");
  await approver.goto(address);
  await approver.getByRole("button", { name: "Duyệt bài" }).click();
  await expect(approver.getByText("Đã duyệt. Bài chờ đăng.")).toBeVisible();
  await expectAccessible(approver);
  expect((await ask(world.demo.url, "/tin-tuc")).body).not.toContain(title);

  await editor.goto(address);
  await editor.getByRole("button", { name: "Đăng lên cổng" }).click();
  await expect(editor.getByText("Đã đăng lên cổng.")).toBeVisible();
  for (const path of ["/tin-tuc", "/tin-tuc.xml", "/api/v1/news", "/tim-kiem?q=chieu+thu+sau"])
    expect((await ask(world.demo.url, path)).body, path).toContain(title);
  await reader.goto("/tin-tuc");
  await reader.getByRole("link", { name: title }).click();
  await expect(reader.getByRole("heading", { name: "Vì sao" })).toBeVisible();
  await expectAccessible(reader);
});

test("npm run verify recomputes the whole trace of the demo world and finds it sound", () => {
  const { status, stdout } = spawnSync(process.execPath, ["app/commands/verify.mjs"], {
    cwd: house,
    encoding: "utf8",
    env: { ...process.env, DATABASE_URL: world.demo.database },
  });
  expect(stdout).toContain("The audit chain is sound");
  expect(status).toBe(0);
});

/** Rows that a form of the office could have made. */
async function countEverything(): Promise<number[]> {
  return Promise.all(["cases", "slips", "articles", "officials", "calendar_versions", "role_grants"].map((table) => countRows(table)));
}
