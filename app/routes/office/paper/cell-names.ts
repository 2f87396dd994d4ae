/** Field names of the grid: a cell; besides, `s.<place>` is a sheet that is left out and `d.<place>` a row that was sent. */
export const cellName = (place: number, code: string): string => `r.${place}.${code}`;
