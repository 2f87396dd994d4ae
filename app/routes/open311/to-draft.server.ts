import { CaseDraft } from "#app/domain/feedback/schemas.ts";
import { bodyMinLength, subjectMaxLength } from "#app/domain/feedback/vocabulary.ts";
import type { Open311Error } from "#app/platform/open311-document.server.ts";
import { fieldProblems, issuesOf } from "../api/field-problems.ts";
import { type Open311Call, open311Problem } from "./open311-call.server.ts";
import { type Point, writePlace } from "./place.ts";
import type { RequestForm } from "./read-request-form.server.ts";
import { readDay } from "./read-instant.ts";
import { attributesOf } from "./service-attributes.ts";
import type { Service } from "./service-codes.ts";

const urlMaxLength = 500;

/** How GeoReport calls the parts of a case. */
const parameters: Record<string, string> = {
  subject: "attribute[subject]",
  body: "description",
  place: "address_string",
  content: "attribute[content]",
  happenedOn: "attribute[happened_on]",
  procedure: "attribute[procedure]",
  unit: "attribute[unit]",
  submitterType: "attribute[submitter_type]",
  "contact.name": "first_name, last_name",
  "contact.phone": "phone",
  "contact.email": "email",
  "contact.address": "attribute[sender_address]",
  "contact.organisation": "attribute[organisation]",
};

type ReadDraft = { ok: true; draft: CaseDraft } | { ok: false; errors: [Open311Error, ...Open311Error[]] };

/**
 * The case a request means, by the rules of the web form. By calling, the partner says that the sender agreed to the use
 * of what is sent; the documentation asks it of them. `media_url` is written down as a link and never fetched.
 */
export function toDraft(call: Open311Call, service: Service, form: RequestForm): ReadDraft {
  const { text, attribute } = form;
  const problems: Open311Error[] = [];
  const no = (...problem: Parameters<typeof open311Problem> extends [Open311Call, ...infer Rest] ? Rest : never) =>
    void problems.push(open311Problem(call, ...problem));

  for (const { code, required } of attributesOf(service.kind)) if (required && !attribute(code)) no("missing", { name: `attribute[${code}]` });
  const point = readPoint(text("lat"), text("long"));
  if (point === "wrong") no("bad_point");
  const place = writePlace([text("address_string"), attribute("place_note")], point === "wrong" ? undefined : point);
  if (service.kind === "phan_anh_hien_truong" && !text("address_string") && !point) no(text("address_id") ? "no_address_register" : "no_place");
  const link = text("media_url");
  if (link && !isLink(link)) no("bad_media_url", { most: String(urlMaxLength) });
  const happenedOn = attribute("happened_on");
  if (happenedOn && !readDay(happenedOn)) no("bad_date", { name: "attribute[happened_on]" });

  const description = text("description");
  const draft = CaseDraft.safeParse({
    kind: service.kind,
    field: service.field,
    content: attribute("content") || undefined,
    subject: attribute("subject") || firstSentence(description),
    body: link && description.length >= bodyMinLength ? `${description}\n\n${call.t("open311:mediaLink", { url: link })}` : description,
    place: place || undefined,
    happenedOn: readDay(happenedOn),
    procedure: attribute("procedure") || undefined,
    unit: attribute("unit") || undefined,
    submitterType: attribute("submitter_type") || undefined,
    // Vietnamese names begin with the family's.
    contact: {
      name: [text("last_name"), text("first_name")].filter(Boolean).join(" "),
      phone: text("phone"),
      email: text("email"),
      address: attribute("sender_address"),
      organisation: attribute("organisation"),
    },
    publishWish: attribute("publish_wish") !== "no",
    consent: true,
  });
  if (!draft.success) {
    for (const { field, detail } of fieldProblems(call, issuesOf(draft.error))) {
      const name = parameters[field] ?? field;
      // What was said already, and a title made of a description that is itself too short, need no second error.
      const said = problems.some(({ description: words }) => words.startsWith(`${name}:`)) || (field === "place" && point === undefined && !place);
      if (!said && !(field === "subject" && !attribute("subject"))) problems.push({ code: 400, description: `${name}: ${detail}` });
    }
  }
  const [first, ...more] = problems;
  if (first) return { ok: false, errors: [first, ...more] };
  if (!draft.success) return { ok: false, errors: [open311Problem(call, "bad_form")] };
  return { ok: true, draft: draft.data };
}

/** A point on earth (WGS 84), undefined when none was sent. */
function readPoint(lat: string, long: string): Point | undefined | "wrong" {
  if (!lat && !long) return undefined;
  const number = /^[+-]?\d{1,3}(?:\.\d{1,20})?$/;
  if (!number.test(lat) || !number.test(long) || Math.abs(Number(lat)) > 90 || Math.abs(Number(long)) > 180) return "wrong";
  return { lat: Number(lat), long: Number(long) };
}

const isLink = (text: string) => text.length <= urlMaxLength && /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);

/** A title out of a description: its first sentence, cut between two words when it is too long. */
function firstSentence(description: string): string {
  const sentence = /^[^\n]+?[.!?…](?=\s|$)/u.exec(description)?.[0] ?? description.split("\n")[0] ?? "";
  const words = sentence.trim().replace(/[.…]+$/u, "");
  if (words.length <= subjectMaxLength) return words;
  return `${words.slice(0, subjectMaxLength - 1).replace(/\s+\S*$/u, "")}…`;
}
