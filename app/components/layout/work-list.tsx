import type { ReactNode } from "react";

export type WorkRow = {
  href: string;
  /** Comes first: `<Deadline …>`. */
  deadline: ReactNode;
  title: ReactNode;
  /** Code, kind, sender's channel. */
  note?: ReactNode;
  unit?: ReactNode;
  state?: ReactNode;
  /** A checkbox for bulk acts. */
  pick?: ReactNode;
};

/** Work to do, one row each of at least 44 px; the whole row leads to the case. */
export function WorkList({ label, rows }: { label: string; rows: readonly WorkRow[] }) {
  return (
    <ul className="work" aria-label={label}>
      {rows.map((row) => (
        <li key={row.href}>
          {row.pick ? <div className="work-pick">{row.pick}</div> : null}
          <div>{row.deadline}</div>
          <div>
            <a className="work-title" href={row.href}>
              {row.title}
            </a>
            {row.note ? <div className="work-note">{row.note}</div> : null}
          </div>
          <div className="work-note">{row.unit}</div>
          <div>{row.state}</div>
        </li>
      ))}
    </ul>
  );
}
