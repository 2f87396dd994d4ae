import type { ReactNode } from "react";

/** One designed page of paper, black on white. Several in a row print one to a page. */
export function PrintSheet({
  size,
  lang,
  head,
  foot,
  children,
}: {
  size: "a4" | "a5" | "a6";
  lang?: string | undefined;
  head?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
}) {
  return (
    <article className="sheet" data-size={size} lang={lang}>
      {head ? <div className="sheet-head">{head}</div> : null}
      {children}
      {foot ? <div className="sheet-foot">{foot}</div> : null}
    </article>
  );
}

/** The bar above the sheets on the screen: print, back. */
export function SheetToolbar({ children }: { children: ReactNode }) {
  return <div className="sheet-toolbar">{children}</div>;
}
