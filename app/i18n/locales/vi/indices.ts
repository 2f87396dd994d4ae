export const indices = {} as const;
