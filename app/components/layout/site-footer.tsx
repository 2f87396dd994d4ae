import type { ReactNode } from "react";

export type FooterProps = {
  /** Name, address and hotline of the authority. */
  authority: { name: string; lines: readonly ReactNode[] };
  columns: ReadonlyArray<{ title: string; links: ReadonlyArray<{ href: string; text: string }> }>;
  base?: ReactNode;
};

export function SiteFooter({ authority, columns, base }: FooterProps) {
  return (
    <footer className="site-foot">
      <div className="wrap">
        <div className="site-foot-columns">
          <div>
            <h2>{authority.name}</h2>
            {authority.lines.map((line, index) => (
              <p key={index}>{line}</p>
            ))}
          </div>
          {columns.map((column) => (
            <div key={column.title}>
              <h2>{column.title}</h2>
              <ul>
                {column.links.map((link) => (
                  <li key={link.href}>
                    <a href={link.href}>{link.text}</a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
        {base ? <div className="site-foot-base">{base}</div> : null}
      </div>
    </footer>
  );
}
