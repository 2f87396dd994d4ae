import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

/** How loud an act is: one primary on a page; danger only for what cannot be undone. */
export type ButtonLook = "primary" | "secondary" | "quiet" | "danger";

type Look = { look?: ButtonLook | undefined; small?: boolean | undefined; icon?: IconName | undefined };

/** The words say the act: “Gửi phản ánh”, never “OK”. */
export function Button({ look, small, icon, children, type = "submit", ...rest }: Look & Omit<ComponentPropsWithoutRef<"button">, "className">) {
  return (
    <button type={type} className={classOf(look, small)} {...rest}>
      <Inside icon={icon}>{children}</Inside>
    </button>
  );
}

/** A link that looks like an act; it only ever goes somewhere. */
export function ButtonLink({ look, small, icon, children, ...rest }: Look & Omit<ComponentPropsWithoutRef<"a">, "className"> & { href: string }) {
  return (
    <a className={classOf(look, small)} {...rest}>
      <Inside icon={icon}>{children}</Inside>
    </a>
  );
}

/** Buttons side by side that wrap on a narrow screen. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="btn-row">{children}</div>;
}

function Inside({ icon, children }: { icon: IconName | undefined; children: ReactNode }) {
  if (!icon) return <>{children}</>;
  if (icon === "arrow" || icon === "external")
    return (
      <>
        <span>{children}</span>
        <Icon name={icon} />
      </>
    );
  return (
    <>
      <Icon name={icon} />
      <span>{children}</span>
    </>
  );
}

function classOf(look: ButtonLook = "primary", small = false) {
  return ["btn", look === "primary" ? "" : `btn-${look}`, small ? "btn-small" : ""].filter(Boolean).join(" ");
}
