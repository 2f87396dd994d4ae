import type { ReactNode } from "react";
import { SkipLink } from "../ui/skip-link.tsx";
import { SiteFooter, type FooterProps } from "./site-footer.tsx";
import { SiteHeader, type HeaderProps } from "./site-header.tsx";

/** The frame of every public page: skip link, header, one `<main>`, footer. */
export function PublicLayout({ skip, header, footer, children }: { skip: string; header: HeaderProps; footer: FooterProps; children: ReactNode }) {
  return (
    <div className="site">
      <SkipLink text={skip} />
      <SiteHeader {...header} />
      <main id="noi-dung" tabIndex={-1}>
        <div className="wrap">{children}</div>
      </main>
      <SiteFooter {...footer} />
    </div>
  );
}
