/** Everything the public can read is a public copy of one of these. */
export const publicKinds = ["case", "news", "document", "faq", "procedure", "unit", "plan", "index", "channel", "round", "dialogue"] as const;
export type PublicKind = (typeof publicKinds)[number];
