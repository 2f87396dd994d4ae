import type { Contact } from "./schemas.ts";

export type MaskedIdentity = { name: string | null; phone: string | null; email: string | null; organisation: boolean; address: boolean };

/** Enough to tell two senders apart, too little to know one: “Ng… V… A…”, “09xx xxx 123”, “p…@…”. */
export function maskIdentity(identity: Contact): MaskedIdentity {
  return {
    name: identity.name ? maskName(identity.name) : null,
    phone: identity.phone ? maskPhone(identity.phone) : null,
    email: identity.email ? `${[...identity.email][0] ?? ""}…@…` : null,
    organisation: Boolean(identity.organisation),
    address: Boolean(identity.address),
  };
}

function maskName(name: string): string {
  // What stands in brackets, such as “(mẫu)”, is no name.
  const words = name
    .replace(/\([^)]*\)?/gu, " ")
    .trim()
    .split(/\s+/u);
  const [first = "", ...rest] = words;
  return [[...first].slice(0, 2).join(""), ...rest.map((word) => [...word][0] ?? "")].map((start) => `${start}…`).join(" ");
}

function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, "").replace(/^84(?=\d{9})/, "0");
  return digits.length < 8 ? "xxx" : `${digits.slice(0, 2)}xx xxx ${digits.slice(-3)}`;
}
