/** Views of one page as links, so that each has an address of its own. `count` is shown beside the word. */
export function Tabs({
  label,
  items,
}: {
  label: string;
  items: ReadonlyArray<{ href: string; text: string; count?: string | number | undefined; current?: boolean | undefined }>;
}) {
  return (
    <nav className="tabs" aria-label={label}>
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
