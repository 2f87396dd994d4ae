import type { ServiceKind } from "./service-codes.ts";

type Attribute = {
  code: string;
  datatype: "string" | "text" | "datetime" | "singlevaluelist";
  required: boolean;
  /** False for a text that is only shown. */
  variable: boolean;
};

const notice = { code: "notice", datatype: "text", required: false, variable: false } as const;
const content = { code: "content", datatype: "singlevaluelist", required: false, variable: true } as const;
const senderAddress = { code: "sender_address", datatype: "string", required: true, variable: true } as const;
const placeNote = { code: "place_note", datatype: "string", required: false, variable: true } as const;
const publishWish = { code: "publish_wish", datatype: "singlevaluelist", required: false, variable: true } as const;
const ofBoth = [
  { code: "subject", datatype: "string", required: false, variable: true },
  { code: "procedure", datatype: "singlevaluelist", required: false, variable: true },
  { code: "unit", datatype: "singlevaluelist", required: false, variable: true },
  { code: "happened_on", datatype: "datetime", required: false, variable: true },
  { code: "submitter_type", datatype: "singlevaluelist", required: false, variable: true },
  { code: "organisation", datatype: "string", required: false, variable: true },
] as const satisfies readonly Attribute[];

const attributes = {
  phan_anh_hien_truong: [notice, placeNote, ...ofBoth, publishWish],
  // What Decree 20/2008/NĐ-CP asks for: the content (article 5) and the sender's address (article 7).
  phan_anh_kien_nghi: [notice, content, senderAddress, ...ofBoth],
} as const satisfies Record<ServiceKind, readonly Attribute[]>;

export type ServiceAttribute = (typeof attributes)[ServiceKind][number];
export type AttributeCode = ServiceAttribute["code"];

/** The attributes of a kind of service, in the order they are asked. */
export const attributesOf = (kind: ServiceKind): readonly ServiceAttribute[] => attributes[kind];
