import { expect, type Page, test } from "#tests/support/journey.ts";

/** The help that comes after React has taken the page over. */
const enhanced = (page: Page) => expect(page.locator("html[data-enhanced]")).toHaveCount(1);

test("a form of the office is sent once, however often its button is pressed", async ({ signIn }) => {
  const page = await signIn("bien-tap@demo.vn");
  await page.goto("/can-bo/tin/moi");
  await enhanced(page);
  await page.locator('[name="summaryVi"]').fill("Bấm hai lần");
  const sent: string[] = [];
  page.on("request", (request) => void (request.method() === "POST" && sent.push(request.url())));
  await page.getByRole("button", { name: "Lưu nháp" }).dblclick();
  await expect(page.locator(".error-summary")).toBeVisible();
  expect(sent).toHaveLength(1);

  await page.getByRole("button", { name: "Lưu nháp" }).click();
  await expect(page.locator(".error-summary")).toBeVisible();
  expect(sent).toHaveLength(2);
});

test("what was typed in the office survives a reload in its tab, and is forgotten when it is sent", async ({ signIn }) => {
  const page = await signIn("bien-tap@demo.vn");
  await page.goto("/can-bo/tin/moi");
  await enhanced(page);
  const body = page.locator('[name="bodyVi"]');
  await body.fill("Đoạn đang viết dở.");
  await page.reload();
  await expect(body).toHaveValue("Đoạn đang viết dở.");

  await page.getByRole("button", { name: "Lưu nháp" }).click();
  await expect(page.locator(".error-summary")).toBeVisible();
  await page.goto("/can-bo/tin/moi");
  await enhanced(page);
  await expect(body).toHaveValue("");
});
