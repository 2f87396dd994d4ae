/** The way back. The last crumb is this page and has no link. */
export function Breadcrumbs({ label, items }: { label: string; items: ReadonlyArray<{ text: string; href?: string | undefined }> }) {
  return (
    <nav className="crumbs" aria-label={label}>
      <ol>
        {items.map((item) => (
          <li key={item.text}>{item.href ? <a href={item.href}>{item.text}</a> : <span aria-current="page">{item.text}</span>}</li>
        ))}
      </ol>
    </nav>
  );
}
