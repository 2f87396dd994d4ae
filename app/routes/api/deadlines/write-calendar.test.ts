import { expect, test } from "vitest";
import type { OpenDeadline } from "#app/domain/feedback/index.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { writeCalendar } from "./write-calendar.ts";

const deadline: OpenDeadline = {
  clockId: "0b6f1c1e-1111-4222-8333-444455556666",
  caseId: "0b6f1c1e-7777-4222-8333-444455556666",
  code: "PA-2026-7K3QXM",
  kind: "phan_anh_kien_nghi",
  state: "DANG_XU_LY",
  step: "answer",
  dueOn: "2026-05-20",
  startedOn: "2026-04-24",
  changes: [],
  unitId: "unit",
};
const write = (changed: Partial<OpenDeadline> = {}, lang: "vi" | "en" = "vi") =>
  writeCalendar([{ ...deadline, ...changed }], {
    lang,
    t: i18nFor(lang).t,
    unitNames: new Map([["unit", "Phòng Quản lý đầu tư, doanh nghiệp; lao động và bảo vệ môi trường khu công nghiệp"]]),
    addressOf: (code) => `https://langnghe.example.vn/can-bo/ho-so/${code}`,
    host: "langnghe.example.vn",
  });
/** Long lines are folded; a program that reads the calendar joins them again. */
const joined = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");

test("a deadline is a whole day, with a lasting name, its link, and a reminder", () => {
  const lines = joined(write());
  expect(lines).toEqual(
    expect.arrayContaining([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "METHOD:PUBLISH",
      "UID:0b6f1c1e-1111-4222-8333-444455556666@langnghe.example.vn",
      "SEQUENCE:0",
      "DTSTAMP:20260423T170000Z",
      "DTSTART;VALUE=DATE:20260520",
      "DTEND;VALUE=DATE:20260521",
      "SUMMARY:Trả lời: PA-2026-7K3QXM",
      "URL;VALUE=URI:https://langnghe.example.vn/can-bo/ho-so/PA-2026-7K3QXM",
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      "TRIGGER:-PT15H",
      "END:VCALENDAR",
    ]),
  );
});

test("lines end as RFC 5545 asks, none is longer than 75 octets, and signs are escaped", () => {
  const text = write();
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const description = joined(text).find((line) => line.startsWith("DESCRIPTION:Phản ánh"));
  expect(description).toContain("\\nPhòng Quản lý đầu tư\\, doanh nghiệp\\; lao động");
});

test("each move of the day raises the sequence; the name stays", () => {
  const change = { on: "2026-05-06", why: "calendar", from: "2026-05-20", to: "2026-05-21", version: 2 } as const;
  const lines = joined(write({ dueOn: "2026-05-21", changes: [change] }));
  expect(lines).toEqual(expect.arrayContaining(["SEQUENCE:1", "DTSTART;VALUE=DATE:20260521", "DTSTAMP:20260505T170000Z"]));
  expect(lines).toContain("UID:0b6f1c1e-1111-4222-8333-444455556666@langnghe.example.vn");
});

test("the calendar speaks English to those who ask for it", () => {
  expect(joined(write({}, "en"))).toContain("SUMMARY:Answer: PA-2026-7K3QXM");
});
