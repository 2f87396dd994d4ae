import { expect, test } from "vitest";
import type { DueMessage, MessageContents } from "#app/domain/messages/index.server.ts";
import { languages } from "#app/domain/content/vocabulary.ts";
import { messageTemplates } from "#app/domain/messages/vocabulary.ts";
import { renderMail } from "./render-mail.ts";

const unit = { unitVi: "Phòng Đầu tư", unitEn: "Investment Division" };
const code = "PA-2026-7K3QXM";
const contents: MessageContents = {
  case_received: { code, answerBy: "2026-05-20" },
  case_supplement_requested: { code, request: "Mã hồ sơ", until: "2026-05-04" },
  case_accepted: { code, answerBy: "2026-05-20" },
  case_assigned: { code, ...unit },
  case_in_progress: { code, ...unit },
  case_message: { code, body: "Xin cho biết <b>ngày nộp</b>\n& nơi nộp", ...unit },
  case_extended: { code, until: "2026-05-27", reason: "Cần lấy ý kiến" },
  case_interim: { code, body: "Ghi nhận", ...unit },
  case_transferred: { code, externalBody: "Sở Xây dựng", letter: "12/CV" },
  case_answered: { code, answer: "Chào bạn", legalBasis: "Nghị định 61", rateUntil: "2026-06-19", ...unit },
  case_published: { code },
  case_withheld: { code, reason: "private_life" },
  case_refused: { code, reason: "R05", text: "Đã trả lời ngày 1/4" },
  case_reopened: { code, answerBy: null },
  case_withdrawn: { code },
  case_handed_over: { receivedOn: "2026-04-24" },
};
const mail = (template: keyof MessageContents, language: "vi" | "en", data: unknown = contents[template]) =>
  renderMail({ id: "m", template, data, language, address: "a@example.vn" } as DueMessage, "https://langnghe.example.vn");

test.for(messageTemplates.flatMap((template) => languages.map((language) => [template, language] as const)))(
  "%s in %s says everything, in one language, and leaves no placeholder open",
  ([template, language]) => {
    const { subject, text, html } = mail(template, language);
    for (const part of [subject, text, html]) expect(part).not.toMatch(/\{\{|\}\}|undefined|null|\[object|mail:|words:/);
    expect(text).toContain(language === "vi" ? "Chào bạn," : "Hello,");
    expect(html).toContain(`<html lang="${language}">`);
    expect(`${subject} ${text}`.includes(code)).toBe(template !== "case_handed_over");
  },
);

test("what an official wrote is quoted as it is, and is no markup", () => {
  const { text, html } = mail("case_message", "vi");
  expect(text).toContain("> Xin cho biết <b>ngày nộp</b>\n> & nơi nộp");
  expect(html).toContain("&lt;b&gt;ngày nộp&lt;/b&gt;\n&amp; nơi nộp");
  expect(html).not.toContain("<b>");
});

test("links go to the reader's language: to track with the code, to read in public", () => {
  expect(mail("case_accepted", "vi").text).toContain(`https://langnghe.example.vn/phan-anh/tra-cuu?ma=${code}`);
  expect(mail("case_accepted", "en").text).toContain(`https://langnghe.example.vn/en/phan-anh/tra-cuu?ma=${code}`);
  expect(mail("case_published", "en").text).toContain(`https://langnghe.example.vn/en/phan-anh/${code}`);
});

test("days are said in the reader's way", () => {
  expect(mail("case_received", "vi").text).toContain("20/5/2026");
  expect(mail("case_received", "en").text).toContain("20 May 2026");
});

test("a mail about a confidential matter has no code, no link and no word of what it was", () => {
  const { subject, text } = mail("case_handed_over", "vi");
  expect(`${subject} ${text}`).not.toMatch(/PA-2026|https?:|tố cáo|khiếu nại/i);
});

test("refused because nothing came is said differently from refused for a reason", () => {
  expect(mail("case_refused", "vi").text).toContain("Trùng với phản ánh đã gửi");
  expect(mail("case_refused", "vi", { code, reason: "R02", text: "" }).text).toContain("Đã hết thời gian bổ sung");
});
