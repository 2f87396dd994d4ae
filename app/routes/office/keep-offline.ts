import type { ClientActionFunctionArgs, ShouldRevalidateFunction } from "@remix-run/react";

/** After so long what could not be sent is tried again. */
export const tryAgainMs = 8_000;

/** What a page is told where the line was down. */
type Offline = { offline: true };
export const isOffline = (answer: unknown): answer is Offline => typeof answer === "object" && answer !== null && "offline" in answer;

/**
 * A page whose line is down stays as it is, with all that was typed: without this it would give way to an error. A browser's
 * fetch fails with a `TypeError` where nothing came back.
 */
export async function keepOffline({ serverAction }: ClientActionFunctionArgs): Promise<unknown> {
  try {
    return await serverAction();
  } catch (error) {
    if (error instanceof TypeError) return { offline: true } satisfies Offline;
    throw error;
  }
}

/** Nothing is read anew while the line is down. */
export const revalidateOnline: ShouldRevalidateFunction = ({ actionResult, defaultShouldRevalidate }) =>
  !isOffline(actionResult) && defaultShouldRevalidate;
