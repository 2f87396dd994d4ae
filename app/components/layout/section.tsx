import type { ReactNode } from "react";

/** A part of a page under its own heading, with a way to all of it. */
export function Section({
  id,
  title,
  more,
  children,
}: {
  id: string;
  title: string;
  more?: { href: string; text: string } | undefined;
  children: ReactNode;
}) {
  return (
    <section className="section" aria-labelledby={`${id}-title`} id={id}>
      <div className="section-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {more ? <a href={more.href}>{more.text}</a> : null}
      </div>
      {children}
    </section>
  );
}

/** A reading column with a side column, which comes after it on a phone. */
export function TwoColumns({ children, side, label }: { children: ReactNode; side: ReactNode; label: string }) {
  return (
    <div className="columns">
      <div>{children}</div>
      <aside aria-label={label}>{side}</aside>
    </div>
  );
}
