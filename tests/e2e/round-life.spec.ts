import { getJson } from "#tests/support/api.ts";
import { expect, expectAccessible, test, type Page } from "#tests/support/journey.ts";
import { query } from "#tests/support/rows.ts";
import { world } from "#tests/support/worlds.ts";

const slugOf = async (stage: string) => {
  const [round] = await query<{ slug: string }>("select slug from rounds where stage = $1 order by slug limit 1", [stage]);
  if (!round) throw new Error(`The demo has no round at ${stage}`);
  return round.slug;
};

/** Chooses an act of a round and confirms it. */
async function act(page: Page, words: string, done: string) {
  await page.getByRole("link", { name: words, exact: true }).click();
  await page.getByRole("button", { name: words, exact: true }).click();
  await expect(page.getByText(done)).toBeVisible();
}

test("a draft is returned with a reason, changed, handed in again, approved by somebody else and discarded", async ({ signIn }) => {
  test.setTimeout(120_000);
  const slug = await slugOf("to_approve");
  const [leader, manager] = [await signIn("lanh-dao@demo.vn"), await signIn("khao-sat@demo.vn")];
  await leader.goto(`/can-bo/khao-sat/${slug}`);
  await expect(leader.getByText("Bước 2 trên 9: Duyệt")).toBeVisible();
  await leader.getByRole("link", { name: "Trả lại", exact: true }).click();
  await leader.getByLabel("Lý do").fill("Ngày kết thúc trùng dịp Tết.");
  await expectAccessible(leader);
  await leader.getByRole("button", { name: "Trả lại", exact: true }).click();
  await expect(leader.getByText("Đã trả lại bản dự thảo.")).toBeVisible();

  await manager.goto(`/can-bo/khao-sat/${slug}`);
  await expect(manager.getByText("Ngày kết thúc trùng dịp Tết.")).toBeVisible();
  await manager.getByRole("link", { name: "Sửa bản dự thảo" }).click();
  await expectAccessible(manager);
  await manager.getByLabel("Tên đợt bằng tiếng Việt").fill("Khảo sát hài lòng phường Ninh Hòa sau Tết");
  await manager.getByRole("button", { name: "Lưu bản dự thảo" }).click();
  await expect(manager.getByRole("heading", { level: 1 })).toHaveText("Khảo sát hài lòng phường Ninh Hòa sau Tết");
  await act(manager, "Gửi duyệt", "Đã gửi duyệt.");
  await leader.goto(`/can-bo/khao-sat/${slug}`);
  await act(leader, "Duyệt đợt", "Đã duyệt đợt.");
  await manager.goto(`/can-bo/khao-sat/${slug}`);
  await expect(manager.getByRole("link", { name: "Mở đợt" })).toBeVisible();
  await act(manager, "Rút về soạn lại", "Đã rút về soạn lại.");
  await act(manager, "Bỏ bản dự thảo", "Đã bỏ bản dự thảo.");
  expect((await manager.goto(`/can-bo/khao-sat/${slug}`))?.status()).toBe(404);
});

test("sheets are checked, a group is left out, results are published and then corrected", async ({ signIn, newVisitor }) => {
  test.setTimeout(180_000);
  const slug = await slugOf("to_check");
  const results = () =>
    getJson(`${world.demo.url}/api/v1/rounds/${slug}/results`) as Promise<{ n: number; figures: unknown[]; excluded: { sheets: number }[] }>;
  const citizen = await newVisitor();
  await citizen.goto(`/hai-long/${slug}`);
  await expect(citizen.getByText("Đang kiểm tra phiếu")).toBeVisible();
  await expectAccessible(citizen);
  expect(await results()).toMatchObject({ n: 0, excluded: [] });

  const [manager, leader] = [await signIn("khao-sat@demo.vn"), await signIn("lanh-dao@demo.vn")];
  await manager.goto(`/can-bo/khao-sat/${slug}`);
  await manager.getByRole("link", { name: "Mở trang kiểm tra phiếu" }).click();
  await expectAccessible(manager);
  await manager.getByLabel("Cách trả lời", { exact: true }).selectOption("kiosk");
  await manager.getByLabel("Lý do (công bố)").selectOption("device_fault");
  await manager.getByLabel("Chuyện gì đã xảy ra").fill("Màn hình liệt nửa dưới.");
  await manager.getByRole("button", { name: "Loại nhóm phiếu này" }).click();
  await expect(manager.getByText(/Đã loại \d+ phiếu\./)).toBeVisible();
  await expectAccessible(manager);

  await manager.goto(`/can-bo/khao-sat/${slug}`);
  await act(manager, "Hoàn tất kiểm tra phiếu", "Đã kiểm tra phiếu xong.");
  await act(manager, "Tính kết quả", "Đã tính kết quả.");
  await leader.goto(`/can-bo/khao-sat/${slug}`);
  await expect(leader.getByRole("heading", { name: "Kết quả đã tính, chờ duyệt" })).toBeVisible();
  await expectAccessible(leader);
  await act(leader, "Duyệt và công bố kết quả", "Đã công bố kết quả.");
  const first = await results();
  expect(first.excluded[0]?.sheets).toBeGreaterThan(4);
  await citizen.goto(`/hai-long/${slug}`);
  await expect(citizen.getByText("phiếu không hợp lệ, không tính vào số nào")).toBeVisible();

  await manager.goto(`/can-bo/khao-sat/${slug}?viec=chinh-sua#viec`);
  await manager.getByLabel("Thông báo công khai, tiếng Việt").fill("Lấy lại các phiếu của ki-ốt vì máy không hỏng.");
  await manager.getByLabel("Thông báo công khai, tiếng Anh").fill("Kiosk sheets are taken in again: the device was in order.");
  await manager.getByRole("button", { name: "Làm bản đính chính" }).click();
  await expect(manager.getByText("Đã bắt đầu bản đính chính.")).toBeVisible();
  await manager.goto(`/can-bo/khao-sat/${slug}/kiem-phieu`);
  await manager.getByText("Khôi phục nhóm 1").first().click();
  await manager.getByLabel("Lý do khôi phục nhóm 1").fill("Đã kiểm tra máy.");
  await manager.getByRole("button", { name: "Khôi phục nhóm 1" }).click();
  await expect(manager.getByText("Đã khôi phục nhóm 1.")).toBeVisible();
  await manager.goto(`/can-bo/khao-sat/${slug}`);
  await act(manager, "Tính kết quả", "Đã tính kết quả.");
  await leader.goto(`/can-bo/khao-sat/${slug}`);
  await act(leader, "Duyệt và công bố kết quả", "Đã công bố kết quả.");

  await citizen.goto(`/hai-long/${slug}`);
  await expect(citizen.getByText(/Bản đính chính số 2, ngày .*: Lấy lại các phiếu của ki-ốt/)).toBeVisible();
  await expect(citizen.getByRole("heading", { name: "Các bản công bố" })).toBeVisible();
  await expectAccessible(citizen);
  expect((await results()).n).toBe(first.n + (first.excluded[0]?.sheets ?? 0));
});
