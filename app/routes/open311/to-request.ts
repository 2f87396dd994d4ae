import type { PublicReport } from "#app/domain/publishing/index.server.ts";
import type { Conclusion } from "#app/domain/feedback/vocabulary.ts";
import { formatDay } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import type { Open311Call } from "./open311-call.server.ts";
import { readPlace } from "./place.ts";
import { serviceOf } from "./service-codes.ts";

/** What the specification allows for a description. */
const descriptionMaxLength = 4000;

/** An instant with Việt Nam's offset, to the second: `2026-11-21T09:30:00+07:00`. */
const inVietNam = (instant: Date) => `${new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;

/**
 * A public case as a service request; undefined for the kinds that are no service. It says only what the public copy
 * says: of the day it came and of the promised day no hour is public, so the one is told from its beginning, the other to
 * its end.
 */
export function toRequest({ portal, t, to, lang }: Open311Call, { content, updatedAt }: PublicReport) {
  const service = serviceOf(content);
  if (!service) return undefined;
  const { address, lat, long } = readPlace(content.place);
  const page = portal.publicUrl + to(`/phan-anh/${content.code}`);
  const [photo] = content.photos;
  return {
    service_request_id: content.code,
    status: isOpenAgain(content) ? "open" : "closed",
    status_notes: statusNotes(t, lang, content),
    service_name: `${t(`words:caseKind.${service.kind}`)}: ${t(`words:caseField.${service.field}`)}`,
    service_code: service.code,
    description: shortened(`${content.title}\n\n${content.question}`, descriptionMaxLength),
    agency_responsible: inLanguage(lang, content.unit.name),
    service_notice: t("open311:notice.page", { url: page }),
    requested_datetime: `${content.receivedOn}T00:00:00+07:00`,
    updated_datetime: inVietNam(updatedAt),
    expected_datetime: `${content.dueOn}T23:59:59+07:00`,
    address,
    address_id: null,
    zipcode: null,
    lat,
    long,
    media_url: photo ? `${portal.publicUrl}/tep/${photo.key}` : null,
  };
}

/** A case opened again is told as such when its copy is; its first answer stays public meanwhile. */
const isOpenAgain = ({ timeline }: PublicReport["content"]) => timeline.at(-1)?.step === "reopened";

function statusNotes(t: Open311Call["t"], lang: Open311Call["lang"], content: PublicReport["content"]): string {
  const answered = t(content.onTime ? "open311:status.onTime" : "open311:status.late", { day: formatDay(lang, content.answeredOn) });
  const conclusion = content.conclusion ? t(`words:conclusion.${content.conclusion as Conclusion}`) : undefined;
  const facts = [
    isOpenAgain(content) ? t("open311:status.openAgain") : undefined,
    answered,
    conclusion && t("open311:status.conclusion", { conclusion }),
  ];
  return [facts.filter(Boolean).join(" "), content.answer].join("\n\n");
}

const shortened = (text: string, max: number) => (text.length <= max ? text : `${text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, "")}…`);
