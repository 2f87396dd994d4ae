import { caseFields, caseKinds, caseStates, channels, type WorkList } from "#app/domain/feedback/vocabulary.ts";
import type { Permission } from "#app/domain/people/vocabulary.ts";
import { readListQuery } from "../../list-query.ts";
import { workListParameter, workListsFor } from "../work-lists.ts";
import { dueChoices, pageSizes } from "./list-choices.ts";

/** Parameters of the list's address. */
const names = ["trang-thai", "loai", "linh-vuc", "don-vi", "han", "kenh", "khan", "cua-toi", "dong"] as const;

const usualPage = 30;

export type ListView = { list: WorkList | null; q: string | undefined; given: Partial<Record<(typeof names)[number], string | undefined>> };

/** Reads a work list's address; what nobody could have chosen counts as not chosen. `units` by slug. */
export function readListFilter(url: URL, may: readonly Permission[], units: readonly { id: string; slug: string }[]) {
  const { q, after, filters } = readListQuery(url, [workListParameter, "xong", ...names]);
  const { [workListParameter]: wanted, xong, ...given } = filters;
  const lists = workListsFor(may);
  const list = lists.find((one) => one === wanted);
  const within = dueChoices.find(([value]) => value === given.han)?.[0];
  const filter = {
    q,
    list,
    state: caseStates.find((state) => state === given["trang-thai"]),
    kind: caseKinds.find((kind) => kind === given.loai),
    field: caseFields.find((field) => field === given["linh-vuc"]),
    unit: units.find((unit) => unit.slug === given["don-vi"])?.id,
    channel: channels.find((channel) => channel === given.kenh),
    urgent: given.khan === "on",
    mine: given["cua-toi"] === "on",
    overdue: within === "qua-han",
    dueWithin: within === undefined || within === "qua-han" ? undefined : Number(within),
  };
  const { state, kind, field, unit, channel, urgent, mine } = filter;
  return {
    lists,
    filter,
    after,
    xong,
    limit: pageSizes.find((size) => String(size) === given.dong) ?? usualPage,
    narrowed: Boolean(q ?? state ?? kind ?? field ?? unit ?? channel ?? within) || urgent || mine,
    view: { list: list ?? null, q, given } satisfies ListView,
  };
}
