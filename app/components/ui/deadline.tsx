import { Icon, type IconName } from "./icon.tsx";

/** calm: far off; soon: today or the next working days; late: past; done: kept; paused: the clock stands. */
export type DeadlineTone = "calm" | "soon" | "late" | "done" | "paused";

const signs: Record<DeadlineTone, IconName> = { calm: "calendar", soon: "clock", late: "bad", done: "check", paused: "pause" };

/** A deadline in words first (“còn 2 ngày làm việc”), then its date, then a link to how it was counted. */
export function Deadline({
  words,
  tone = "calm",
  date,
  dateTime,
  explain,
}: {
  words: string;
  tone?: DeadlineTone | undefined;
  date?: string | undefined;
  dateTime?: string | undefined;
  explain?: { href: string; text: string } | undefined;
}) {
  return (
    <span className="deadline" data-tone={tone}>
      <Icon name={signs[tone]} />
      <span className="deadline-words">{words}</span>
      {date ? <time dateTime={dateTime}>{date}</time> : null}
      {explain ? <a href={explain.href}>{explain.text}</a> : null}
    </span>
  );
}
