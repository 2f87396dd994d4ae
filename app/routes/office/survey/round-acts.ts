import type { Permission } from "#app/domain/people/vocabulary.ts";
import type { RoundState } from "#app/domain/surveys/vocabulary.ts";

/** Words of the acts as they stand in addresses and forms. */
export const roundActs = ["mo", "dong", "cong-bo", "luu-tru"] as const;
export type RoundAct = (typeof roundActs)[number];

/** Which act a state waits for, and the right it takes. The act itself checks both again. */
export const nextActOf: Readonly<Partial<Record<RoundState, { act: RoundAct; right: Permission }>>> = {
  draft: { act: "mo", right: "surveys.manage" },
  open: { act: "dong", right: "surveys.manage" },
  closed: { act: "cong-bo", right: "surveys.approve" },
  published: { act: "luu-tru", right: "surveys.manage" },
};

export const isRoundAct = (text: string | null | undefined): text is RoundAct => roundActs.some((act) => act === text);

/** What may just have happened, as the address says it after an act; `lap`: the round was drawn up. */
export const justDone = (text: string | null): RoundAct | "lap" | null => ([...roundActs, "lap"] as const).find((one) => one === text) ?? null;
