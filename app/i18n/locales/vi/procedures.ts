export const procedures = {} as const;
