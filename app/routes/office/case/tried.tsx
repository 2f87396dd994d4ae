import { createContext, useContext } from "react";
import type { OfficeAct } from "#app/domain/feedback/vocabulary.ts";
import type { Tried } from "./answer-act.server.ts";

/** What was just tried and did not happen, for the form it came from. */
export const TriedContext = createContext<Tried | null>(null);

/** What the form of an act shows again: its error, at a field or as a whole, and what had been typed. */
export function useTried(act: OfficeAct) {
  const tried = useContext(TriedContext);
  const mine = tried?.act === act ? tried : null;
  return {
    tried: mine !== null,
    error: (field: string): string | undefined => (mine?.field === field ? mine.error : undefined),
    /** The sentence, when it is about no single field. */
    refusal: mine?.field === null ? mine.error : undefined,
    typed: (name: string): string | undefined => mine?.typed[name],
    picked: mine?.picked ?? [],
  };
}
