import { layOut, type SheetLayout } from "./sheet-layout.ts";
import { Questionnaire } from "./questionnaire-schema.ts";

const layouts = new Map<string, SheetLayout>();

/**
 * The layout of a stored version. A version in use never changes, so it is read once per process and kept by its id;
 * one that is not used yet is read anew each time.
 */
export function layoutOf(version: { id: string; content: Record<string, unknown>; usedAt: Date | null }): SheetLayout {
  const kept = layouts.get(version.id);
  if (kept) return kept;
  const layout = layOut(Questionnaire.parse(version.content));
  if (version.usedAt) layouts.set(version.id, layout);
  return layout;
}
