import { expectAccessible, expectNoSidewaysScroll, expect, onPhone, test } from "#tests/support/journey.ts";
import { query } from "#tests/support/rows.ts";

/** A list of forty dossiers of two units: every fourth person has an e-mail address. */
const listOf = (units: readonly string[]) =>
  ["Mã hồ sơ;Đơn vị giải quyết;Họ và tên;Email;Địa chỉ"]
    .concat(
      units.flatMap((unit, of) =>
        Array.from(
          { length: 20 },
          (_, at) => `HS-${of}-${at};${unit};Người Mẫu ${of}.${at};${at % 4 ? "" : `mau${of}${at}@vi-du.vn`};${at} đường Mẫu, phường Mẫu`,
        ),
      ),
    )
    .concat("HS-x;đơn vị không có;Ai Đó;;1 đường Mẫu")
    .join("\n");

const slug = "mau-rut-thu";

/** A round of the demo that draws, not opened yet; gives two of its units. */
async function makeRound(): Promise<string[]> {
  await query(
    `insert into rounds (slug, state, stage, title_vi, title_en, authority_id, questionnaire_version_id, opens_on, closes_on, target, modes)
     select $1, 'draft', 'approved', 'Khảo sát mẫu rút', 'Drawn survey', authority_id, questionnaire_version_id, opens_on, closes_on, target, '{sample}'
     from rounds where state = 'open' and slug like 'kktvp-%' and not exists (select 1 from rounds where slug = $1) limit 1`,
    [slug],
  );
  await query(
    `insert into round_units (round_id, unit_id, unit_version_id)
     select r.id, u.unit_id, u.unit_version_id from rounds r, round_units u join rounds o on o.id = u.round_id
     where r.slug = $1 and o.state = 'open' and o.slug like 'kktvp-%' on conflict do nothing`,
    [slug],
  );
  const units = await query<{ slug: string }>(
    "select units.slug from round_units join units on units.id = unit_id join rounds on rounds.id = round_id where rounds.slug = $1 order by 1 limit 2",
    [slug],
  );
  return units.map((unit) => unit.slug);
}

test("a list becomes a sample: planned, drawn, written to; who answers by code is left out of reminders", async ({ signIn, newVisitor }) => {
  test.setTimeout(180_000);
  const units = await makeRound();
  const here = `/can-bo/khao-sat/${slug}/mau`;
  const office = await signIn("khao-sat@demo.vn");
  await office.goto(`/can-bo/khao-sat/${slug}`);
  await office.getByRole("link", { name: "Mở đợt" }).click();
  await office.getByRole("button", { name: "Mở đợt" }).click();
  await expect(office.getByText("Đã mở đợt.")).toBeVisible();
  await office.getByRole("link", { name: "Mẫu ngẫu nhiên của đợt này" }).click();
  await expectAccessible(office);

  await office.getByLabel("Tệp danh sách").setInputFiles({ name: "ho-so.csv", mimeType: "text/csv", buffer: Buffer.from(listOf(units)) });
  await office.getByRole("button", { name: "Đọc tệp" }).click();
  await expect(office).toHaveURL(/\/danh-sach$/);
  await expect(office.getByText("40 hồ sơ rút được (10 qua thư điện tử, 30 bằng thư giấy); 1 dòng sai")).toBeVisible();
  await expect(office.getByText("Không nhận ra đơn vị, hoặc đơn vị không thuộc đợt này.")).toBeVisible();
  await expectAccessible(office);
  const wrong = office.waitForEvent("download");
  await office.getByRole("button", { name: "Tải các dòng sai" }).click();
  expect((await wrong).suggestedFilename()).toBe("dong-sai-mau.csv");
  await office.getByRole("button", { name: "Dùng danh sách này" }).click();

  await expect(office).toHaveURL(/\/ke-hoach$/);
  await office.getByLabel("Sai số cho phép (điểm phần trăm)").fill("20");
  await office.getByLabel("Tỷ lệ trả lời dự kiến (%)").fill("80");
  await office.getByRole("button", { name: "Tính", exact: true }).click();
  // Slovin: 40 / (1 + 40 · 0.04) = 15.4, so 16 answers, 8 of each unit, and 10 people for 8 answers.
  await expect(office.getByText("Cần 16 phiếu, phải mời 20 trong 40 người.")).toBeVisible();
  await expectAccessible(office);
  await office.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(office);
  await office.setViewportSize({ width: 1280, height: 900 });
  await office.getByLabel("Số khởi tạo ngẫu nhiên").fill("12345");
  await office.getByRole("button", { name: "Chọn ngẫu nhiên 20 người" }).click();
  await expect(office.getByText("Đã chọn 20 người. Những người khác trong danh sách đã bị xóa.")).toBeVisible();
  await expectAccessible(office);
  const [kept] = await query<{ sealed: unknown; seed: string }>(
    "select sealed_rows as sealed, seed from sample_frames f join rounds r on r.id = round_id where r.slug = $1",
    [slug],
  );
  expect(kept).toEqual({ sealed: null, seed: "12345" });

  const byMail = office.getByRole("button", { name: /^Gửi \d+ thư mời qua thư điện tử$/ });
  if (await byMail.isVisible()) await byMail.click();
  const print = office.getByRole("button", { name: /^In \d+ thư mời$/ });
  const letters = Number(/\d+/.exec(await print.innerText())?.[0]);
  await print.click();
  await expect(office.getByRole("heading", { name: `Lô 1: ${letters} thư`, level: 1 })).toBeVisible();
  await expect(office.locator(".letter")).toHaveCount(letters);
  await expectAccessible(office);
  const code = (await office.locator(".letter-code").first().innerText()).trim();
  expect(code).toMatch(/^\w{4}-\w{4}-\w{4}$/);

  const citizen = await newVisitor(onPhone);
  for (const method of ["GET", "HEAD"]) expect((await citizen.request.fetch(`/p/${code}`, { method })).status()).toBe(200);
  await citizen.goto(`/p/${code}`);
  const names = await citizen
    .locator('main form input[type="radio"][name^="a."]')
    .evaluateAll((inputs) => [...new Set(inputs.map((input) => (input as HTMLInputElement).name))]);
  for (const name of names) await citizen.locator(`main form input[name="${name}"][value="5"]`).check({ force: true });
  await citizen.locator("main form button").last().click();
  await expect(citizen).toHaveURL(/\/cam-on$/);

  await office.goto(here);
  await expect(office.locator("#theo-tang tr").last()).toContainText("1");
  const [answered] = await query<{ n: number; days: number }>(
    "select count(*)::int as n, count(used_on)::int as days from slips s join rounds r on r.id = round_id where r.slug = $1 and s.state = 'used'",
    [slug],
  );
  expect(answered).toEqual({ n: 1, days: 0 });

  // A week later.
  await query(
    "update sample_people set invited_on = invited_on - 7 where frame_id in (select f.id from sample_frames f join rounds r on r.id = round_id where r.slug = $1)",
    [slug],
  );
  await office.goto(here);
  await office.getByRole("button", { name: `In ${letters - 1} thư nhắc` }).click();
  await expect(office.locator(".letter")).toHaveCount(letters - 1);
  await expect(office.locator(".letter-code").filter({ hasText: code })).toHaveCount(0);
});
