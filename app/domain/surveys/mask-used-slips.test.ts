import { expect, test } from "vitest";
import { figureOfRate } from "../insights/figures.ts";
import { type CountsMask, maskCounts } from "./mask-counts.ts";
import { maskUsedSlips } from "./mask-used-slips.ts";
import type { SheetMode } from "./vocabulary.ts";

type Desk = { used: number; others?: Partial<Record<SheetMode, number>>; issued?: number };

/** What a report tells of desks, each with sheets by slip and sheets that came in other ways. */
function told(desks: readonly Desk[], given?: CountsMask) {
  const counts = desks.flatMap(({ used, others = {} }, index) =>
    Object.entries({ desk_slip: used, ...others }).flatMap(([mode, sheets]) =>
      sheets === 0
        ? []
        : [
            {
              unitId: `u${index}`,
              procedureId: null,
              mode: mode as SheetMode,
              sheets,
              reached: [sheets],
              levels: [[0, 0, 0, sheets, 0] as const],
            },
          ],
    ),
  );
  const mask = given ?? maskCounts(counts);
  const slips = desks.flatMap(({ used, issued = 100 }, index) =>
    issued === 0 ? [] : [{ unitId: `u${index}`, issued, used, returned: figureOfRate("slip_return_rate", used, issued) }],
  );
  const { units, total } = maskUsedSlips(slips, [{ group: "self_selected", counts, mask }]);
  for (const { used, returned } of [...units, total]) expect(returned.suppressed).toBe(used === null);
  return [...units.map(({ used }) => used), total.used];
}

test("slips used are told where they are many and so are the other sheets", () => {
  expect(told([{ used: 28 }, { used: 40, others: { kiosk: 9 } }, { used: 12 }])).toEqual([28, 40, 12, 80]);
});

test("28 of 30 sheets by slip would tell of the two that came otherwise: the unit is hidden, and another with it", () => {
  const shown = told([{ used: 28, others: { kiosk: 2 } }, { used: 40, others: { kiosk: 9 } }, { used: 12 }]);
  expect(shown[0]).toBeNull();
  expect(shown.slice(0, 3).filter((used) => used === null).length).toBeGreaterThan(1);
});

test("a handful of slips used is hidden, with company, and so is the total of a handful", () => {
  const shown = told([
    { used: 3, others: { kiosk: 20 } },
    { used: 30, others: { kiosk: 20 } },
    { used: 9, others: { kiosk: 20 } },
  ]);
  expect(shown[0]).toBeNull();
  expect(shown.slice(0, 3).filter((used) => used === null).length).toBe(2);
  expect(
    told([
      { used: 3, others: { kiosk: 20 } },
      { used: 0, others: { kiosk: 20 } },
    ]).at(-1),
  ).toBeNull();
});

test("of units whose results are hidden nothing is told", () => {
  expect(told([{ used: 3 }, { used: 9 }, { used: 30 }])).toEqual([null, null, 30, 42]);
});

test("three sheets of a hidden unit without slips do not follow from the total of those used", () => {
  const shown = told([{ used: 0, issued: 0, others: { kiosk: 3 } }, { used: 12 }, { used: 20 }]);
  expect(shown.at(-1)).toBeNull();
});

test("where ways of answering are shown, a desk's slips used must not tell of a handful in another way", () => {
  const desks = [
    { used: 30, others: { kiosk: 3, open_link: 6 } },
    { used: 30, others: { open_link: 20 } },
    { used: 30, others: { kiosk: 9 } },
  ];
  const everything: CountsMask = { showing: () => "detail", modeIsShown: () => true };
  const noModes: CountsMask = { showing: () => "detail", modeIsShown: () => false };
  // The first desk's kiosk is all kiosks less the third's, which has no other way beside its slips.
  expect(told(desks, everything)).toEqual([null, null, null, 90]);
  expect(told(desks, noModes)).toEqual([30, 30, 30, 90]);
});
