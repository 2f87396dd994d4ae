import { useEffect, useRef } from "react";

/** Views of one page as links, so that each has an address of its own. `count` is shown beside the word. */
export function Tabs({
  label,
  items,
}: {
  label: string;
  items: ReadonlyArray<{ href: string; text: string; count?: string | number | undefined; current?: boolean | undefined }>;
}) {
  const strip = useRef<HTMLElement>(null);
  const current = items.find((item) => item.current)?.href;
  // On a narrow screen the strip scrolls sideways; the tab that is open must not start out of sight.
  useEffect(() => {
    const tab = [...(strip.current?.querySelectorAll("a") ?? [])].find((link) => link.getAttribute("href") === current);
    if (strip.current && tab) strip.current.scrollLeft = tab.offsetLeft - strip.current.offsetLeft - 16;
  }, [current]);
  return (
    <nav className="tabs" aria-label={label} ref={strip}>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? "page" : undefined}>
              {item.text}
              {item.count === undefined ? null : <span className="count">{item.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
