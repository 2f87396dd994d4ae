import type { Transaction } from "./read-transaction.ts";
import { noProcedure, type StrataKind, stratumSmallest } from "./vocabulary.ts";

/** `key`: the slugs of unit and procedure, the same wherever the list is read. `procedureId`: zeros for none. */
export type ListStratum = { key: string; unitId: string; procedureId: string; transactions: Transaction[] };

/**
 * The strata of a list, by key. A unit's procedures with fewer than `stratumSmallest` transactions, and transactions that
 * name none, make one stratum together.
 */
export function toStrata(list: readonly Transaction[], kind: StrataKind): ListStratum[] {
  const sizes = new Map<string, number>();
  const nameOf = ({ unit, procedure }: Transaction) => `${unit.slug}/${kind === "unit_procedure" ? (procedure?.slug ?? "") : ""}`;
  for (const one of list) sizes.set(nameOf(one), (sizes.get(nameOf(one)) ?? 0) + 1);

  const strata = new Map<string, ListStratum>();
  for (const one of list) {
    const own = kind === "unit_procedure" && one.procedure !== null && (sizes.get(nameOf(one)) ?? 0) >= stratumSmallest;
    const key = own ? nameOf(one) : `${one.unit.slug}/`;
    const stratum = strata.get(key) ?? {
      key,
      unitId: one.unit.id,
      procedureId: own ? (one.procedure?.id ?? noProcedure) : noProcedure,
      transactions: [],
    };
    stratum.transactions.push(one);
    strata.set(key, stratum);
  }
  return [...strata.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}
