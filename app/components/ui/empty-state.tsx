import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

/** Nothing here yet, and what can be done about it. */
export function EmptyState({
  title,
  icon,
  children,
  actions,
  level = 2,
}: {
  title: string;
  icon?: IconName | undefined;
  children?: ReactNode;
  actions?: ReactNode;
  level?: 2 | 3 | undefined;
}) {
  const Heading = `h${level}` as const;
  return (
    <div className="empty">
      {icon ? <Icon name={icon} /> : null}
      <Heading className="card-title">{title}</Heading>
      {children ? <div className="muted">{children}</div> : null}
      {actions ? <div className="btn-row">{actions}</div> : null}
    </div>
  );
}
