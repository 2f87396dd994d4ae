import { expect, expectNoSidewaysScroll, test, type Page } from "#tests/support/journey.ts";
import { house } from "#tests/support/source-files.ts";
import { query } from "#tests/support/rows.ts";
import { openRound } from "#tests/support/surveys.ts";

/** A phone, a desk, and what 200 % zoom leaves of a small desk; 320 px is the narrowest that WCAG 1.4.10 asks for. */
const widths = [320, 360, 640, 1280];
const pictured = [360, 1280];

const publicScreens: [name: string, path: () => Promise<string> | string][] = [
  ["trang-chu", () => "/"],
  ["thu-tuc", () => "/thu-tuc/cap-giay-phep-xay-dung-moi-doi-voi-nha-o-rieng-le"],
  ["khao-sat", async () => `/khao-sat/${(await openRound()).slug}`],
  ["gui-phan-anh", () => "/phan-anh/gui?loai=phan_anh_kien_nghi&thu-tuc=cap-giay-phep-xay-dung-moi-doi-voi-nha-o-rieng-le"],
  ["phan-anh", async () => `/phan-anh/${await publishedCase()}`],
  ["hai-long", () => "/hai-long"],
];

for (const [name, path] of publicScreens) {
  test(`the screen ${name} fits every width and is pictured`, async ({ newVisitor }) => {
    const page = await newVisitor();
    await picture(page, name, await path());
  });
}

test("the office's inbox and a case in it fit every width and are pictured", async ({ signIn }) => {
  test.setTimeout(180_000);
  const page = await signIn("tiep-nhan@demo.vn");
  await picture(page, "hop-viec", "/can-bo");
  await picture(page, "danh-sach-ho-so", "/can-bo/ho-so");
  const [open] = await query<{ code: string }>("select code from cases where state = 'MOI' order by next_due_on limit 1");
  await picture(page, "ho-so", `/can-bo/ho-so/${open?.code}`);
});

for (const path of [
  "/thu-tuc",
  "/tin-tuc",
  "/van-ban",
  "/hoi-dap",
  "/khao-sat",
  "/phan-anh",
  "/don-vi",
  "/ke-hoach",
  "/chi-so",
  "/chat-luong-phuc-vu",
  "/chat-luong-phuc-vu/phieu-ba-muc",
  "/chat-luong-phuc-vu/mot-cua",
  "/chat-luong-phuc-vu/bo-chi-so-766",
  "/kenh-tiep-nhan",
  "/du-lieu",
  "/minh-bach",
  "/tim-kiem?q=xay+dung",
]) {
  test(`${path} needs no sideways scrolling, in either language`, async ({ visitor: page }) => {
    for (const address of [path, `/en${path}`]) {
      await page.goto(address);
      for (const width of [320, 640]) {
        await page.setViewportSize({ width, height: 740 });
        await expectNoSidewaysScroll(page);
      }
    }
  });
}

async function picture(page: Page, name: string, path: string) {
  const answer = await page.goto(path);
  expect(answer?.status(), path).toBe(200);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  for (const width of widths) {
    await page.setViewportSize({ width, height: width < 700 ? 740 : 900 });
    await expectNoSidewaysScroll(page);
    if (pictured.includes(width)) await page.screenshot({ path: `${house}test-results/screens/${name}-${width}.png`, fullPage: true });
  }
}

async function publishedCase(): Promise<string> {
  const [found] = await query<{ slug: string }>(
    "select slug from public_copies where kind = 'case' and hidden_at is null order by length(content ->> 'answer') desc limit 1",
  );
  return found?.slug ?? "";
}
