export const opendata = {} as const;
