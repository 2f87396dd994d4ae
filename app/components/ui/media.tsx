import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

/** Shown on paper only. */
export function PrintOnly({ children }: { children: ReactNode }) {
  return <div className="print-only">{children}</div>;
}

/** Shown on screens only. */
export function ScreenOnly({ children }: { children: ReactNode }) {
  return <div className="screen-only">{children}</div>;
}

/** Opens the print dialog; enhance.js makes it appear, since without script it could do nothing. */
export function PrintButton({ text }: { text: string }) {
  return (
    <button className="btn btn-secondary screen-only" type="button" data-enhance="print" hidden>
      <Icon name="print" />
      <span>{text}</span>
    </button>
  );
}
