import { done, refuse } from "../outcome.ts";
import { cleanText } from "./schemas.ts";

/** A text an official or sender must give: cleaned, neither empty nor too long. */
export function written(text: string, { min = 1, max }: { min?: number; max: number }) {
  const clean = cleanText(text);
  if (clean.length === 0) return refuse("text.missing");
  if (clean.length < min) return refuse("text.too_short", { min });
  if (clean.length > max) return refuse("text.too_long", { max });
  return done(clean);
}
