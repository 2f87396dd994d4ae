import type { Keys } from "../keys.ts";
import type { Contact } from "./read-transaction.ts";

const contextOf = (personId: string) => `sample person:${personId}`;

/** Columns of a drawn person's row. */
export const sealContact = (keys: Keys, personId: string, contact: Contact) => keys.seal(JSON.stringify(contact), contextOf(personId));

/** The contact again, as `sealContact` stored it. */
export const openContact = (keys: Keys, personId: string, sealed: Buffer): Contact => JSON.parse(keys.unseal(sealed, contextOf(personId))) as Contact;
