export { createKiosk } from "./create-kiosk.server.ts";
export { findKioskByToken } from "./find-kiosk-by-token.server.ts";
export { type KioskLine, listKiosks } from "./list-kiosks.server.ts";
export { renewKioskCode } from "./renew-kiosk-code.server.ts";
export { revokeKiosk } from "./revoke-kiosk.server.ts";
export { setUpKiosk } from "./set-up-kiosk.server.ts";
export { submitByKiosk } from "./submit-by-kiosk.server.ts";
