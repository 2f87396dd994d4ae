/** How mail programs introduce what a reply quotes. */
const introductions = [
  /^\s*(on|vào|ngày|am|le)\b.{5,300}(wrote|đã viết|schrieb|a écrit)\s*:?\s*$/iu,
  /^\s*-{2,}\s*(original message|forwarded message|thư gốc|tin nhắn gốc|thư được chuyển tiếp)\s*-{2,}\s*$/iu,
  /^\s*_{10,}\s*$/u,
  /^\s*(from|từ|người gửi)\s*:\s.*\S+@\S+/iu,
];

/**
 * What somebody wrote in a reply, without what is quoted below it and without the signature. When nothing would be
 * left, the whole text: rather too much than a word lost.
 */
export function ownWords(text: string): string {
  const lines = text.split("\n");
  const isEnd = (line: string, at: number) =>
    introductions.some((one) => one.test(line) || one.test(`${line} ${lines[at + 1] ?? ""}`.trim())) || line === "-- " || line === "--";
  const end = lines.findIndex(isEnd);
  const own = (end === -1 ? lines : lines.slice(0, end)).filter((line) => !/^\s*>/.test(line));
  const words = own
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return words || text.trim();
}
