import type { ReactNode } from "react";

/**
 * What is wrong with a form, in one place that takes focus when the page comes back.
 * `autoFocus` works without script in current browsers.
 */
export function ErrorSummary({
  id = "error-summary",
  title,
  items,
  children,
}: {
  id?: string | undefined;
  title: string;
  items: ReadonlyArray<{ href?: string | undefined; text: string }>;
  children?: ReactNode;
}) {
  if (items.length === 0 && !children) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- after a refused form the summary is where reading goes on
    <div className="error-summary" id={id} role="alert" tabIndex={-1} autoFocus data-focus="" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <ul>
        {items.map((item) => (
          <li key={`${item.href ?? ""} ${item.text}`}>{item.href ? <a href={item.href}>{item.text}</a> : item.text}</li>
        ))}
      </ul>
      {children}
    </div>
  );
}
