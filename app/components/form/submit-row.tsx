import type { ReactNode } from "react";
import { Button, type ButtonLook } from "../ui/button.tsx";

/** The end of a form: what will be seen by whom (`note`), the act in words, and a way out or back. */
export function SubmitRow({
  text,
  name,
  value,
  look,
  note,
  children,
}: {
  text: string;
  name?: string | undefined;
  value?: string | undefined;
  look?: ButtonLook | undefined;
  note?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="submit">
      {note ? <div className="measure">{note}</div> : null}
      <div className="btn-row">
        <Button look={look} name={name} value={value}>
          {text}
        </Button>
        {children}
      </div>
    </div>
  );
}
