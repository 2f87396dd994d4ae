import type { ReactNode } from "react";
import { Button } from "./button.tsx";

/** Filters of a list as a GET form, so that every view can be linked. Fields come as children. */
export function FilterBar({
  label,
  action,
  submit,
  reset,
  children,
}: {
  label: string;
  action: string;
  submit: string;
  reset?: { href: string; text: string } | undefined;
  children: ReactNode;
}) {
  return (
    <form className="filters" method="get" action={action} aria-label={label}>
      {children}
      <div className="btn-row">
        <Button look="secondary">{submit}</Button>
        {reset ? <a href={reset.href}>{reset.text}</a> : null}
      </div>
    </form>
  );
}
