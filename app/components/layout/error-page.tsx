import type { ReactNode } from "react";
import { Icon, type IconName } from "../ui/icon.tsx";

/** Not found, no right, offline, broken: what happened, what to do next, and a reference to quote. */
export function ErrorPage({
  title,
  icon = "info",
  children,
  actions,
  reference,
}: {
  title: string;
  icon?: IconName | undefined;
  children: ReactNode;
  actions?: ReactNode;
  /** Already in words: “Mã tham chiếu: 7F3K-21”. */
  reference?: string | undefined;
}) {
  return (
    <div className="calm-page">
      <Icon name={icon} />
      <h1>{title}</h1>
      <div className="stack stack-tight">{children}</div>
      {actions ? <div className="btn-row">{actions}</div> : null}
      {reference ? <p className="muted small">{reference}</p> : null}
    </div>
  );
}
