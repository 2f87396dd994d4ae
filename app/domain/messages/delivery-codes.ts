import type { DeliveryReason } from "./vocabulary.ts";

/**
 * What a server's code means for the reader: RFC 3463 where the server gives an enhanced code (`5.1.1`), else RFC 5321.
 * @param code `550 5.1.1`, `5.2.2`, `451`
 */
export function reasonOf(code: string | null): DeliveryReason {
  const enhanced = /\b[45]\.(\d{1,3})\.(\d{1,3})\b/.exec(code ?? "");
  if (enhanced) {
    const [, subject, detail] = enhanced;
    if (subject === "1") return "no_such_address";
    if (subject === "2") return detail === "2" ? "mailbox_full" : detail === "1" ? "no_such_address" : "refused";
    if (subject === "4") return detail === "7" ? "too_late" : "server_away";
    return "refused";
  }
  const basic = /\b([45]\d\d)\b/.exec(code ?? "")?.[1];
  if (basic === "552" || basic === "452") return "mailbox_full";
  if (basic === "550" || basic === "551" || basic === "553") return "no_such_address";
  return basic ? "refused" : "server_away";
}

/** False for what says more about us than about the address, as when a server takes our mail for spam. */
export const blamesAddress = (reason: DeliveryReason): boolean => reason === "no_such_address" || reason === "mailbox_full";
