import { XMLParser, XMLValidator } from "fast-xml-parser";
import { desktop, expect, expectAccessible, test, type Page } from "#tests/support/journey.ts";

/** Lists whose first entry is opened too. */
const lists = ["/thu-tuc", "/tin-tuc", "/van-ban", "/don-vi", "/ke-hoach", "/chi-so", "/phan-anh", "/khao-sat", "/hai-long"];
const singles = [
  "/hoi-dap",
  "/doi-thoai",
  "/kenh-tiep-nhan",
  "/du-lieu",
  "/minh-bach",
  "/quyen-rieng-tu",
  "/tro-nang",
  "/phan-anh/tra-cuu",
  "/dang-nhap",
];

for (const path of lists) {
  test(`${path} and what it lists can be read in Vietnamese and English, on a desk and on a phone`, async ({ newVisitor, visitor: phone }) => {
    const desk = await newVisitor({ viewport: desktop });
    await readThrough(desk, path, "vi");
    await readThrough(phone, `/en${path}`, "en");
  });
}

test("the pages that stand alone can be read in both languages", async ({ newVisitor, visitor: phone }) => {
  test.setTimeout(180_000);
  const desk = await newVisitor({ viewport: desktop });
  for (const path of singles) {
    await open(desk, path, "vi");
    await open(phone, `/en${path}`, "en");
  }
});

test("the language is changed on the page itself, and search and filters come along", async ({ newVisitor }) => {
  const page = await newVisitor({ viewport: desktop });
  await page.goto("/thu-tuc?q=xay+dung");
  await page.getByRole("banner").getByRole("link", { name: "English" }).first().click();
  await expect(page).toHaveURL(/\/en\/thu-tuc\?q=xay\+dung/);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("banner").getByRole("link", { name: "Tiếng Việt" }).first().click();
  await expect(page).toHaveURL(/\/thu-tuc\?q=xay\+dung/);
});

test("the keyboard reaches the content past the header, and sees where it is", async ({ newVisitor }) => {
  const page = await newVisitor({ viewport: desktop });
  await page.goto("/");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Đến nội dung chính" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const focused = page.locator(":focus");
  expect(await focused.evaluate((element) => element.closest("main") !== null)).toBe(true);
  const outline = await focused.evaluate((element) => getComputedStyle(element).outlineStyle + getComputedStyle(element).boxShadow);
  expect(outline).not.toBe("nonenone");
});

for (const [address, pages] of [
  ["/tin-tuc.xml", "/tin-tuc/"],
  ["/en/tin-tuc.xml", "/en/tin-tuc/"],
  ["/phan-anh.xml", "/phan-anh/"],
] as const) {
  test(`the feed ${address} is sound XML whose entries lead to their pages`, async ({ request, baseURL }) => {
    const answer = await request.get(address);
    expect(answer.headers()["content-type"]).toMatch(/application\/(rss|atom)\+xml/);
    const text = await answer.text();
    expect(XMLValidator.validate(text)).toBe(true);

    const feed = new XMLParser({ ignoreAttributes: false }).parse(text) as Feed;
    const entries = feed.rss?.channel.item ?? feed.feed?.entry ?? [];
    expect(entries.length).toBeGreaterThan(10);
    const links = entries.map(({ link }) => (typeof link === "string" ? link : link["@_href"]));
    expect(new Set(links).size).toBe(links.length);
    expect(links.filter((link) => !link.startsWith(`${baseURL}${pages}`))).toEqual([]);
    const days = entries.map((entry) => Date.parse(entry.pubDate ?? entry.updated ?? ""));
    expect(days.filter(Number.isNaN)).toEqual([]);
    expect((await request.get(links[0] ?? "")).status()).toBe(200);
  });
}

test("an address that leads nowhere is a page with the next step, in the language of the address", async ({ visitor: page }) => {
  for (const [path, title] of [
    ["/khong-co-trang-nay", "Không tìm thấy trang"],
    ["/en/no-such-page", "not found"],
    ["/thu-tuc/khong-co", "Không tìm thấy trang"],
    ["/tin-tuc/khong-co", "Không tìm thấy trang"],
    ["/don-vi/khong-co", "Không tìm thấy trang"],
    ["/khao-sat/khong-co", "Không tìm thấy trang"],
    ["/hai-long/khong-co", "Không tìm thấy trang"],
  ] as const) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  }
  await expectAccessible(page);
});

type Feed = {
  rss?: { channel: { item: { link: string; pubDate: string; updated?: string }[] } };
  feed?: { entry: { link: { "@_href": string }; updated: string; pubDate?: string }[] };
};

/** The list, then the first of what it lists. */
async function readThrough(page: Page, path: string, language: string) {
  await open(page, path, language);
  const item = page.getByRole("main").locator(`a[href^="${path}/"]:not([href$="/gui"]):not([href$="/tra-cuu"])`).first();
  const address = await item.getAttribute("href");
  await open(page, address ?? "", language);
}

async function open(page: Page, path: string, language: string) {
  const answer = await page.goto(path);
  expect(answer?.status(), path).toBe(200);
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expectAccessible(page);
}
