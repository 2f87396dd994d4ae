import type { ComponentProps } from "react";
import { TextField } from "./text-field.tsx";

/** Files from the device. Put kinds and size in the hint: “JPG, PNG hoặc PDF, mỗi tệp không quá 10 MB.” */
export function FileField(props: Omit<ComponentProps<typeof TextField>, "type" | "width" | "defaultValue">) {
  return <TextField {...props} type="file" />;
}
