/** Lines to copy into a terminal or program. They scroll by themselves, by finger and by keyboard. */
export function CodeSample({ label, children }: { label: string; children: string }) {
  return (
    <figure className="prose">
      <figcaption className="small">{label}</figcaption>
      <pre tabIndex={0} aria-label={label} role="region">
        <code>{children}</code>
      </pre>
    </figure>
  );
}
