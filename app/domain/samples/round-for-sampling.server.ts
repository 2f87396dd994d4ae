import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findRound } from "../surveys/index.server.ts";

/**
 * A round the official may draw a sample for. Refuses `survey.not_found`, `survey.not_yours`, `sample.mode_not_open`, and
 * `survey.not_open` for one that is over.
 * @param open also refuses a round that takes no answers yet
 */
export async function roundForSampling(db: Db, by: Official, slug: string, now: Date, { open = false } = {}) {
  const round = await findRound(db, slug);
  if (!round) return refuse("survey.not_found");
  if (!mayIn(by, "surveys.manage", round.authority.id)) return refuse("survey.not_yours");
  if (!round.modes.includes("sample")) return refuse("sample.mode_not_open");
  const today = civilDay(now);
  const isOver = (round.state !== "draft" && round.state !== "open") || round.closesOn < today;
  if (isOver || (open && (round.state !== "open" || round.opensOn > today))) return refuse("survey.not_open");
  return done(round);
}
