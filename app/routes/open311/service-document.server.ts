import { caseContents, submitterTypes } from "#app/domain/feedback/vocabulary.ts";
import { listPublic } from "#app/domain/publishing/index.server.ts";
import { fold } from "#app/domain/text.ts";
import { inLanguage } from "#app/i18n/language.ts";
import type { Open311Value } from "#app/platform/open311-document.server.ts";
import { type AttributeCode, attributesOf } from "./service-attributes.ts";
import type { Open311Call } from "./open311-call.server.ts";
import type { Service } from "./service-codes.ts";

type Choice = { key: string; name: string };

/** A service as the list shows it. */
export function toService({ t }: Open311Call, { code, kind, field }: Service) {
  const kindWord = t(`words:caseKind.${kind}`);
  const fieldWord = t(`words:caseField.${field}`);
  return {
    service_code: code,
    service_name: `${kindWord}: ${fieldWord}`,
    description: t(`open311:service.${kind}`, { field: fieldWord }),
    metadata: true,
    type: "realtime",
    keywords: [...new Set([fieldWord, fold(fieldWord), field])].map((word) => word.replaceAll(",", "")).join(", "),
    group: kindWord,
  };
}

/** What a service asks for beside the place and the description. */
export async function toDefinition(call: Open311Call, service: Service): Promise<Open311Value> {
  const attributes: Open311Value[] = [];
  for (const [index, { code, datatype, required, variable }] of attributesOf(service.kind).entries()) {
    const choices = datatype === "singlevaluelist" ? await choicesOf(call, code) : [];
    attributes.push({
      variable,
      code,
      datatype,
      required,
      datatype_description: call.t(`open311:datatype.${code}`),
      order: index + 1,
      description: call.t(`open311:attribute.${code}`),
      ...(datatype === "singlevaluelist" ? { values: choices } : {}),
    });
  }
  return { service_code: service.code, attributes };
}

async function choicesOf({ db, t, lang }: Open311Call, code: AttributeCode): Promise<Choice[]> {
  switch (code) {
    case "content":
      return caseContents.map((content) => ({ key: String(content), name: t(`words:caseContent.c${content}`) }));
    case "submitter_type":
      return submitterTypes.map((type) => ({ key: type, name: t(`words:submitterType.${type}`) }));
    case "publish_wish":
      return (["yes", "no"] as const).map((key) => ({ key, name: t(`open311:publishWish.${key}`) }));
    case "procedure":
      return (await wholeList(db, "procedure")).map(({ slug, content }) => ({ key: slug, name: inLanguage(lang, content.name) }));
    case "unit":
      return (await wholeList(db, "unit"))
        .filter(({ content }) => content.inForce && !content.external)
        .map(({ slug, content }) => ({ key: slug, name: inLanguage(lang, content.name) }));
    default:
      return [];
  }
}

/** So many names still fit a list to choose from. */
const mostPages = 20;

async function wholeList<Kind extends "procedure" | "unit">(db: Open311Call["db"], kind: Kind) {
  const first = await listPublic(db, kind, {}, { limit: 100 });
  const { items } = first;
  let { next } = first;
  for (let page = 1; next && page < mostPages; page++) {
    const more = await listPublic(db, kind, {}, { limit: 100, after: next });
    items.push(...more.items);
    next = more.next;
  }
  return items;
}
