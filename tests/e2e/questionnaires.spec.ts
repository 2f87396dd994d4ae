import { expect, expectAccessible, test, type Page } from "#tests/support/journey.ts";
import { query } from "#tests/support/rows.ts";
import { makeEveryKindRound } from "#tests/support/every-kind.ts";

const manager = "khao-sat@demo.vn";

/** Adds a question in the editor and fills in what its page asks for. */
async function addQuestion(page: Page, kind: string, code: string, fill: (page: Page) => Promise<void>) {
  await page.getByLabel("Loại", { exact: true }).selectOption({ label: kind });
  await page.getByLabel("Mã", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Thêm", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Câu ${code}`);
  await page.getByLabel("Câu hỏi (tiếng Việt)").fill(`Câu hỏi ${code}`);
  await page.getByLabel("Câu hỏi (tiếng Anh)").fill(`Question ${code}`);
  await fill(page);
  await page.getByRole("button", { name: "Lưu", exact: true }).click();
  await expect(page.getByText("Đã lưu.")).toBeVisible();
}

test("a survey manager writes a questionnaire without JavaScript, previews it in both languages and finishes it", async ({ newVisitor, signIn }) => {
  const signedIn = await signIn(manager);
  const cookies = await signedIn.context().cookies();
  const page = await newVisitor({ viewport: { width: 1280, height: 900 } });
  await page.context().addCookies(cookies);

  await page.goto("/can-bo/bo-cau-hoi");
  await expectAccessible(page);
  await page.getByLabel("Mã mẫu phiếu").fill("thu-bien-tap");
  await page.getByRole("button", { name: "Bắt đầu soạn" }).click();
  await expect(page).toHaveURL(/\/can-bo\/bo-cau-hoi\/thu-bien-tap\/1$/);
  await expectAccessible(page);

  await page.getByRole("button", { name: "Hoàn tất phiên bản" }).click();
  await expect(page.getByText("Bản này còn chỗ thiếu.")).toBeVisible();

  for (const part of ["title", "intro", "consent", "closing"]) {
    for (const lang of ["vi", "en"]) await page.locator(`[name="${part}.${lang}"]`).fill(`${part} ${lang}`);
  }
  await page.locator("details[open] button[value=heading]").click();
  await expect(page.getByText("Đã lưu.")).toBeVisible();

  await addQuestion(page, "Năm mức", "A1", async (at) => at.getByLabel("Bắt buộc trả lời").check());
  await addQuestion(page, "Chọn một", "Q1", async (at) => {
    for (const [index, code] of ["a", "b"].entries()) {
      await at.locator(`[name="option.${index}.code"]`).fill(code);
      for (const lang of ["vi", "en"]) await at.locator(`[name="option.${index}.${lang}"]`).fill(`${code} ${lang}`);
    }
    await at.getByLabel("Chỉ hỏi nếu ở câu").selectOption("A1");
    await at.getByLabel("người trả lời chọn một trong các mã").fill("1, 2");
  });
  await expectAccessible(page);

  await page.getByRole("button", { name: "Chuyển câu Q1 lên trên" }).click();
  await expect(page.getByText("điều kiện phải dựa trên câu đứng trước")).toBeVisible();
  await page.getByRole("button", { name: "Chuyển câu Q1 xuống dưới" }).click();
  await expect(page.getByText("Không còn chỗ nào thiếu.")).toBeVisible();

  await page.getByRole("link", { name: "Xem như người trả lời" }).click();
  await expect(page.getByText("Chỉ trả lời nếu câu “Câu hỏi A1” bạn chọn “Rất không hài lòng hoặc Không hài lòng”.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Tiếng Anh" }).click();
  await expect(page.getByText("Question Q1")).toBeVisible();
  await page.goto("/can-bo/bo-cau-hoi/thu-bien-tap/1");

  const exported = await page.request.get("/can-bo/bo-cau-hoi/thu-bien-tap/1/tep");
  expect(await exported.json()).toMatchObject({ code: "thu-bien-tap", version: 1, questions: [{ code: "A1" }, { code: "Q1" }] });
  await page.getByRole("button", { name: "Hoàn tất phiên bản" }).click();
  await expect(page.getByText("Đã hoàn tất phiên bản này.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Chuyển câu Q1 lên trên" })).toHaveCount(0);

  await page.goto("/can-bo/bo-cau-hoi");
  await page.getByLabel("Tệp JSON").setInputFiles({ name: "thu.json", mimeType: "application/json", buffer: await exported.body() });
  await page.getByRole("button", { name: "Nhập tệp" }).click();
  await expect(page).toHaveURL(/\/can-bo\/bo-cau-hoi\/thu-bien-tap\/2$/);
  await page.getByRole("button", { name: "Bỏ bản đang soạn" }).click();
  await expect(page.getByText("Đã bỏ bản đang soạn.")).toBeVisible();
});

test("a respondent at 360 px without JavaScript meets every kind of question, and loses nothing to an error", async ({ visitor: page }) => {
  const { slug, id } = await makeEveryKindRound();
  await page.goto(`/khao-sat/${slug}`);
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expect(page.getByText(/Chỉ trả lời nếu câu/)).toHaveCount(1);

  await page.locator('[name="a.G1"][value="2"]').check();
  await page.locator('[name="c.T1"][value="na"]').check();
  await page.locator('[name="c.M1"][value="a"]').check();
  await page.locator('[name="c.M1"][value="b"]').check();
  await page.locator('[name="c.Y1"][value="yes"]').check();
  await page.locator('[name="c.N1"]').fill("900");
  await page.locator('[name="r.R1:b"]').selectOption("1");
  await page.locator('[name="r.R1:a"]').selectOption("1");
  await page.locator('[name="t.K1"]').fill("Ngắn gọn.");
  await page.locator('[name="c.P1"]').fill("37");
  await page.getByRole("button", { name: "Gửi phiếu" }).click();

  await expect(page.getByRole("alert")).toContainText("hãy ghi một số từ 0 đến 20");
  await expect(page.getByRole("alert")).toContainText("hãy xếp lần lượt từ 1");
  await expect(page.getByRole("alert")).toContainText("hãy chọn một mức");
  await expectAccessible(page);
  await expect(page.locator('[name="c.M1"][value="b"]')).toBeChecked();
  await expect(page.locator('[name="r.R1:b"]')).toHaveValue("1");
  await expect(page.locator('[name="t.K1"]')).toHaveValue("Ngắn gọn.");

  await page.locator('[name="a.G2"][value="5"]').check();
  await page.locator('[name="c.N1"]').fill("7");
  await page.locator('[name="r.R1:a"]').selectOption("2");
  await page.getByRole("button", { name: "Gửi phiếu" }).click();
  await expect(page).toHaveURL(/\/cam-on$/);
  expect(await query("select answers::text, choices::text from sheets where round_id = $1", [id])).toEqual([
    { answers: "{2,5}", choices: "{4,3,1,0,8,12,2}" },
  ]);
});

test("with JavaScript a question that is not asked is hidden until it is", async ({ newVisitor }) => {
  const { slug } = await makeEveryKindRound();
  const page = await newVisitor({ javaScriptEnabled: true });
  await page.goto(`/khao-sat/${slug}`);
  const asked = page.locator('[name="c.S1"]').first();
  await expect(asked).toBeHidden();
  await page.locator('[name="c.Y1"][value="yes"]').check();
  await expect(asked).toBeVisible();
  await page.locator('[name="c.Y1"][value="no"]').check();
  await expect(asked).toBeHidden();
});
