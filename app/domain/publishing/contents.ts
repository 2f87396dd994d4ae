import { z } from "zod";
import type { PublicKind } from "./vocabulary.ts";

/** Text in Vietnamese, and in English where there is one. */
export const Localised = z.object({ vi: z.string(), en: z.string().nullable() });
export type Localised = z.infer<typeof Localised>;

const Link = z.object({ slug: z.string(), name: Localised });
const day = z.iso.date();

const CaseCopy = z.object({
  code: z.string(),
  kind: z.string(),
  content: z.number().nullable(),
  field: z.string().nullable(),
  title: z.string(),
  question: z.string(),
  answer: z.string(),
  language: z.enum(["vi", "en"]),
  conclusion: z.string().nullable(),
  legalBasis: z.string().nullable(),
  /** The unit as it was called when it answered. */
  unit: Link,
  authority: Link.nullable(),
  procedure: Link.extend({ code: z.string() }).nullable(),
  submitterType: z.string(),
  place: z.string().nullable(),
  receivedOn: day,
  answeredOn: day,
  publishedOn: day,
  dueOn: day,
  onTime: z.boolean(),
  /** Working days before (positive) or after (negative) the due day; calendar days where the clock counts those. */
  daysToSpare: z.number(),
  timeline: z.array(z.object({ step: z.string(), on: day, unit: Localised.nullable() })),
  photos: z.array(z.object({ key: z.string(), width: z.number(), height: z.number() })),
  /** Renditions of the answer's documents: images only. */
  documents: z.array(z.object({ key: z.string(), title: z.string(), pages: z.number(), bytes: z.number() })).optional(),
  rating: z.number().nullable(),
  /** When the public texts were corrected after they were published, and why. */
  corrections: z.array(z.object({ on: day, note: z.string() })).optional(),
});

const NewsCopy = z.object({
  title: Localised,
  summary: Localised,
  body: Localised,
  category: Link,
  unit: Link.nullable(),
  audience: z.string(),
  publishedOn: day,
  procedures: z.array(Link),
  sources: z.array(z.object({ document: z.string().nullable(), label: z.string(), where: z.string().nullable() })),
});

const DocumentCopy = z.object({
  number: z.string().nullable(),
  type: Localised,
  subject: Localised,
  issuedOn: day.nullable(),
  issuer: z.string(),
  issuerUnit: Link.nullable(),
  abstract: Localised.nullable(),
  note: Localised.nullable(),
  publishedOn: day.nullable(),
  /** Days from issue to publication here; null where either is unknown. */
  lagDays: z.number().nullable(),
  inForceFrom: day.nullable(),
  inForceTo: day.nullable(),
});

const FaqCopy = z.object({
  question: Localised,
  answer: Localised,
  category: Link,
  unit: Link.nullable(),
  audience: z.string(),
  procedures: z.array(Link),
});

/** The national record of a procedure, domain.md 5.1. */
const ProcedureCopy = z.object({
  code: z.string(),
  sample: z.boolean(),
  name: Localised,
  description: Localised.nullable(),
  field: Localised,
  level: Localised,
  unit: Link,
  receivingUnit: Link.nullable(),
  coordinatingUnits: z.array(z.string()),
  onlineLevel: z.string(),
  steps: z.array(z.string()),
  channels: z.array(
    z.object({
      channel: z.string(),
      name: Localised,
      timeLimit: z.object({ value: z.number().nullable(), unit: z.string().nullable(), text: z.string() }),
      fee: z.object({ amount: z.number().nullable(), currency: z.string().nullable(), text: z.string() }),
    }),
  ),
  dossier: z.array(
    z.object({
      name: z.string(),
      originals: z.number().nullable(),
      copies: z.number().nullable(),
      form: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
  dossierSets: z.number(),
  applicants: z.array(z.string()),
  result: z.array(z.string()),
  legalBasis: z.array(z.string()),
  requirements: z.array(z.string()),
  keywords: z.array(z.string()),
  decision: z.object({ number: z.string().nullable(), date: day.nullable(), issuer: z.string().nullable() }).nullable(),
  changeType: z.string().nullable(),
  nationalUrl: z.string(),
  version: z.number(),
  validFrom: day,
  validTo: day.nullable(),
  versions: z.array(z.object({ version: z.number(), validFrom: day, validTo: day.nullable() })),
  updatedOn: day,
});

const UnitCopy = z.object({
  name: Localised,
  shortName: z.string().nullable(),
  kind: z.string(),
  external: z.boolean(),
  parent: Link.nullable(),
  authority: Link.nullable(),
  province: z.string().nullable(),
  responsibilities: z.array(Localised),
  inForce: z.boolean(),
  names: z.array(z.object({ name: Localised, from: day.nullable(), to: day.nullable(), decision: z.string().nullable() })),
  predecessors: z.array(Link.extend({ kind: z.string(), on: day })),
  successors: z.array(Link.extend({ kind: z.string(), on: day })),
});

const PlanCopy = z.object({
  title: Localised,
  number: z.string().nullable(),
  issuedOn: day.nullable(),
  issuer: Link,
  year: z.number(),
  type: z.string(),
  budget: z.string().nullable(),
  goals: z.array(z.object({ code: z.string(), text: z.string(), value: z.string().nullable(), dueOn: day.nullable() })),
  tasks: z.array(
    z.object({
      code: z.string(),
      ordinal: z.string().nullable(),
      section: z.string().nullable(),
      sectionTitle: Localised.nullable(),
      task: z.string(),
      forms: z.array(z.string()),
      output: z.string().nullable(),
      timing: z.string().nullable(),
      deadline: day.nullable(),
      lead: Link.nullable(),
      cooperating: z.array(z.string()),
      state: z.string(),
      evidence: z.string().nullable(),
    }),
  ),
  assignments: z.array(z.object({ units: z.array(z.string()), clause: z.string().nullable(), text: z.string() })),
});

const IndexCopy = z.object({
  code: z.string(),
  name: Localised,
  description: Localised.nullable(),
  publisher: Localised.nullable(),
  scope: Localised.nullable(),
  values: z.array(
    z.object({
      scope: Localised,
      year: z.number(),
      value: z.number().nullable(),
      rank: z.number().nullable(),
      of: z.number().nullable(),
      unit: z.string().nullable(),
      target: z.number().nullable(),
      breakBefore: z.boolean(),
      basis: Localised.nullable(),
      provisional: z.boolean(),
    }),
  ),
});

const ChannelCopy = z.object({
  code: z.string(),
  type: z.string(),
  name: Localised,
  value: z.string().nullable(),
  owner: Link.nullable(),
  province: z.string().nullable(),
  hours: z.string().nullable(),
  purpose: Localised.nullable(),
  acceptsFeedback: z.boolean(),
});

const RoundCopy = z.object({
  title: Localised,
  state: z.enum(["open", "closed", "published", "archived"]),
  authority: Link,
  opensOn: day,
  closesOn: day,
  target: z.number().nullable(),
  modes: z.array(z.string()),
  units: z.array(Link),
  questionnaire: z.object({ code: z.string(), version: z.number() }),
  /** About how long its form takes; missing in copies made before they said so. */
  minutes: z.number().optional(),
  /** What each correction of its results tells, newest first; missing where there was none. */
  corrections: z.array(z.object({ edition: z.number(), on: day, note: Localised })).optional(),
  /** Until when it was extended, approved on which day and why, newest first; missing where it never was. */
  extensions: z.array(z.object({ until: day, on: day, reason: Localised })).optional(),
});

const DialogueCopy = z.object({
  title: Localised,
  onDay: day,
  place: z.string(),
  unit: Link,
  topics: z.array(z.string()),
  exchanges: z.array(z.object({ question: z.string(), answer: z.string().nullable() })),
});

const ImprovementCopy = z.object({
  unit: Link,
  questionnaire: z.string(),
  criterion: z.object({ code: z.string(), text: Localised }),
  said: Localised,
  did: Localised,
  doneOn: day,
});

/** An open answer of a survey in the words somebody approved. Of when it was written only the round is told. */
const RemarkCopy = z.object({
  round: Link,
  authority: Link,
  /** The unit as it was called in the round. */
  unit: Link,
  question: z.object({ code: z.string(), text: Localised }),
  text: z.string(),
  language: z.enum(["vi", "en"]),
  /** Words were left out, or replaced by a mark in square brackets. */
  shortened: z.boolean(),
  /** In which the round ended. */
  year: z.number(),
  /** Codes of factors and criteria of the round's questionnaire; tags of the authority's own begin with `~`. */
  tags: z.array(z.object({ code: z.string(), name: Localised })),
});

const RulesOfCopy = z.object({ version: z.number(), title: Localised, basis: Localised });
const Edition = z.object({ version: z.number(), on: day, note: z.string().nullable() });
const points = z.number().nullable();

/** The score sheet of a one-stop desk for a quarter, appraised. */
const ScoreSheetCopy = z.object({
  unit: Link,
  authority: Link.nullable(),
  quarter: z.string(),
  rules: RulesOfCopy,
  lines: z.array(
    z.object({
      code: z.string(),
      name: Localised,
      points,
      self: points,
      computed: points,
      /** Where the number comes from; `checklist` where an official looked. */
      source: z.string(),
      /** Why the portal found no points; null where it did. */
      unscored: z.string().nullable(),
      part: points,
      whole: points,
      share: points,
      importedFrom: z.string().nullable(),
      importedOn: day.nullable(),
      reason: z.string(),
      evidence: z.string(),
    }),
  ),
  points: z.number(),
  most: z.number(),
  missing: z.array(z.string()),
  rank: z.string().nullable(),
  editions: z.array(Edition),
});

/** The figures of Decision 766 for an authority and month. */
const ServiceMonthCopy = z.object({
  authority: Link,
  month: z.string(),
  rules: RulesOfCopy,
  groups: z.array(
    z.object({
      code: z.string(),
      name: Localised,
      max: z.number(),
      items: z.array(
        z.object({
          code: z.string(),
          name: Localised,
          formula: Localised,
          max: z.number(),
          assumed: z.boolean(),
          mark: z.string(),
          numerator: points,
          denominator: points,
          rate: points,
          points,
          importedFrom: z.string().nullable(),
          importedOn: day.nullable(),
        }),
      ),
    }),
  ),
  /** Sum over the sub-indices that have points, and of their maxima. */
  points: z.number(),
  most: z.number(),
  editions: z.array(Edition),
});

/** What a public copy of each kind holds. Written by the gateway after this check, read as it is. */
export const contents = {
  case: CaseCopy,
  news: NewsCopy,
  document: DocumentCopy,
  faq: FaqCopy,
  procedure: ProcedureCopy,
  unit: UnitCopy,
  plan: PlanCopy,
  index: IndexCopy,
  channel: ChannelCopy,
  round: RoundCopy,
  dialogue: DialogueCopy,
  improvement: ImprovementCopy,
  score_sheet: ScoreSheetCopy,
  service_month: ServiceMonthCopy,
  remark: RemarkCopy,
} as const satisfies Record<PublicKind, z.ZodType>;

export type PublicContent = { [Kind in PublicKind]: z.infer<(typeof contents)[Kind]> };
