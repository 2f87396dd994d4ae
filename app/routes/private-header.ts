/** For pages that hold a key or a person's own case: no browser or proxy keeps them, and “back” shows nothing. */
export const privateHeader = () => ({ "Cache-Control": "no-store" });
