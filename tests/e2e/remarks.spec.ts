import { desktop, expect, expectAccessible, type Page, phone, test } from "#tests/support/journey.ts";
import { query } from "#tests/support/rows.ts";

const numbered = (n: number) => `Quầy hướng dẫn tận tình lần thứ ${n}, tôi rất hài lòng.`;
const withPhone = "Tôi hỏi gì cũng được trả lời, cần thì gọi số 0912 345 678 để hỏi thêm về hồ sơ.";
const reason = "Người viết đề nghị gỡ lời của mình";

/** Five answers about the first unit of a round whose results are public: the demo's newest of this authority. */
async function writeAnswers(): Promise<string> {
  const [round] = await query<{ id: string; slug: string; unit: string }>(
    `select r.id, r.slug, u.unit_id as unit from rounds r join round_units u on u.round_id = r.id
     where r.state = 'published' and r.slug like 'kktvp-%' order by r.closes_on desc, u.unit_id limit 1`,
  );
  if (!round) throw new Error("The demo has no published round");
  for (const body of [withPhone, ...[1, 2, 3, 4].map(numbered)]) {
    await query("insert into sheet_texts (round_id, unit_id, question, body, month) values ($1, $2, 'K1', $3, '2026-01-01') returning id", [
      round.id,
      round.unit,
      body,
    ]);
  }
  return round.slug;
}

const cardOf = (page: Page, text: string) => page.locator("article[data-remark]").filter({ hasText: text });

async function expectAccessibleAtBoth(page: Page) {
  for (const viewport of [phone, desktop]) {
    await page.setViewportSize(viewport);
    await expectAccessible(page);
  }
}

test("an open answer is read, tagged, held back by the detector, approved by somebody else, and read by everybody", async ({ signIn, visitor }) => {
  test.setTimeout(300_000);
  const slug = await writeAnswers();
  const list = `/can-bo/khao-sat/${slug}/loi-gop-y`;

  const manager = await signIn("khao-sat@demo.vn");
  await manager.goto(`/can-bo/khao-sat/${slug}`);
  await manager.getByRole("link", { name: "Đọc lời góp ý" }).click();
  await manager.getByLabel("Tìm chữ").fill("tan tinh lan thu");
  await manager.getByRole("main").getByRole("button", { name: "Lọc", exact: true }).click();
  await expect(manager.locator("article[data-remark]")).toHaveCount(4);
  await expectAccessibleAtBoth(manager);

  // Three at once get a tag.
  for (const n of [1, 2, 3]) await cardOf(manager, numbered(n)).getByRole("checkbox").check();
  await manager.locator("#nhan-gan").selectOption({ label: "Hướng dẫn rõ ràng" });
  await manager.getByRole("button", { name: "Gắn nhãn" }).click();
  await expect(manager.getByText("Đã gắn nhãn.")).toBeVisible();
  await expect(cardOf(manager, numbered(2))).toContainText("Đã đọc");
  await expect(cardOf(manager, numbered(4))).toContainText("Chưa đọc");

  await manager.goto(`${list}?q=hoi+gi+cung`);
  const card = cardOf(manager, "Tôi hỏi gì cũng được trả lời");
  await expect(card.locator("mark").first()).toContainText("0912 345 678");
  await card.locator("summary").getByText("Đề xuất công khai").click();
  await expect(card.getByLabel("Chữ mọi người sẽ đọc")).toHaveValue(/\[số điện thoại\]/);
  // Who puts the number back is held up by the detector.
  await card.getByLabel("Chữ mọi người sẽ đọc").fill(withPhone);
  await card.getByRole("button", { name: "Đề xuất", exact: true }).click();
  await expect(manager.getByText(/thông tin cá nhân chưa quyết định/)).toBeVisible();
  await expect(card.getByText("Bộ dò đánh dấu trong chữ bạn viết")).toBeVisible();
  await expectAccessibleAtBoth(manager);
  // Nor may words be added.
  await card.getByLabel("Chữ mọi người sẽ đọc").fill("Tôi rất khen cán bộ.");
  await card.getByRole("button", { name: "Đề xuất", exact: true }).click();
  await expect(manager.getByText(/Chỉ được bỏ bớt chữ/).first()).toBeVisible();
  await card.getByLabel("Chữ mọi người sẽ đọc").fill("Tôi hỏi gì cũng được trả lời, […].");
  await card.getByRole("button", { name: "Đề xuất", exact: true }).click();
  await expect(manager.getByText("Đã đề xuất. Cần một người khác duyệt.")).toBeVisible();
  await expect(card.getByRole("button", { name: "Duyệt và công khai" })).toHaveCount(0);
  await visitor.goto(`/hai-long/${slug}/loi-gop-y`);
  await expect(visitor.getByRole("main")).not.toContainText("Tôi hỏi gì cũng được trả lời");

  const approver = await signIn("lanh-dao@demo.vn");
  await approver.goto(list);
  const proposed = cardOf(approver, "Tôi hỏi gì cũng được trả lời");
  await expect(proposed).not.toContainText("0912");
  await expect(approver.getByRole("main")).not.toContainText(numbered(1));
  await expectAccessibleAtBoth(approver);
  await proposed.getByRole("button", { name: "Duyệt và công khai" }).click();
  await expect(approver.getByText("Đã công khai.")).toBeVisible();

  for (const path of [`/hai-long/${slug}/loi-gop-y`, `/en/hai-long/${slug}/loi-gop-y`, `/hai-long/${slug}/loi-gop-y?q=hoi+gi+cung`]) {
    await visitor.goto(path);
    await expect(visitor.getByRole("main")).toContainText("Tôi hỏi gì cũng được trả lời, […].");
    await expect(visitor.getByRole("main")).not.toContainText("0912");
    await expectAccessibleAtBoth(visitor);
  }
  await visitor.goto(`/hai-long/${slug}`);
  await expect(visitor.getByRole("heading", { name: "Người dân nói gì" })).toBeVisible();

  await manager.goto(`${list}?trang-thai=published&q=hoi+gi+cung`);
  await card.locator("summary").getByText("Ẩn khỏi cổng").click();
  await card
    .getByLabel(/^Lý do/)
    .first()
    .fill(reason);
  await card.getByRole("button", { name: "Ẩn khỏi cổng" }).click();
  await expect(manager.getByText("Đã ẩn khỏi cổng.")).toBeVisible();
  await visitor.goto(`/hai-long/${slug}/loi-gop-y`);
  await expect(visitor.getByRole("main")).not.toContainText("Tôi hỏi gì cũng được trả lời");
});

test("raw answers leave as files only with a reason, and the reason stands in the trace", async ({ signIn }) => {
  test.setTimeout(180_000);
  const [round] = await query<{ id: string; slug: string; sheets: number }>(
    "select id, slug, (select count(*)::int from sheets s where s.round_id = r.id) as sheets from rounds r where state = 'published' and slug like 'kktvp-%' order by closes_on desc limit 1",
  );
  if (!round) throw new Error("The demo has no published round");
  const manager = await signIn("khao-sat@demo.vn");
  await manager.goto(`/can-bo/khao-sat/${round.slug}/phieu-goc`);
  await expectAccessibleAtBoth(manager);
  await manager.getByRole("button", { name: "Tải CSV" }).click();
  await expect(manager.getByText(/Hãy ghi mục đích sử dụng/)).toBeVisible();

  await manager.getByLabel("Mục đích sử dụng").fill("Phân tích cho báo cáo năm E2E");
  const [file] = await Promise.all([manager.waitForEvent("download"), manager.getByRole("button", { name: "Tải CSV" }).click()]);
  expect(file.suggestedFilename()).toBe(`${round.slug}.csv`);
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(Buffer.from(chunk as Uint8Array));
  const lines = Buffer.concat(chunks).toString("utf8").trimEnd().split("\r\n");
  expect(lines).toHaveLength(round.sheets + 1);
  expect(lines[0]).toMatch(/^\uFEFFunit,procedure,mode,language,month,excluded,flag_speeder,/);

  const [syntax] = await Promise.all([
    manager.waitForEvent("download"),
    manager.getByRole("link", { name: "Cú pháp SPSS, nhãn tiếng Việt" }).click(),
  ]);
  expect(syntax.suggestedFilename()).toBe(`${round.slug}.sps`);
  const trace = await query<{ data: { reason: string } }>("select data from audit_events where act = 'round.answers_exported' and subject_id = $1", [
    round.id,
  ]);
  expect(trace.map(({ data }) => data.reason)).toEqual(["Phân tích cho báo cáo năm E2E"]);
});
