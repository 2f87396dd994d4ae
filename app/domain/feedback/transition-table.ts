import { permissionsOf } from "../people/permissions.ts";
import type { Role } from "../people/vocabulary.ts";
import { type Transition, transitions } from "./transitions.ts";
import { type CaseState, caseStates, openStates } from "./vocabulary.ts";
import type { ClockStep } from "../calendar/vocabulary.ts";

/** What the table is put into words with. */
type Words = {
  act: (name: string) => string;
  state: (state: CaseState) => string;
  role: (role: Role) => string;
  clock: (step: ClockStep) => string;
};

const heading = `# Máy trạng thái của hồ sơ phản ánh

Bảng này được sinh ra từ \`app/domain/feedback/transitions.ts\` bằng \`node app/commands/state-machine.mjs\`; đừng sửa tay.
Số thứ tự theo mục 7.3 của tài liệu nghiệp vụ. Điều kiện riêng của từng bước (người khác phải xác nhận, một lần, trong
hạn, không phải người hoặc đơn vị bị phản ánh) nằm trong chính hành động cùng tên.
`;

/** The life of a case as a page of Markdown: states, and every transition with who may make it and what it does. */
export function writeTransitionTable(words: Words): string {
  const state = (one: CaseState) => `${words.state(one)} (\`${one}\`)`;
  const clocks = (steps: readonly ClockStep[] | "all" | undefined) =>
    steps === "all" ? "mọi hạn" : (steps ?? []).map((step) => `“${words.clock(step)}”`).join(", ");
  const rows = Object.entries(transitions).map(([name, one]: [string, Transition]) => [
    one.number === null ? "–" : String(one.number),
    `${words.act(name)} (\`${name}\`)`,
    one.from.length === 0 ? "chưa có hồ sơ" : one.from.map(state).join("<br>"),
    one.to === null ? "giữ nguyên" : state(one.to),
    whoOf(one, words),
    effectsOf(one, clocks).join("; ") || "–",
    one.message ? `thư \`${one.message}\`` : one.step ? "trên trang tra cứu" : "không báo",
  ]);
  const lines = [
    heading,
    "## Trạng thái",
    "",
    ...caseStates.map((one) => `- ${state(one)}: ${openStates.some((open) => open === one) ? "cơ quan còn nợ việc" : "không còn việc chờ"}`),
    "",
    "## Các bước",
    "",
    "| Số | Bước | Từ | Đến | Ai | Thời hạn | Người gửi |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...rows.toSorted((a, b) => Number(a[0] === "–") - Number(b[0] === "–") || Number(a[0]) - Number(b[0])).map((cells) => `| ${cells.join(" | ")} |`),
    "",
  ];
  return lines.join("\n");
}

function whoOf({ actor, permission }: Transition, words: Words): string {
  if (actor === "sender") return "Người gửi";
  if (actor === "portal" || permission === null) return "Cổng";
  const roles = (Object.keys(permissionsOf) as Role[]).filter((role) => permissionsOf[role].includes(permission));
  return `${roles.map(words.role).join(", ")} (\`${permission}\`)`;
}

function effectsOf({ clocks }: Transition, said: (steps: readonly ClockStep[] | "all" | undefined) => string): string[] {
  return [
    ...(clocks.stop ? [`xong ${said(clocks.stop)}`] : []),
    ...(clocks.void ? [`bỏ ${said(clocks.void)}`] : []),
    ...(clocks.pause ? [`tạm dừng ${said(clocks.pause)}`] : []),
    ...(clocks.resume ? [`chạy lại ${said(clocks.resume)}`] : []),
    ...(clocks.lastTransfer ? ["sang cơ quan khác thì tính lại hạn trả lời"] : []),
    ...(clocks.answerAgain ? ["hạn trả lời mới"] : []),
    ...(clocks.start ?? []).map((event) => `bắt đầu các hạn tính từ \`${event}\``),
  ];
}
