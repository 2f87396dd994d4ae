import { useEffect } from "react";
import { keysHelpId } from "./keys-help.tsx";

const rows = () => [...document.querySelectorAll<HTMLAnchorElement>(".work .work-title")];

/**
 * One-letter keys in a list of work. They never act while something is typed or with a modifier held, and can be
 * switched off on the account page (WCAG 2.1.4). The arrows move only once a row has the focus, so that they scroll else.
 */
export function useListKeys(on: boolean): void {
  useEffect(() => {
    if (!on) return undefined;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (act(event.key)) event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [on]);
}

/** A field takes letters; the boxes of the list do not. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement && target.type === "checkbox") return false;
  return target.isContentEditable || target.matches("input, textarea, select, [role='menu'] *");
}

/** Whether the key meant something here. */
function act(key: string): boolean {
  const all = rows();
  const at = all.findIndex((row) => row.closest("li")?.contains(document.activeElement));
  switch (key) {
    case "j":
      return focus(all[Math.min(at + 1, all.length - 1)]);
    case "k":
      return focus(all[Math.max(at - 1, 0)]);
    case "ArrowDown":
      return at >= 0 && focus(all[at + 1]);
    case "ArrowUp":
      return at >= 0 && focus(all[at - 1]);
    case "x": {
      const box = all[at]?.closest("li")?.querySelector<HTMLInputElement>(".work-pick input");
      box?.click();
      return box !== undefined && box !== null;
    }
    case "/":
      return focus(document.querySelector<HTMLElement>("#tim-trong-phong"));
    case "?":
      return openHelp();
    default:
      return false;
  }
}

function focus(element: HTMLElement | null | undefined): boolean {
  element?.focus();
  return Boolean(element);
}

function openHelp(): boolean {
  const details = document.querySelector<HTMLDetailsElement>(`#${keysHelpId} > details`);
  if (details) details.open = true;
  return focus(details?.querySelector("summary"));
}
