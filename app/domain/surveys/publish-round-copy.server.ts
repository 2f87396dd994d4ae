import type { Db } from "#db/schema/handle.ts";
import type { Actor } from "../audit/index.server.ts";
import { publish } from "../publishing/index.server.ts";
import { civilDay } from "../calendar/civil-day.ts";
import type { Round } from "./find-round.server.ts";
import { listFrozenResults } from "./frozen-results.server.ts";
import { minutesOf } from "./minutes-of.ts";
import { listExtensions } from "./round-extensions.server.ts";
import type { RoundState } from "./vocabulary.ts";

/** Says to the public what a round is and how it stands. It holds nothing anybody answered. */
export async function publishRoundCopy(tx: Db, by: Actor, round: Round, state: Exclude<RoundState, "draft">, now: Date): Promise<void> {
  const link = ({ slug, name }: Round["authority"]) => ({ slug, name });
  const corrections = (await listFrozenResults(tx, round.id)).flatMap(({ edition, publishedAt, note }) =>
    note === null ? [] : [{ edition, on: civilDay(publishedAt), note }],
  );
  const extensions = (await listExtensions(tx, round.id)).map(({ until, on, reason }) => ({ until, on, reason }));
  const published = await publish(
    tx,
    by,
    {
      kind: "round",
      slug: round.slug,
      subjectId: round.id,
      content: {
        title: round.title,
        state,
        authority: link(round.authority),
        opensOn: round.opensOn,
        closesOn: round.closesOn,
        target: round.target,
        modes: round.modes,
        units: round.units.map(link),
        questionnaire: round.questionnaire,
        minutes: minutesOf(round.layout.questionnaire),
        ...(corrections.length > 0 ? { corrections } : {}),
        ...(extensions.length > 0 ? { extensions } : {}),
      },
      sensitiveText: [...corrections.map(({ note }) => note), ...extensions.map(({ reason }) => reason)]
        .map(({ vi, en }) => `${vi}\n${en ?? ""}`)
        .join("\n"),
      title: round.title,
      searchText: [round.authority, ...round.units].map(({ name }) => `${name.vi} ${name.en ?? ""}`).join(" "),
      facets: { authority: round.authority.slug, facet: state, category: round.questionnaire.code },
      sortDay: round.opensOn,
    },
    now,
  );
  if (!published.ok) throw new Error(`The round's public copy was refused: ${published.code}`);
}
