import { useFetcher } from "@remix-run/react";
import { type RefObject, useCallback, useEffect, useRef } from "react";
import { isOffline, tryAgainMs } from "../keep-offline.ts";

/**
 * Saves the rows of a grid as they are left, one request after the other: a new one would abort the one under way, and
 * its row might never arrive. Rows left meanwhile wait and go together; when the page is left, what has not arrived goes by beacon.
 */
export function useRowSaver(grid: RefObject<HTMLFormElement | null>) {
  const { state, data, submit } = useFetcher<{ refused: string | null } | { offline: true }>();
  const waiting = useRef(new Set<string>());
  const under = useRef(new Set<string>());

  const bodyOf = useCallback(
    (places: ReadonlySet<string>) => {
      const body = new FormData();
      for (const [name, value] of new FormData(grid.current ?? undefined)) {
        if (/^(lan|trang)$/.test(name) || places.has(name.split(".")[1] ?? "")) body.append(name, value);
      }
      body.set("viec", "luu");
      return body;
    },
    [grid],
  );

  const send = useCallback(() => {
    if (under.current.size > 0 || waiting.current.size === 0) return;
    under.current = waiting.current;
    waiting.current = new Set();
    submit(bodyOf(under.current), { method: "post" });
  }, [bodyOf, submit]);

  // Each answer is a new object: of a quick one React may never draw the states between.
  useEffect(() => {
    if (state !== "idle") return;
    const back = isOffline(data);
    if (back) waiting.current = new Set([...under.current, ...waiting.current]);
    under.current = new Set();
    if (!back) return send();
    const again = setTimeout(send, tryAgainMs);
    return () => clearTimeout(again);
  }, [state, data, send]);

  useEffect(() => {
    const leave = () => {
      const places = new Set([...under.current, ...waiting.current]);
      if (places.size > 0) navigator.sendBeacon(location.href, bodyOf(places));
    };
    addEventListener("pagehide", leave);
    return () => removeEventListener("pagehide", leave);
  }, [bodyOf]);

  const rowLeft = useCallback(
    (row: HTMLTableRowElement) => {
      if (!row.dataset.changed || !row.dataset.place) return;
      delete row.dataset.changed;
      waiting.current.add(row.dataset.place);
      send();
    },
    [send],
  );

  const failed = isOffline(data) || Boolean(data?.refused);
  return {
    state: state !== "idle" ? ("saving" as const) : data === undefined ? undefined : failed ? ("notSaved" as const) : ("saved" as const),
    rowLeft,
  };
}
