import { z } from "zod";
import {
  bodyMaxLength,
  bodyMinLength,
  caseContents,
  caseFields,
  caseKinds,
  conclusions,
  contactMaxLength,
  messageMaxLength,
  placeMaxLength,
  replyMaxLength,
  subjectMaxLength,
  subjectMinLength,
  submitterTypes,
} from "./vocabulary.ts";

/** Control characters (line breaks and tabs aside) and marks that turn the direction of writing: never meant, sometimes harmful. */
// oxlint-disable-next-line no-control-regex
const unwanted = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu;

/** A text as it is stored: composed letters, one kind of line break, nothing invisible. */
export const cleanText = (text: string): string => text.replace(/\r\n?/g, "\n").replace(unwanted, "").normalize("NFC").trim();

const lines = (max: number) => z.string({ error: "required" }).overwrite(cleanText).max(max, { error: "too_long" });
const line = (max: number) => lines(max).overwrite((text) => text.replace(/\s+/gu, " "));
const tooShort = ({ input }: { input?: unknown }) => (input === "" ? "required" : "too_short");
const optional = <Text extends z.ZodType<string, string>>(text: Text) =>
  text
    .nullish()
    .transform((value) => (value ? value : undefined))
    .optional();

const Contact = z.object({
  name: optional(line(contactMaxLength)),
  phone: optional(line(30).regex(/^$|^\+?\d[\d .()-]{6,24}$/, { error: "not_a_phone" })),
  email: optional(line(contactMaxLength).regex(/^$|^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]{2,}$/, { error: "not_an_email" })),
  address: optional(line(contactMaxLength)),
  organisation: optional(line(contactMaxLength)),
});
export type Contact = z.infer<typeof Contact>;

const Fields = z.object({
  kind: z.enum(caseKinds, { error: "required" }),
  /** Decree 20/2008/NĐ-CP, article 5; only for a phản ánh, kiến nghị. */
  content: z.coerce
    .number()
    .pipe(z.literal([...caseContents], { error: "not_in_list" }))
    .optional(),
  field: z.enum(caseFields, { error: "not_in_list" }).optional(),
  subject: line(subjectMaxLength).min(subjectMinLength, { error: tooShort }),
  body: lines(bodyMaxLength).min(bodyMinLength, { error: tooShort }),
  submitterType: z.enum(submitterTypes, { error: "not_in_list" }).default("citizen"),
  place: optional(line(placeMaxLength)),
  /** Of this century or the last: PostgreSQL knows no year 0. */
  happenedOn: z.iso
    .date({ error: "not_a_date" })
    .regex(/^(19|20)/, { error: "not_a_date" })
    .optional(),
  /** Slugs. */
  procedure: z.string().max(200, { error: "too_long" }).optional(),
  unit: z.string().max(200, { error: "too_long" }).optional(),
  contact: Contact.default({}),
  /** Whether the answer may be published (never with the name). A phản ánh, kiến nghị is published all the same. */
  publishWish: z.boolean().default(true),
  urgent: z.boolean().default(false),
  consent: z.literal(true, { error: "consent_required" }),
});

/** What was typed so far, looked at even while other fields are wrong, so that a form tells all in one go. */
type Typed = { kind?: unknown; content?: unknown; place?: unknown; contact?: Partial<Record<keyof Contact, unknown>> } | null | undefined;

const rule = (path: string[], error: string, broken: (typed: NonNullable<Typed>) => boolean) =>
  [(typed: unknown) => !broken(typed ?? {}), { path, error, when: () => true }] as const;

const reachable = (typed: NonNullable<Typed>) => Boolean(typed.contact?.email || typed.contact?.phone);

/**
 * What a sender may send. Rules per kind: a comment may be anonymous; a question needs a way to answer; a phản ánh,
 * kiến nghị needs name, address and telephone or mail address (Decree 20/2008/NĐ-CP, art. 7); a report from a place
 * needs the place. Messages are keys.
 */
export const CaseDraft = Fields.refine(
  ...rule(["contact", "name"], "required", (typed) => typed.kind === "phan_anh_kien_nghi" && !typed.contact?.name),
)
  .refine(...rule(["contact", "address"], "required", (typed) => typed.kind === "phan_anh_kien_nghi" && !typed.contact?.address))
  .refine(
    ...rule(
      ["contact", "phone"],
      "contact_required",
      (typed) => (typed.kind === "phan_anh_kien_nghi" || typed.kind === "hoi_dap") && !reachable(typed),
    ),
  )
  .refine(...rule(["place"], "required", (typed) => typed.kind === "phan_anh_hien_truong" && !typed.place))
  .refine(...rule(["content"], "content_not_for_kind", (typed) => typed.kind !== "phan_anh_kien_nghi" && typed.content != null));
export type CaseDraft = z.infer<typeof CaseDraft>;

/** What the handler writes: the answer to the sender, and the texts for everybody. May be half done. */
export const ReplyDraft = z.object({
  body: lines(replyMaxLength),
  conclusion: z
    .enum(conclusions, { error: "not_in_list" })
    .nullish()
    .transform((value) => value ?? null),
  legalBasis: optional(lines(1000)).transform((value) => value ?? null),
  publicTitle: line(subjectMaxLength),
  publicQuestion: lines(bodyMaxLength),
  publicAnswer: lines(replyMaxLength),
});
export type ReplyDraft = z.infer<typeof ReplyDraft>;

/** A message, reason, request or note of a person. */
export const Message = z.object({ body: lines(messageMaxLength).min(1, { error: "required" }) });
export type Message = z.infer<typeof Message>;

export const Rating = z.object({
  stars: z.coerce.number().pipe(z.literal([1, 2, 3, 4, 5], { error: "required" })),
  comment: optional(lines(1000)),
});
export type Rating = z.infer<typeof Rating>;
