import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { VisuallyHidden } from "./visually-hidden.tsx";

export type TimelineStep = {
  title: ReactNode;
  /** Date in the reader's words, and its ISO form for machines. */
  when?: string | undefined;
  dateTime?: string | undefined;
  state: "done" | "now" | "todo";
  /** Says the state to those who do not see the mark: “đã xong”, “đang ở bước này”, “chưa tới”. */
  stateWord: string;
  body?: ReactNode;
};

/** What happened to a case and what is still to come, top to bottom. */
export function Timeline({ label, steps }: { label: string; steps: readonly TimelineStep[] }) {
  return (
    <ol className="timeline" aria-label={label}>
      {steps.map((step, index) => (
        <li key={index} data-state={step.state} aria-current={step.state === "now" ? "step" : undefined}>
          <span className="timeline-mark">{step.state === "todo" ? null : <Icon name={step.state === "done" ? "check" : "dot"} />}</span>
          <div className="timeline-title">
            {step.title}
            <VisuallyHidden> ({step.stateWord})</VisuallyHidden>
          </div>
          {step.when ? step.dateTime ? <time dateTime={step.dateTime}>{step.when}</time> : <span className="timeline-when">{step.when}</span> : null}
          {step.body ? <div>{step.body}</div> : null}
        </li>
      ))}
    </ol>
  );
}
