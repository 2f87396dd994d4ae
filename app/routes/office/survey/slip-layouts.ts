/** How slips lie on paper: their size, and how many are cut from a sheet of A4 (1: the paper has the size itself). */
export const slipLayouts = {
  a6_4: { size: "a6", perPage: 4 },
  a5_2: { size: "a5", perPage: 2 },
  a6: { size: "a6", perPage: 1 },
  a5: { size: "a5", perPage: 1 },
} as const;
export type SlipLayout = keyof typeof slipLayouts;

export const isSlipLayout = (text: string | undefined): text is SlipLayout => text !== undefined && Object.hasOwn(slipLayouts, text);
