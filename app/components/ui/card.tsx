import type { ReactNode } from "react";

/** A raised surface for one thing that stands by itself. `foot` holds its date, unit or state. */
export function Card({
  title,
  href,
  level = 3,
  foot,
  children,
}: {
  title?: ReactNode;
  href?: string | undefined;
  level?: 2 | 3 | 4 | undefined;
  foot?: ReactNode;
  children?: ReactNode;
}) {
  const Heading = `h${level}` as const;
  return (
    <div className="card">
      {title ? <Heading className="card-title">{href ? <a href={href}>{title}</a> : title}</Heading> : null}
      {children}
      {foot ? <div className="card-foot">{foot}</div> : null}
    </div>
  );
}
