export const folder: string;
export const preparationLock: string;
export function embeddedDataDir(): string;
export function say(sentence: string): void;
export function toSpan(milliseconds: number): string;
