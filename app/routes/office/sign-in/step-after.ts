import type { SecondFactor } from "#app/domain/people/official.ts";

/** Where somebody who is signed in goes next: to the code, to setting it up, or on to `back`. */
export function stepAfter(secondFactor: SecondFactor, to: (path: string) => string, back: string): string {
  const next = `?${new URLSearchParams({ tiep: back })}`;
  if (secondFactor === "to_confirm") return to("/dang-nhap/ma") + next;
  if (secondFactor === "to_set_up") return to("/dang-nhap/thiet-lap-ma") + next;
  return back;
}
