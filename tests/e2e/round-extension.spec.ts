import { expect, expectAccessible, test } from "#tests/support/journey.ts";
import { query } from "#tests/support/rows.ts";

const inVietnamese = (day: string) => day.split("-").toReversed().map(Number).join("/");

test("a manager asks for a later last day, a leader approves it, and the public page says until when and why", async ({ signIn, newVisitor }) => {
  test.setTimeout(120_000);
  const [round] = await query<{ slug: string; until: string }>(
    "select slug, to_char(closes_on + 10, 'YYYY-MM-DD') as until from rounds where state = 'open' and slug like 'kcndn-%' limit 1",
  );
  if (!round) throw new Error("The demo has no open round of that authority");
  const here = `/can-bo/khao-sat/${round.slug}`;
  const [manager, leader, citizen] = [await signIn("khao-sat@demo.vn"), await signIn("lanh-dao@demo.vn"), await newVisitor()];
  await manager.goto(here);
  await manager.getByRole("link", { name: "Đề nghị gia hạn" }).click();
  await manager.getByLabel("Nhận trả lời đến hết ngày").fill(round.until);
  await manager.getByLabel("Thông báo công khai, tiếng Việt").fill("bão làm bưu điện chậm phát thư mời.");
  await manager.getByLabel("Thông báo công khai, tiếng Anh").fill("a storm delayed the invitations.");
  await manager.getByLabel("Ngày mới có thể sang nửa năm sau").check();
  await expectAccessible(manager);
  await manager.getByRole("button", { name: "Đề nghị gia hạn" }).click();
  await expect(manager.getByText("Đã đề nghị gia hạn. Lãnh đạo sẽ duyệt.")).toBeVisible();
  await expectAccessible(manager);

  await leader.goto(here);
  await expect(leader.getByText("bão làm bưu điện chậm phát thư mời.")).toBeVisible();
  await leader.getByRole("link", { name: "Duyệt gia hạn", exact: true }).click();
  await leader.getByRole("button", { name: "Duyệt gia hạn", exact: true }).click();
  await expect(leader.getByText("Đã duyệt gia hạn.")).toBeVisible();

  await citizen.goto(`/khao-sat/${round.slug}`);
  await expect(citizen.getByText(`Gia hạn đến hết ngày ${inVietnamese(round.until)}, lý do: bão làm bưu điện`)).toBeVisible();
  await expectAccessible(citizen);
  await citizen.goto(`/en/hai-long/${round.slug}`);
  await expect(citizen.getByText("reason: a storm delayed the invitations.")).toBeVisible();
});
