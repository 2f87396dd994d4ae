import type { ReactNode } from "react";
import { Icon } from "../ui/icon.tsx";
import { SearchField } from "../ui/search-field.tsx";
import { SkipLink } from "../ui/skip-link.tsx";
import { Wordmark } from "./wordmark.tsx";

export type RailItem = {
  href: string;
  text: string;
  current?: boolean | undefined;
  /** Formatted; `urgent` marks work due today or late, and `countWords` says what is counted. */
  count?: string | undefined;
  countWords?: string | undefined;
  urgent?: boolean | undefined;
};
export type RailGroup = { title?: string | undefined; items: readonly RailItem[] };

type OfficeProps = {
  home: string;
  name: string;
  skip: string;
  search?: { action: string; label: string; button: string; defaultValue?: string | undefined } | undefined;
  /** The signed-in person; `children` of the fold are links and the sign-out form. */
  me: { name: string; role?: string | undefined; menu: ReactNode };
  rail: readonly RailGroup[];
  labels: { rail: string; menu: string };
  /** Fixed at the bottom of a case: the acts that are open now. */
  actBar?: ReactNode;
  children: ReactNode;
};

/** The officials' room: top bar, rail with counts, one column of work. */
export function OfficeLayout({ home, name, skip, search, me, rail, labels, actBar, children }: OfficeProps) {
  return (
    <div className="office" data-room="office">
      <SkipLink text={skip} />
      <header className="office-top">
        <Wordmark href={home} name={name} />
        {search ? <SearchField id="tim-trong-phong" iconOnly {...search} /> : null}
        <details className="fold office-me" data-fold="">
          <summary>
            <Icon name="user" />
            <span>{me.name}</span>
          </summary>
          <div className="fold-panel">
            <p>{me.name}</p>
            {me.role ? <p className="muted small">{me.role}</p> : null}
            {me.menu}
          </div>
        </details>
      </header>
      <div className="rail">
        <details className="rail-fold" data-fold="">
          <summary>
            <Icon name="menu" />
            <span>{labels.menu}</span>
          </summary>
          <nav className="rail-body" aria-label={labels.rail}>
            <Rail groups={rail} />
          </nav>
        </details>
        <nav className="rail-body rail-wide" aria-label={labels.rail}>
          <Rail groups={rail} />
        </nav>
      </div>
      <div className="office-main">
        <main id="noi-dung" tabIndex={-1}>
          {children}
        </main>
        {actBar}
      </div>
    </div>
  );
}

/** The acts open on this case, and a line on who will see what. Put it last in the page, or pass it to OfficeLayout. */
export function ActBar({ label, note, children }: { label: string; note?: ReactNode; children: ReactNode }) {
  return (
    <div className="act-bar" role="region" aria-label={label}>
      {note ? <div className="act-bar-note">{note}</div> : null}
      <div className="btn-row">{children}</div>
    </div>
  );
}

function Rail({ groups }: { groups: readonly RailGroup[] }) {
  return (
    <>
      {groups.map((group, index) => (
        <div key={index}>
          {group.title ? <h2>{group.title}</h2> : null}
          <ul>
            {group.items.map((item) => (
              <li key={item.href}>
                <RailLink {...item} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function RailLink({ href, text, current, count, countWords, urgent }: RailItem) {
  return (
    <a href={href} aria-current={current ? "page" : undefined}>
      <span>{text}</span>
      {count === undefined ? null : (
        <span className="count" data-urgent={urgent || undefined}>
          {count}
          {countWords ? <span className="seen-only-by-ear"> {countWords}</span> : null}
        </span>
      )}
    </a>
  );
}
