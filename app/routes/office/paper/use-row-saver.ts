import { useFetcher } from "@remix-run/react";
import { type RefObject, useCallback, useEffect, useRef } from "react";

/**
 * Saves the rows of a grid as they are left, one request after the other: a new one would abort the one under way, and
 * its row might never arrive. Rows left meanwhile wait and go together.
 */
export function useRowSaver(grid: RefObject<HTMLFormElement | null>) {
  const { state, data, submit } = useFetcher<{ refused: string | null }>();
  const waiting = useRef({ places: new Set<string>(), sending: false });

  const send = useCallback(() => {
    const { places, sending } = waiting.current;
    if (!grid.current || sending || places.size === 0) return;
    const body = new FormData();
    for (const [name, value] of new FormData(grid.current)) {
      if (/^(lan|trang)$/.test(name) || places.has(name.split(".")[1] ?? "")) body.append(name, value);
    }
    body.set("viec", "luu");
    waiting.current = { places: new Set(), sending: true };
    submit(body, { method: "post" });
  }, [grid, submit]);

  useEffect(() => {
    if (state !== "idle") return;
    waiting.current.sending = false;
    send();
  }, [state, send]);

  const rowLeft = useCallback(
    (row: HTMLTableRowElement) => {
      if (!row.dataset.changed || !row.dataset.place) return;
      delete row.dataset.changed;
      waiting.current.places.add(row.dataset.place);
      send();
    },
    [send],
  );

  return { state, data, rowLeft };
}
