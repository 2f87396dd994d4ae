const told = ["reason_missing", "round_open", "too_many"] as const;

/** Why no file was handed out, as the address of the page says it; null for what it never says. */
export const refusalIn = (word: string | null) => told.find((one) => one === word) ?? null;
