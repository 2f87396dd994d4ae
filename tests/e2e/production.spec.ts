import { spawnSync } from "node:child_process";
import { TOTP } from "otpauth";
import postgres from "postgres";
import { desktop, demoPassword, expect, expectAccessible, phone, test, type Page } from "#tests/support/journey.ts";
import { house } from "#tests/support/source-files.ts";
import { world } from "#tests/support/worlds.ts";

test.use({ baseURL: async ({}, use) => use(world.empty.url) });

const admin = { email: "quan.tri@co-quan.example", name: "Cao Thị Quản Trị", password: "mưa rào trên mái tôn cũ" };

test("a portal on an empty database has its tables and calendar, and nobody and nothing of the demo", async ({ newVisitor }) => {
  const client = postgres(world.empty.database, { max: 1 });
  const [rows] = await client`select
    (select count(*) from cases)::int as cases, (select count(*) from sheets)::int as sheets, (select count(*) from public_copies)::int as copies,
    (select count(*) from officials where demo)::int as demo_officials, (select count(*) from portal_facts where name = 'demo')::int as demo_facts,
    (select count(*) from deadline_rules)::int > 10 as rules, (select count(*) from calendar_days)::int > 50 as calendar`;
  await client.end();
  expect(rows).toEqual({ cases: 0, sheets: 0, copies: 0, demo_officials: 0, demo_facts: 0, rules: true, calendar: true });

  const page = await newVisitor({ viewport: phone });
  for (const path of ["/", "/thu-tuc", "/tin-tuc", "/phan-anh", "/hai-long", "/khao-sat", "/don-vi", "/phan-anh/gui?loai=gop_y", "/en"]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(200);
    await expectAccessible(page);
    await expect(page.locator("body")).not.toContainText(/mẫu\)|demo\.vn/);
  }
});

test("the developer's pages and the demo's sign-ins are not there", async ({ request, visitor: page }) => {
  for (const path of ["/dev/hom-thu", "/dev/gallery"]) expect((await request.get(path)).status(), path).toBe(404);
  await page.goto("/dang-nhap");
  await expect(page.getByRole("main")).not.toContainText("demo");
  await page.getByLabel("Thư điện tử").fill("quan-tri@demo.vn");
  await page.getByLabel("Mật khẩu", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByLabel("Thư điện tử")).toHaveValue("quan-tri@demo.vn");
  await expectAccessible(page);
});

test("npm run admin makes the first administrator, who must set up a second factor before anything else", async ({ newVisitor }) => {
  expect(makeAdmin({ ...admin, password: "ngắn quá" }).code).toBe(1);
  const made = makeAdmin(admin);
  expect(made.output).toContain("/dang-nhap");
  expect(made.code).toBe(0);
  const second = makeAdmin({ ...admin, email: "nguoi-khac@co-quan.example" });
  expect(second.code).toBe(1);
  expect(second.output).toContain("--another");

  const page = await newVisitor({ javaScriptEnabled: true, viewport: desktop });
  await page.goto("/can-bo");
  await page.getByLabel("Thư điện tử").fill(admin.email);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(admin.password);
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thiết lập mã xác thực");
  await expectAccessible(page);

  await page.goto("/can-bo/nguoi-dung");
  await expect(page).toHaveURL(/\/dang-nhap\/thiet-lap-ma/);

  await page.getByText("Không quét được").click();
  const secret = (await page.locator("details .code").innerText()).replaceAll(/\s/g, "");
  const app = new TOTP({ secret });
  await page.getByLabel("Mã 6 chữ số").fill("000000");
  await page.getByRole("button", { name: "Xác nhận và vào phòng làm việc" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("Mã 6 chữ số").fill(app.generate());
  await page.getByRole("button", { name: "Xác nhận và vào phòng làm việc" }).click();
  await expect(page).toHaveURL(/\/can-bo/);
  await expectAccessible(page);
  expect((await page.goto("/can-bo/nguoi-dung"))?.status()).toBe(200);
  await expect(page.getByRole("main")).toContainText(admin.name);
  await expectAccessible(page);

  await signInWithCode(await newVisitor({ javaScriptEnabled: true, viewport: desktop }), app);
});

/** At the second sign-in the code is asked for; one that was used is not taken again. */
async function signInWithCode(page: Page, app: TOTP) {
  await page.goto("/dang-nhap");
  await page.getByLabel("Thư điện tử").fill(admin.email);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(admin.password);
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nhập mã xác thực");
  await expectAccessible(page);
  // The code of the next half minute: the one of this was used to set the factor up.
  const next = app.generate({ timestamp: Date.now() + 30_000 });
  await page.getByLabel("Mã 6 chữ số").fill("123");
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("Mã 6 chữ số").fill(next);
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await expect(page).toHaveURL(/\/can-bo/);
}

/** `npm run admin` without a terminal, on the empty world's database. */
function makeAdmin({ email, name, password }: typeof admin) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["app/commands/admin.mjs", "--email", email, "--name", name], {
    cwd: house,
    encoding: "utf8",
    env: { ...process.env, DATABASE_URL: world.empty.database, ADMIN_PASSWORD: password },
  });
  return { code: status, output: stdout + stderr };
}
