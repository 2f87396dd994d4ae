import { expect, test } from "vitest";
import { i18nFor } from "#app/i18n/i18n.ts";
import { clockWords, daysInWords } from "./clock-words.ts";

const { t } = i18nFor("vi");
const en = i18nFor("en").t;
const running = { step: "answer", state: "running", outcome: null } as const;

test("a deadline is said in words, and colour only follows", () => {
  expect(clockWords(t, { ...running, words: { phrase: "left", days: 2, count: "working_days" } })).toEqual({
    words: "còn 2 ngày làm việc",
    tone: "soon",
  });
  expect(clockWords(t, { ...running, words: { phrase: "left", days: 3, count: "working_days" } }).tone).toBe("calm");
  expect(clockWords(t, { ...running, words: { phrase: "today", days: 0, count: "working_days" } }).words).toBe("đến hạn hôm nay");
  expect(clockWords(t, { ...running, words: { phrase: "overdue", days: 1, count: "calendar_days" } })).toEqual({
    words: "quá hạn 1 ngày",
    tone: "late",
  });
  expect(clockWords(en, { ...running, words: { phrase: "left", days: 1, count: "working_days" } }).words).toBe("1 working day left");
});

test("a clock that stands still or was voided claims neither merit nor delay", () => {
  const words = { phrase: "overdue", days: 9, count: "working_days" } as const;
  expect(clockWords(t, { ...running, state: "paused", words })).toEqual({ words: "tạm dừng, chờ bổ sung", tone: "paused" });
  expect(clockWords(t, { step: "answer", state: "stopped", outcome: "void", words }).tone).toBe("paused");
});

test("only the clock for the answer speaks of answering", () => {
  const words = { phrase: "answered_early", days: 3, count: "working_days" } as const;
  expect(clockWords(t, { step: "answer", state: "stopped", outcome: "on_time", words }).words).toBe("trả lời sớm 3 ngày làm việc so với hạn");
  expect(clockWords(t, { step: "publish", state: "stopped", outcome: "on_time", words }).words).toBe("xong sớm 3 ngày làm việc so với hạn");
  expect(daysInWords(en, 7, "calendar_days")).toBe("7 days");
});
