import type { FormQuestion } from "./form-view.server.ts";

/** Questions that are shown together: those of one grid, and scales one after another asked of the same people in the same way. */
export function runsOf(questions: readonly FormQuestion[]): FormQuestion[][] {
  const runs: FormQuestion[][] = [];
  let before: string | undefined;
  for (const question of questions) {
    const alike = likenessOf(question);
    const last = runs.at(-1);
    if (last && alike === before) last.push(question);
    else runs.push([question]);
    before = alike;
  }
  return runs;
}

const likenessOf = ({ code, kind, grid, onlyIf, notApplicable, options }: FormQuestion) =>
  JSON.stringify([
    kind === "scale5" || kind === "scale3" || grid ? kind : code,
    grid?.code,
    onlyIf?.name,
    onlyIf?.values,
    notApplicable !== null,
    options.length,
  ]);
