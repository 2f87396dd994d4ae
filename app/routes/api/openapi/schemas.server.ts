import { z } from "zod";
import { clockSteps, dayCounts } from "#app/domain/calendar/vocabulary.ts";
import { CaseDraft, Message } from "#app/domain/feedback/schemas.ts";
import { caseKinds, caseStates, senderActs } from "#app/domain/feedback/vocabulary.ts";
import { intervalMethods, metricIds } from "#app/domain/insights/vocabulary.ts";
import { Localised } from "#app/domain/publishing/contents.ts";
import { Questionnaire } from "#app/domain/surveys/questionnaire-schema.ts";
import { AnswerSheet } from "#app/domain/surveys/schemas.ts";
import { exclusionReasons, indexVariants, modeGroups, roundStates, sheetModes } from "#app/domain/surveys/vocabulary.ts";
import type { Resource } from "../resources/resource.server.ts";

const number = z.number().nullable();
const day = z.iso.date();

const Figure = z.object({
  metric: z.enum(metricIds).describe("Which metric; its definition stands at /minh-bach."),
  version: z.number().describe("Version of the metric's definition. Figures of two versions are not comparable."),
  group: z.enum(modeGroups).describe("People who chose to answer, or people who were drawn. Never put together."),
  about: z
    .enum(["policy"])
    .optional()
    .describe("Of criteria about policies, which have an index of their own: no figure without this word holds them. Absent: services."),
  unit: z.string().optional().describe("Unit's slug; absent: the whole round."),
  factor: z.string().optional(),
  criterion: z
    .string()
    .optional()
    .describe("Code of a criterion; with `importance` how it goes with the question about overall satisfaction, −1 to 1."),
  mode: z.enum(sheetModes).optional(),
  question: z
    .string()
    .optional()
    .describe(
      "Code of a closed question; with `choice_share` and `sample_choice_share` the share of `option`, else how satisfied those were who chose it.",
    ),
  option: z.string().optional(),
  value: number.describe("In the metric's unit (percent: 0–100, two decimals); null where suppressed or without a base."),
  n: number.describe("The base."),
  low: number.describe("Lower end of the 95 % Wilson interval."),
  high: number,
  suppressed: z.boolean().describe("True where fewer than five answered, or where a shown figure would give such a one away."),
  method: z.enum(intervalMethods).optional().describe("Of a drawn sample: how this interval was made."),
  effective: number.optional().describe("Of a drawn sample: sheets of a simple random sample with as much error; null where everybody was asked."),
});

const Results = z.object({
  round: z.string(),
  url: z.url(),
  state: z.enum(roundStates),
  final: z.boolean().describe("False while the figures are provisional."),
  questionnaire: z.object({ code: z.string(), version: z.number() }),
  variant: z
    .enum(indexVariants)
    .describe("How criteria make an index: pooled counts, or plain mean of a factor's criteria, and of the factors for the whole."),
  target: number,
  n: z.number().describe("Sheets in the groups that are shown."),
  figures: z.array(Figure),
  quality: z
    .array(
      z.object({
        group: z.enum(modeGroups),
        mode: z.enum(sheetModes).optional(),
        sheets: z.int(),
        speeder: z.int().describe("Less than 1.5 seconds for each answered question."),
        straight_lining: z.int().describe("Eight or more five-level answers, all on one level."),
        same_device_day: z.int().describe("Second and later sheets of one device on one day, by the open link."),
      }),
    )
    .describe(
      "Sheets that carry a flag; they are counted in the figures all the same, and one sheet may carry several. Without `mode` of the whole group.",
    ),
  excluded: z
    .array(z.object({ group: z.enum(modeGroups), reason: z.enum(exclusionReasons), sheets: z.int() }))
    .describe("Sheets that were declared invalid when they were checked: in no figure and not in `n`, counted by reason."),
  edition: z
    .object({
      number: z.int().describe("1 for the first publication; each correction adds one."),
      publishedOn: day,
      contentSha256: z.string().describe("SHA-256 of the frozen counts."),
      note: z.object({ vi: z.string(), en: z.string().nullable() }).nullable().describe("What a correction tells; null in the first edition."),
    })
    .nullable()
    .describe("Which edition of the results this is; null while they are provisional. While a closed round is checked it has no figures."),
});

const ThreeLevelSlips = z.object({
  url: z.url(),
  items: z.array(
    Figure.pick({ metric: true, version: true, value: true, n: true, low: true, high: true, suppressed: true }).extend({
      authority: z.string(),
      unit: z.string().nullable().describe("Unit's slug; null: the whole authority."),
      quarter: z.string().describe("2026-Q3."),
      level: z.enum(["dissatisfied", "satisfied", "very_satisfied"]),
    }),
  ),
});

const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe("What to do, in the caller's language."),
    code: z.string().describe("Stable key of what was refused."),
    errors: z.array(z.object({ field: z.string(), code: z.string(), detail: z.string() })).optional(),
  })
  .describe("RFC 9457.");

const Thread = z.object({
  code: z.string(),
  kind: z.enum(caseKinds),
  state: z.enum(caseStates),
  subject: z.string(),
  receivedOn: day,
  unit: z.object({ slug: z.string(), name: Localised }).nullable().describe("The unit that must answer, else the one the case is about."),
  published: z.boolean(),
  may: z.array(z.enum(senderActs)).describe("What the sender may do now."),
  refusal: z.object({ reason: z.string(), text: z.string().nullable() }).nullable(),
  withholdReason: z.string().nullable(),
  supplementRequest: z.string().nullable(),
  externalBody: z.string().nullable().describe("The body outside this portal that the case was passed to."),
  parts: z.array(z.string()).describe("Codes of the cases this one was split into; the same receipt opens them."),
  timeline: z.array(z.object({ step: z.string(), on: day })),
  deadlines: z.array(
    z.object({
      step: z.enum(clockSteps),
      state: z.enum(["running", "paused", "stopped"]),
      startedOn: day,
      dueOn: day,
      originalDueOn: day,
      stoppedOn: day.nullable(),
      outcome: z.string().nullable(),
      overdue: z.boolean(),
      rule: z.object({ code: z.string(), version: z.number(), amount: z.number(), count: z.enum(dayCounts), basis: z.string() }),
      calendarVersion: z.number(),
    }),
  ),
  messages: z.array(z.object({ side: z.enum(["sender", "office"]), body: z.string(), at: z.iso.datetime() })),
  answers: z.array(z.object({ body: z.string(), conclusion: z.string().nullable(), legalBasis: z.string().nullable(), answeredOn: day })),
});

const PartnerCase = z.object({
  code: z.string().describe("Number of the case; the receipt key that its sender got opens the rest."),
  kind: z.enum(caseKinds),
  state: z.enum(caseStates),
  receivedOn: day,
  dueOn: day.nullable().describe("Last day for the answer; null while none is set."),
  answeredOn: day.nullable(),
  unit: z.object({ slug: z.string(), name: Localised }).nullable().describe("The unit that must answer."),
  url: z.url().nullable().describe("Public page of the answer; null while, or when, it is not public."),
});

/** A sheet, with what a caller has to know about its parts. They are read against the round's questionnaire. */
const AnswerBody = AnswerSheet.extend({
  answers: AnswerSheet.shape.answers.describe(
    'Code of a `scale5` question → 1…5 (1 very dissatisfied, 5 very satisfied); 0 or null: no opinion; 6 or "na": does not apply, where the question has `notApplicable`. A question that is `required` must be named.',
  ),
  choices: AnswerSheet.shape.choices.describe(
    "Code of any other closed question → option code, or a list of codes where several may be chosen; yes or no; 1…3 on three levels; a whole number; for a ranking the option codes, best first. What was not to be asked (`showIf`) is left aside.",
  ),
  profile: AnswerSheet.shape.profile.describe("The same as `choices`, for the questions about the respondent."),
  texts: AnswerSheet.shape.texts.describe("Question code → text, at most 2,000 characters. Write no names: comments may be published."),
  unit: AnswerSheet.shape.unit.describe("Slug of the unit that is rated."),
  procedure: AnswerSheet.shape.procedure.describe("Slug of the procedure the customer came for."),
  slip: AnswerSheet.shape.slip.describe("Code of a one-time desk slip. It brings its own unit and procedure and is used up by being answered."),
});

/** What comes in, by name. */
const bodies = { CaseBody: CaseDraft, AnswerBody, MessageBody: Message };

/** What goes out, by name; items have the name of their list. */
export function answersFor(resources: readonly Resource[]): Record<string, z.ZodType> {
  const byPath = new Map(resources.map((resource) => [resource.path, resource.item]));
  const round = byPath.get("rounds") ?? z.object({});
  return {
    Text: Localised,
    ...Object.fromEntries([...byPath].map(([path, item]) => [itemName(path), item])),
    RoundWithQuestionnaire: round.extend({ takesAnswers: z.boolean().describe("True on the days of the round."), questionnaire: Questionnaire }),
    Results,
    Figure,
    ThreeLevelSlips,
    Thread,
    PartnerCase,
    Problem,
    AnswerReceipt: z.object({ receipt: z.string().describe("Says “we have it”. It leads to nothing and nobody.") }),
    CaseReceipt: z.object({
      code: z.string().describe("Number of the case."),
      receiptKey: z.string().describe("Secret of the sender: opens the case. It cannot be had again, save by the same call with the same key."),
      answerBy: day.nullable().describe("Day the answer is due by."),
    }),
    MessageReceipt: z.object({ state: z.enum(caseStates) }),
  };
}

/** `units` → `Unit`. */
export const itemName = (path: string): string =>
  ({
    units: "Unit",
    procedures: "Procedure",
    news: "NewsItem",
    documents: "Document",
    faqs: "Faq",
    channels: "Channel",
    rounds: "Round",
    remarks: "Remark",
    cases: "Case",
    plans: "Plan",
    indices: "Index",
    "score-sheets": "ScoreSheet",
    "service-months": "ServiceMonth",
  })[path] ?? path;

type JsonSchemas = Record<string, Record<string, unknown>>;

/** All of them as JSON Schema, each under `#/components/schemas/{name}`. */
export function componentSchemas(resources: readonly Resource[]): JsonSchemas {
  const { CaseBody = {}, ...others } = toJsonSchemas(bodies, "input");
  return { ...toJsonSchemas(answersFor(resources), "output"), CaseBody: withConsentImplied(CaseBody), ...others };
}

/** A program need not send the form's ticked box (`receiveCase`). */
function withConsentImplied(schema: Record<string, unknown>): Record<string, unknown> {
  const properties = schema.properties as Record<string, object>;
  const consent = {
    ...properties.consent,
    default: true,
    description: "That the sender knows what the data is used for and agrees. Sending without this field says so too; false is refused.",
  };
  return { ...schema, properties: { ...properties, consent }, required: (schema.required as string[]).filter((name) => name !== "consent") };
}

function toJsonSchemas(named: Record<string, z.ZodType>, io: "input" | "output"): JsonSchemas {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    io,
    uri: (id) => `#/components/schemas/${id}`,
    unrepresentable: "any",
    // A later version may add fields: nobody should build a reader that breaks then.
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]));
}
