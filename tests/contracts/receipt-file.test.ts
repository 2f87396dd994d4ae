import { answerDocuments } from "#db/schema/index.ts";
import { makeCase } from "#db/seed/factories/cases.ts";
import { portalOn } from "#tests/support/office-visits.ts";
import { expect, test } from "#tests/support/test.ts";
import { dropReceipt, keepReceipt } from "#app/routes/portal/feedback/receipt-cookie.server.ts";
import { loader } from "#app/routes/portal/receipt-file.ts";

const now = new Date("2026-11-17T03:00:00Z");

test("the sender who opened a case gets its file, unkept and to be saved; for everybody else there is none", async ({ db }) => {
  const portal = portalOn(db, now);
  const made = await makeCase(db, portal.keys, { state: "DA_TRA_LOI" });
  const other = await makeCase(db, portal.keys, { state: "DA_TRA_LOI" });
  const content = Buffer.from("%PDF-1.7 thư riêng");
  await portal.files.put("documents/thu.pdf", content, "application/pdf");
  const [document] = await db
    .insert(answerDocuments)
    .values({
      caseId: made.id,
      title: "Công văn số 12",
      fileName: "cv.pdf",
      bytes: content.length,
      sha256: "",
      storageKey: "documents/thu.pdf",
      uploadedById: made.people.handler.id,
    })
    .returning();
  const id = document?.id ?? "";
  const ask = async (headers: Headers | undefined, path = "") => {
    const cookies = (headers?.getSetCookie() ?? []).map((cookie) => cookie.split(";")[0]).slice(0, 1);
    const request = new Request(`https://langnghe.example${path}/phan-anh/tra-cuu/tep/${id}`, { headers: { Cookie: cookies.join("; ") } });
    return loader({ request, params: { id }, context: { portal, nonce: "", requestId: "", client: "a client", loopback: false } });
  };

  for (const path of ["", "/en"]) {
    const opened = await ask(await keepReceipt(portal, made, "open"), path);
    expect(opened.status).toBe(200);
    expect(Buffer.from(await opened.arrayBuffer())).toEqual(content);
    expect(Object.fromEntries(opened.headers)).toMatchObject({
      "cache-control": "private, no-store",
      "content-disposition": 'attachment; filename="cong-van-so-12.pdf"',
      "content-type": "application/pdf",
      "x-content-type-options": "nosniff",
    });
  }
  const refused = [undefined, await keepReceipt(portal, other, "open"), await keepReceipt(portal, made, "sent"), await dropReceipt(portal, "open")];
  for (const headers of refused) await expect(ask(headers)).rejects.toMatchObject({ init: { status: 404 } });
  const past = { ...portal, now: () => new Date(now.getTime() - 31 * 60_000) };
  await expect(ask(await keepReceipt(past, made, "open"))).rejects.toMatchObject({ init: { status: 404 } });
});
