import { findPersonalData, type PersonalDataKind, personalDataKinds } from "#app/domain/publishing/personal-data.ts";

type Marked = { kind: string; from: number; to: number };
export type Figures = { wanted: number; given: number; hits: number; right: number };

/** The text of a marked sentence and its spans: `Gọi {phone|0905 123 456} nhé`. */
export function readMarked(sentence: string): { text: string; marks: Marked[] } {
  let text = "";
  const marks: Marked[] = [];
  let at = 0;
  for (const match of sentence.matchAll(/\{([a-z_]+)\|([^}]+)\}/g)) {
    text += sentence.slice(at, match.index);
    const [whole, kind = "", marked = ""] = match;
    marks.push({ kind, from: text.length, to: text.length + marked.length });
    text += marked;
    at = match.index + whole.length;
  }
  return { text: text + sentence.slice(at), marks };
}

/**
 * How the detector does on marked sentences. A mark is hit by a finding of its kind that overlaps it, and a finding is
 * right when it overlaps a mark of its kind. Answers the figures of each kind and of `all`, and what went wrong.
 */
export function measure(sentences: readonly string[]): { figures: Map<PersonalDataKind | "all", Figures>; errors: string[] } {
  const figures = new Map<PersonalDataKind | "all", Figures>();
  for (const kind of [...personalDataKinds, "all" as const]) figures.set(kind, { wanted: 0, given: 0, hits: 0, right: 0 });
  const errors: string[] = [];
  const add = (kind: string, figure: keyof Figures) => {
    for (const [key, row] of figures) if (key === kind || key === "all") row[figure] += 1;
  };

  for (const sentence of sentences) {
    const { text, marks } = readMarked(sentence);
    const findings = findPersonalData(text);
    const meet = (one: Marked, other: Marked) => one.kind === other.kind && one.from < other.to && other.from < one.to;
    for (const mark of marks) {
      add(mark.kind, "wanted");
      if (findings.some((finding) => meet(finding, mark))) add(mark.kind, "hits");
      else errors.push(`missed ${mark.kind} “${text.slice(mark.from, mark.to)}” in “${text}”`);
    }
    for (const finding of findings) {
      add(finding.kind, "given");
      if (marks.some((mark) => meet(finding, mark))) add(finding.kind, "right");
      else errors.push(`wrong ${finding.kind} “${finding.text}” in “${text}”`);
    }
  }
  return { figures, errors };
}

export const precisionOf = ({ given, right }: Figures): number => (given === 0 ? 1 : right / given);
export const recallOf = ({ wanted, hits }: Figures): number => (wanted === 0 ? 1 : hits / wanted);
