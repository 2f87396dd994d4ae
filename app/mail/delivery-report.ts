export type DeliveryReport = {
  action: "failed" | "delayed" | "delivered" | "relayed" | "expanded";
  /** `550 5.1.1`, `5.1.1` or `4.4.7`. */
  code: string | null;
  /** Message-ID of the mail it is about, as it was sent back. */
  originalId: string | undefined;
};

const actions = ["failed", "delayed", "delivered", "relayed", "expanded"] as const;

/**
 * What a server reports of a mail (RFC 3464): the worst of its recipients; ours have one each.
 * @param parts of the mail, decoded
 */
export function readReport(parts: readonly { mime: string; text: string }[]): DeliveryReport | undefined {
  const status = parts.find(({ mime }) => mime === "message/delivery-status" || mime === "message/global-delivery-status");
  if (!status) return undefined;
  const recipients = unfold(status.text)
    .split(/\n\s*\n/)
    .map(fieldsOf)
    .filter((fields) => fields.has("action"));
  const worst = recipients.find((fields) => fields.get("action")?.toLowerCase() === "failed") ?? recipients[0];
  const action = actions.find((one) => one === worst?.get("action")?.toLowerCase());
  if (!worst || !action) return undefined;

  const enhanced = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(worst.get("status") ?? "")?.[0];
  const basic = /^smtp;\s*([245]\d\d)\b/i.exec(worst.get("diagnostic-code") ?? "")?.[1];
  const returned = parts.find(({ mime }) => /^(message\/(rfc822|global)|text\/rfc822-headers|message\/global-headers)$/.test(mime));
  const [head = ""] = unfold(returned?.text ?? "").split(/\n\s*\n/);
  return { action, code: [basic, enhanced].filter(Boolean).join(" ") || null, originalId: fieldsOf(head).get("message-id") };
}

const unfold = (text: string) => text.replace(/\r\n?/g, "\n").replace(/\n[ \t]+/g, " ");

function fieldsOf(block: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of block.split("\n")) {
    const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
    if (name && value !== undefined && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value.trim());
  }
  return fields;
}
