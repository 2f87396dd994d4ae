export const kioskNameMaxLength = 80;

/** Hours in which a device can be set up with a code. */
export const setUpHours = 48;

/** Tries of a set-up code from one client in an hour: a code has 60 random bits. */
export const setUpLimit = { name: "kiosk-set-up", points: 20, seconds: 3600 } as const;

/** Answers one kiosk may send in an hour, a day's queue after a broken line included. */
export const kioskLimit = { name: "kiosk-answers", points: 600, seconds: 3600 } as const;

/** How a kiosk stands: waits for a device, has one, or was taken out of use. */
export const kioskStates = ["waiting", "active", "revoked"] as const;
export type KioskState = (typeof kioskStates)[number];
