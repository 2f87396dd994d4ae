import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

/** Something to know before going on. `live` announces it when it follows what the person just did. */
export function Notice({
  tone = "info",
  title,
  live,
  id,
  children,
}: {
  tone?: "info" | "ok" | "warn" | "bad" | undefined;
  title?: ReactNode;
  live?: boolean | undefined;
  id?: string | undefined;
  children?: ReactNode;
}) {
  return (
    <div className="notice" data-tone={tone} id={id} role={live ? (tone === "bad" ? "alert" : "status") : undefined}>
      <Icon name={tone === "ok" ? "check" : tone} />
      <div className="notice-body">
        {title ? <p className="notice-title">{title}</p> : null}
        {typeof children === "string" ? <p>{children}</p> : children}
      </div>
    </div>
  );
}
