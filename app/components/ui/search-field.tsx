import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { VisuallyHidden } from "./visually-hidden.tsx";

/**
 * A whole search form (GET). `iconOnly` keeps the word of the button for those who hear it; `landmark` names it among the parts of a
 * page that has another, for them.
 */
export function SearchField({
  id,
  action,
  label,
  landmark = label,
  button,
  name = "q",
  defaultValue,
  size,
  iconOnly,
  className,
  children,
}: {
  id: string;
  action: string;
  label: string;
  landmark?: string | undefined;
  button: string;
  name?: string | undefined;
  defaultValue?: string | undefined;
  size?: "large" | undefined;
  iconOnly?: boolean | undefined;
  className?: string | undefined;
  /** Hidden inputs that keep other filters. */
  children?: ReactNode;
}) {
  return (
    <form className={className ? `search ${className}` : "search"} data-size={size} role="search" aria-label={landmark} method="get" action={action}>
      <label className="seen-only-by-ear" htmlFor={id}>
        {label}
      </label>
      <input className="control" id={id} name={name} type="search" defaultValue={defaultValue} placeholder={label} enterKeyHint="search" />
      {children}
      <button className="btn" type="submit">
        <Icon name="search" />
        {iconOnly ? <VisuallyHidden>{button}</VisuallyHidden> : <span>{button}</span>}
      </button>
    </form>
  );
}
