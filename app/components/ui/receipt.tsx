import type { ReactNode } from "react";

/** A code to keep, large enough to copy by hand. */
export function Receipt({ label, code, note }: { label: string; code: string; note?: ReactNode }) {
  return (
    <div className="receipt">
      <span className="font-semibold">{label}</span>
      <span className="code">{code}</span>
      {note ? <span className="muted small">{note}</span> : null}
    </div>
  );
}
