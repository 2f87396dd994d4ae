import { expect, test } from "vitest";
import { languages } from "#app/domain/content/vocabulary.ts";
import type { MessageContents } from "#app/domain/messages/index.server.ts";
import { messageTemplates } from "#app/domain/messages/vocabulary.ts";
import { mailContents, sampleCode, sampleMail } from "#tests/support/mail-samples.ts";
import { renderMail } from "./render-mail.ts";

const mail = (template: keyof MessageContents, language: "vi" | "en", data: unknown = mailContents[template], mayReply = false) =>
  renderMail(sampleMail(template, language, { data }), "https://langnghe.example.vn", mayReply);

/** Mails that name no case, or many. */
const withoutCode = ["mail_not_taken", "case_handed_over", "subscription_confirm", "subscription_exists", "sample_invitation", "sample_reminder"];

test.for(messageTemplates.flatMap((template) => languages.map((language) => [template, language] as const)))(
  "%s in %s says everything, in one language, and leaves no placeholder open",
  ([template, language]) => {
    const { subject, text, html } = mail(template, language);
    const said = html.replace(/<style>.*?<\/style>/, "");
    for (const part of [subject, text, said]) expect(part).not.toMatch(/\{\{|\}\}|undefined|null|\[object|mail:|words:|messages:/);
    expect(text).toContain(language === "vi" ? "Chào bạn," : "Hello,");
    expect(html).toContain(`<html lang="${language}">`);
    expect(`${subject} ${text}`.includes(sampleCode)).toBe(!withoutCode.includes(template));
  },
);

test.for(messageTemplates)("%s fetches nothing, fits 600 px, and its plain text says the same as its HTML", (template) => {
  for (const language of languages) {
    const { subject, text, html } = mail(template, language);
    expect(html).not.toMatch(/<(img|script|link|iframe|form|object)\b|url\(|@import|position:/i);
    expect([...html.matchAll(/(?:width|max-width):(\d+)px/g)].map(([, px]) => Number(px)).every((px) => px <= 620)).toBe(true);
    expect(html).toContain("max-width:600px");
    expect(html.length).toBeLessThan(60_000);
    expect(subject.length).toBeLessThan(120);
    const links = (from: string) => new Set(from.match(/https:\/\/langnghe[^\s"<>]+/g));
    const home = `https://langnghe.example.vn${language === "en" ? "/en" : "/"}`;
    expect(new Set([...links(html)].filter((link) => link !== home).map((link) => link.replaceAll("&amp;", "&")))).toEqual(links(text));
    expect(text.split("\n").every((line) => line.length < 900)).toBe(true);
  }
});

test("what an official wrote is quoted as it is, and is no markup", () => {
  const { text, html } = mail("case_message", "vi");
  expect(text).toContain("> Xin cho biết <b>ngày nộp</b>\n> & nơi nộp");
  expect(html).toContain("&lt;b&gt;ngày nộp&lt;/b&gt;\n&amp; nơi nộp");
  expect(html).not.toContain("<b>");
});

test("links go to the reader's language: to track with the code, to read in public", () => {
  expect(mail("case_accepted", "vi").text).toContain(`https://langnghe.example.vn/phan-anh/tra-cuu?ma=${sampleCode}`);
  expect(mail("case_accepted", "en").text).toContain(`https://langnghe.example.vn/en/phan-anh/tra-cuu?ma=${sampleCode}`);
  expect(mail("case_published", "en").text).toContain(`https://langnghe.example.vn/en/phan-anh/${sampleCode}`);
});

test("days are said in the reader's way", () => {
  expect(mail("case_received", "vi").text).toContain("20/5/2026");
  expect(mail("case_received", "en").text).toContain("20 May 2026");
});

test("a mail about a confidential matter has no code, no link and no word of what it was", () => {
  const { subject, text } = mail("case_handed_over", "vi", undefined, true);
  expect(`${subject} ${text}`).not.toMatch(/PA-2026|https?:|tố cáo|khiếu nại/i);
  expect(text).toContain("Không có ai đọc thư trả lời");
});

test("refused because nothing came is said differently from refused for a reason", () => {
  expect(mail("case_refused", "vi").text).toContain("Trùng với phản ánh đã gửi");
  expect(mail("case_refused", "vi", { code: sampleCode, reason: "R02", text: "" }).text).toContain("Đã hết thời gian bổ sung");
});

test("a mail says whether somebody reads an answer to it", () => {
  expect(mail("case_message", "vi", undefined, true).text).toContain("Bạn có thể trả lời thư này");
  expect(mail("case_message", "vi", undefined, false).text).toContain("Không có ai đọc thư trả lời");
});

test("only mail that one may do without can be ended, by a link to a page with a button", () => {
  const ends = messageTemplates.filter((template) => mail(template, "vi").text.split("-- \n")[1]?.includes("https://langnghe.example.vn/thu/"));
  expect(ends).toEqual(["case_assigned", "case_in_progress", "case_published", "subscription_exists", "subscription_digest"]);
});
