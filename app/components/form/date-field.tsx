import type { ComponentProps } from "react";
import { TextField } from "./text-field.tsx";

/** A day, picked or typed; the value is always yyyy-MM-dd. */
export function DateField(props: Omit<ComponentProps<typeof TextField>, "type" | "width">) {
  return <TextField {...props} type="date" width="short" />;
}
