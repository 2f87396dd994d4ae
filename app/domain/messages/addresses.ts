/** What an address of the portal's inbox is for: `inbox+<purpose>.<token>@host`. */
const purposes = { b: "bounce", r: "thread", u: "unsubscribe" } as const;
export type InboxPurpose = (typeof purposes)[keyof typeof purposes];
const letterOf = { bounce: "b", thread: "r", unsubscribe: "u" } as const satisfies Record<InboxPurpose, keyof typeof purposes>;

/** The inbox's address with a token in it (RFC 5233). @param inbox `name@host` */
export function inboxAddress(inbox: string, purpose: InboxPurpose, token: string): string {
  const at = inbox.lastIndexOf("@");
  return `${inbox.slice(0, at)}+${letterOf[purpose]}.${token}${inbox.slice(at)}`;
}

/** What an address of the inbox says; undefined for any other address. Servers may change capitals on the way. */
export function readInboxAddress(address: string): { purpose: InboxPurpose; token: string } | undefined {
  const [, letter, token] = /\+([bru])\.([0-9a-v]{42})@/.exec(address.toLowerCase()) ?? [];
  return letter && token ? { purpose: purposes[letter as keyof typeof purposes], token } : undefined;
}

/** One address for one person: no spaces, no capitals. For fingerprints, not for sending. */
export const plainAddress = (address: string): string => address.trim().toLowerCase();

/** Enough for its owner to know it, too little for others: `n…@e….vn`. */
export function addressHint(address: string): string {
  const at = address.lastIndexOf("@");
  const host = address.slice(at + 1);
  const ending = host.slice(host.lastIndexOf("."));
  return `${[...address][0] ?? ""}…@${[...host][0] ?? ""}…${ending}`;
}
