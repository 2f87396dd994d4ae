import type { ReactNode } from "react";

/** The one `h1` of a page, what it is about, and what can be done. `long` is for titles of a law's length. */
export function PageHeader({
  title,
  kicker,
  lead,
  actions,
  long,
  before,
}: {
  title: ReactNode;
  kicker?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  long?: boolean | undefined;
  /** Breadcrumbs. */
  before?: ReactNode;
}) {
  return (
    <>
      {before}
      <div className="page-head" data-long={long || undefined}>
        {kicker ? <p className="page-kicker">{kicker}</p> : null}
        <h1>{title}</h1>
        {lead ? <div className="lead">{lead}</div> : null}
        {actions ? <div className="btn-row">{actions}</div> : null}
      </div>
    </>
  );
}
