/** Charts of a round that can be saved and shown elsewhere, by the word in their address. */
export const chartKinds = { "yeu-to": "factors", "tieu-chi": "criteria", "don-vi": "units" } as const;
export type ChartSlug = keyof typeof chartKinds;
export type ChartKind = (typeof chartKinds)[ChartSlug];

/** Own keys only: `constructor` is no chart. */
export const isChartSlug = (word: string | undefined): word is ChartSlug => word !== undefined && Object.hasOwn(chartKinds, word);
