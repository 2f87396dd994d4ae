import type { ReactNode } from "react";

export type Item = {
  href: string;
  title: ReactNode;
  summary?: ReactNode;
  /** Short facts in a line: date, unit, state. */
  meta?: readonly ReactNode[] | undefined;
};

/** A list of pages: title, one or two lines, facts. `level` is the heading level of each title. */
export function ItemList({ items, level = 2 }: { items: readonly Item[]; level?: 2 | 3 | undefined }) {
  const Heading = `h${level}` as const;
  return (
    <ul className="items">
      {items.map((item) => (
        <li key={item.href}>
          <Heading>
            <a href={item.href}>{item.title}</a>
          </Heading>
          {item.summary ? <p>{item.summary}</p> : null}
          {item.meta ? <MetaLine facts={item.meta} /> : null}
        </li>
      ))}
    </ul>
  );
}

/** Facts in one wrapping line. */
export function MetaLine({ facts }: { facts: readonly ReactNode[] }) {
  return (
    <div className="meta">
      {facts.filter(Boolean).map((fact, index) => (
        <span key={index}>{fact}</span>
      ))}
    </div>
  );
}
