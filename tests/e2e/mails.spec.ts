import { languages } from "#app/domain/content/vocabulary.ts";
import { messageTemplates } from "#app/domain/messages/vocabulary.ts";
import { renderMail } from "#app/mail/render-mail.ts";
import { desktop, expect, expectAccessible, test } from "#tests/support/journey.ts";
import { sampleMail } from "#tests/support/mail-samples.ts";
import { readMail } from "#tests/support/office.ts";
import { query } from "#tests/support/rows.ts";
import { house } from "#tests/support/source-files.ts";
import { world } from "#tests/support/worlds.ts";

for (const language of languages) {
  test(`every mail in ${language} fits a phone and a desk and is pictured`, async ({ newVisitor }) => {
    test.setTimeout(240_000);
    const page = await newVisitor({ javaScriptEnabled: true });
    for (const template of messageTemplates) {
      const { html } = renderMail(sampleMail(template, language), world.demo.url, true);
      for (const width of [360, 700]) {
        await page.setViewportSize({ width, height: 700 });
        await page.setContent(html);
        const widest = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(widest, `${template} at ${width} px`).toBeLessThanOrEqual(width);
        const card = await page.locator(".card").boundingBox();
        expect(card?.width, template).toBeLessThanOrEqual(600);
        await page.screenshot({ path: `${house}test-results/screens/mail-${template}-${language}-${width}.png`, fullPage: true });
      }
    }
  });
}

test("mails keep to the dark when their reader does, and are accessible", async ({ newVisitor }) => {
  const page = await newVisitor({ javaScriptEnabled: true });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setContent(renderMail(sampleMail("case_answered", "vi"), world.demo.url, true).html);
  await page.screenshot({ path: `${house}test-results/screens/mail-dark.png`, fullPage: true });
  await expectAccessible(page);
});

test("somebody follows a procedure: asks, confirms by the mail, sees the list, stops by one press", async ({ newVisitor, request }) => {
  const page = await newVisitor({ viewport: desktop });
  const email = `doc.gia.${Date.now()}@example.vn`;
  await page.goto("/thu-tuc/cap-giay-phep-xay-dung-moi-doi-voi-nha-o-rieng-le");
  await expect(page.getByRole("heading", { name: "Nhận thư khi có tin mới" })).toBeVisible();
  await page.getByLabel("Địa chỉ thư điện tử").fill("khong phai dia chi");
  await page.getByRole("button", { name: "Đăng ký" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Nhận tin qua thư điện tử" })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Địa chỉ thư điện tử").fill(email);
  await page.getByRole("button", { name: "Đăng ký" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Hãy mở hộp thư của bạn" })).toBeVisible();
  await expectAccessible(page);

  const link = /https?:\/\/\S+\/thu\/[0-9a-v]{42}/.exec(await readMail(page, email, /Xác nhận đăng ký nhận thư/))?.[0] ?? "";
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1, name: "Xác nhận nhận thư" })).toBeVisible();
  // A scanner that follows the link confirms nothing.
  expect(await statesOf(link)).toEqual(["pending"]);
  await page.getByRole("button", { name: "Xác nhận" }).click();
  await expect(page.getByText("Đã xác nhận.")).toBeVisible();
  await expectAccessible(page);
  expect(await statesOf(link)).toEqual(["active"]);
  await page.screenshot({ path: `${house}test-results/screens/dang-ky-thu-1280.png`, fullPage: true });

  // The mail program's own server: no cookie, no Origin, the body of RFC 8058.
  const token = link.split("/").at(-1) ?? "";
  const press = () => request.post(`/api/mail/unsubscribe/${token}`, { form: { "List-Unsubscribe": "One-Click" } });
  expect((await press()).status()).toBe(200);
  expect((await press()).status()).toBe(200);
  expect(await statesOf(link)).toEqual([]);
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1, name: "Đã ngừng" })).toBeVisible();
});

test("a program that fills in the hidden field hears the same and nothing is kept; the gateway's door is shut without a token", async ({
  request,
}) => {
  const form = { topic: "field", slug: "dat-dai", email: "may.moc@example.vn", more: "x" };
  const answer = await request.post("/nhan-thu", { form, headers: { Origin: world.demo.url }, maxRedirects: 0 });
  expect(answer.status()).toBe(302);
  const [kept] = await query<{ n: number }>("select count(*)::int as n from subscriptions where slug = 'dat-dai'");
  expect(kept?.n).toBe(0);
  const door = await request.post("/api/mail/incoming", { data: "From: a@example.vn\r\n\r\nx", headers: { "Content-Type": "message/rfc822" } });
  expect(door.status()).toBe(404);
});

test("a sender reads on the tracking page that a mail did not arrive, and sees no whole address", async ({ newVisitor, request }) => {
  const sent = await request.post("/api/v1/cases", {
    headers: { "Idempotency-Key": crypto.randomUUID() },
    data: {
      kind: "gop_y",
      subject: "Ghế chờ ở bộ phận một cửa",
      body: "Ghế chờ ở bộ phận một cửa đã cũ, người lớn tuổi khó ngồi. Mong được thay ghế có tựa.",
      contact: { email: "khong.toi@example.vn" },
      consent: true,
    },
  });
  expect(sent.status()).toBe(201);
  const { code, receiptKey } = (await sent.json()) as { code: string; receiptKey: string };
  const mine = "case_id = (select id from cases where code = $1)";
  await expect.poll(async () => (await query<{ state: string }>(`select state from messages where ${mine}`, [code]))[0]?.state).toBe("sent");
  await query(`update messages set state = 'bounced', reason = 'no_such_address', code = '550 5.1.1' where ${mine}`, [code]);

  const page = await newVisitor();
  await page.goto(`/phan-anh/tra-cuu?ma=${code}`);
  await page.locator("[name=receiptKey]").fill(receiptKey);
  await page.locator("[name=receiptKey]").press("Enter");
  await expect(page.getByText("chưa tới được k…@e….vn")).toBeVisible();
  await expect(page.getByText("bị trả lại, không có địa chỉ này, 550 5.1.1")).toBeVisible();
  expect(await page.content()).not.toContain("khong.toi");
  await expectAccessible(page);
  await page.screenshot({ path: `${house}test-results/screens/thu-chua-toi-360.png`, fullPage: true });
});

async function statesOf(link: string): Promise<string[]> {
  const value = [...(link.split("/").at(-1) ?? "")].reduce((sum, digit) => sum * 32n + BigInt(Number.parseInt(digit, 32)), 0n);
  const id = value.toString(16).padStart(52, "0").slice(0, 32);
  return (await query<{ state: string }>(`select state from subscriptions where replace(id::text, '-', '') = '${id}'`)).map(({ state }) => state);
}
