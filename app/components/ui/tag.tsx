import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

/** How something stands; the word beside it says the same. */
export type Tone = "neutral" | "info" | "ok" | "warn" | "bad";

const signs: Record<Tone, IconName> = { neutral: "dot", info: "clock", ok: "check", warn: "warn", bad: "bad" };

/** A short word that sorts: a field, a kind, a channel. */
export function Tag({ children }: { children: ReactNode }) {
  return (
    <span className="tag" data-tone="neutral">
      {children}
    </span>
  );
}

/** A state in words with a sign of its own, so that it never rests on colour. */
export function StateTag({ tone = "neutral", icon, children }: { tone?: Tone | undefined; icon?: IconName | undefined; children: ReactNode }) {
  return (
    <span className="tag" data-tone={tone}>
      <Icon name={icon ?? signs[tone]} />
      {children}
    </span>
  );
}
