import { Icon } from "../ui/icon.tsx";
import { SearchField } from "../ui/search-field.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { Wordmark } from "./wordmark.tsx";

export type NavItem = { href: string; text: string; current?: boolean | undefined };

export type HeaderProps = {
  home: string;
  name: string;
  /** The authority in words, under the name. */
  authority?: string | undefined;
  nav: readonly NavItem[];
  search: { action: string; label: string; button: string };
  /** The other language in its own words, with its code. */
  language: { href: string; text: string; lang: string };
  labels: { nav: string; menu: string; search: string };
};

/** On a phone the search and the menu unfold from two buttons; on a desk everything is in sight. No script. */
export function SiteHeader({ home, name, authority, nav, search, language, labels }: HeaderProps) {
  return (
    <header className="masthead">
      {authority ? <p className="masthead-of wrap">{authority}</p> : null}
      <div className="wrap masthead-row">
        <Wordmark href={home} name={name} of={authority} />
        <SearchField id="tim-dau-trang" className="masthead-search" landmark={labels.search} iconOnly {...search} />
        <Language {...language} />
        <details className="fold masthead-fold" data-fold="">
          <summary>
            <Icon name="search" />
            <VisuallyHidden>{labels.search}</VisuallyHidden>
          </summary>
          <div className="fold-panel">
            <SearchField id="tim-trinh-don" landmark={labels.search} {...search} />
          </div>
        </details>
        <details className="fold masthead-fold" data-fold="">
          <summary>
            <Icon name="menu" />
            <span>{labels.menu}</span>
          </summary>
          <div className="fold-panel">
            <nav aria-label={labels.nav}>
              <NavList items={nav} />
            </nav>
            <Language {...language} />
          </div>
        </details>
      </div>
      <nav className="masthead-nav" aria-label={labels.nav}>
        <div className="wrap">
          <NavList items={nav} />
        </div>
      </nav>
    </header>
  );
}

function NavList({ items }: { items: readonly NavItem[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.href}>
          <a href={item.href} aria-current={item.current ? "page" : undefined}>
            {item.text}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Language({ href, text, lang }: HeaderProps["language"]) {
  return (
    <a className="masthead-language" href={href} hrefLang={lang} lang={lang}>
      {text}
    </a>
  );
}
