/** Who holds a lock: `birth` is the process's start as the system writes it, `since` an ISO instant. */
export type Holder = { pid: number; birth: string; purpose: string; since: string };
export type HeldLock = { held: true; release: () => void };

export function processBirth(pid: number): string | undefined;
export function findHolder(file: string): Holder | undefined;
export function takeLock(file: string, purpose: string): HeldLock | { held: false; holder: Holder };
export function waitForLock(file: string, purpose: string, onWait?: (holder: Holder) => void): Promise<HeldLock>;
