import { ErrorSummary } from "../ui/error-summary.tsx";
import { errorsOf } from "./field.tsx";

export type FieldErrors = { id?: string | undefined; error: string | readonly string[] | undefined };

/**
 * Every error of a form with a link to its field. Takes the same `id` and `error` that the fields take;
 * an entry without `id` is about the form as a whole. Shows nothing when nothing is wrong.
 */
export function FormErrorSummary({ title, fields }: { title: string; fields: readonly FieldErrors[] }) {
  const items = fields.flatMap(({ id, error }) => errorsOf(error).map((text) => ({ href: id ? `#${id}` : undefined, text })));
  return <ErrorSummary title={title} items={items} />;
}
