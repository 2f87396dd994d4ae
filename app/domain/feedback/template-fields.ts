import { type TemplateField, templateFields } from "./vocabulary.ts";

const field = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The fields of a text that no template knows, as they were typed; a lone “{{” counts as one. */
export function unknownFields(body: string): string[] {
  const names = [...body.matchAll(field)].map(([, name]) => name ?? "");
  const unknown = names.filter((name) => !templateFields.some((known) => known === name));
  const rest = body.replace(field, "");
  return [...new Set([...unknown, ...(/\{\{|\}\}/.test(rest) ? ["{{"] : [])])];
}

/** The text with its fields filled in; a field without a value stays open, to be seen and filled by hand. */
export function fillTemplate(body: string, values: Readonly<Partial<Record<TemplateField, string>>>): string {
  return body.replace(field, (open, name: TemplateField) => values[name] || open);
}
