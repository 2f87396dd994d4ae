import type { AnswerColumn } from "./answer-columns.ts";
import type { SheetLayout } from "./sheet-layout.ts";
import type { IndexVariant } from "./vocabulary.ts";

type Words = { vi: string; en: string | null };

/** A column of texts that says where a sheet belongs. */
export type PlaceColumn = { name: string; label: Words; values: readonly { value: string; label: Words }[] };

/** What the columns of a round's answers mean, in both languages: the JSON that goes with the file. */
export type Codebook = {
  round: string;
  title: Words;
  questionnaire: { code: string; version: number };
  opensOn: string;
  closesOn: string;
  /** Sheets in the file, a row each. */
  sheets: number;
  /** Of each unit, transactions of the period (N_s), where they are known. */
  populations: { unit: string; population: number }[];
  /** How the indices below are made of their questions. */
  variant: IndexVariant;
  /** `overall` of services; `policy` of policies, where they are asked about; and factors of either. */
  indices: { code: string; about: "service" | "policy"; name: Words; questions: string[] }[];
  columns: {
    name: string;
    /** Its name in the SPSS syntax. */
    variable: string;
    type: "text" | "number";
    question: string | null;
    option: string | null;
    level: AnswerColumn["level"];
    label: Words;
    values: { value: string | number; label: Words }[];
    missing: number[];
  }[];
};

/** Which questions make which index, in the order of the results. */
export function describeIndices({ questionnaire, scale, groups }: SheetLayout): Codebook["indices"] {
  return groups
    .filter(({ places }) => places.length > 0)
    .map(({ code, about, isFactor, places }) => ({
      code,
      about,
      name: (isFactor ? questionnaire.factors.find((factor) => factor.code === code)?.name : undefined) ?? wholeNames[about],
      questions: places.flatMap((place) => scale[place]?.code ?? []),
    }));
}

/** As the portal says them elsewhere; a file is read far from it. */
const wholeNames = {
  service: { vi: "Mức hài lòng chung (phục vụ)", en: "Overall satisfaction (services)" },
  policy: { vi: "Mức hài lòng về chính sách", en: "Satisfaction with policies" },
} as const;

/** The columns of a file in their order: where the sheet belongs, then its numbers. */
export function describeColumns(places: readonly PlaceColumn[], answers: readonly AnswerColumn[]): Codebook["columns"] {
  const taken = new Set<string>();
  return [
    ...places.map(({ name, label, values }) => ({
      name,
      variable: variableName(taken, name),
      type: "text" as const,
      question: null,
      option: null,
      level: "nominal" as const,
      label,
      values: [...values],
      missing: [],
    })),
    ...answers.map(({ name, question, option, level, label, values, missing }) => ({
      name,
      variable: variableName(taken, name),
      type: "number" as const,
      question,
      option,
      level,
      label,
      values: [...values],
      missing: [...missing],
    })),
  ];
}

/** Words that mean something in a comparison and can name no variable. */
const reserved = new Set(["all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"]);

/**
 * A name as SPSS takes it: begins with a letter, then letters, digits, dots and underscores, no dot or underscore at the end,
 * no word of the language, and unlike every other whatever the case of its letters.
 */
function variableName(taken: Set<string>, name: string): string {
  const plain = name.replaceAll(/[^\w.]/g, "_").replace(/[._]+$/, "");
  const wish = /^[A-Za-z]/.test(plain) && !reserved.has(plain.toLowerCase()) ? plain : `Q${plain}`;
  let fresh = wish;
  for (let n = 2; taken.has(fresh.toLowerCase()); n++) fresh = `${wish}_${n}`;
  taken.add(fresh.toLowerCase());
  return fresh;
}
