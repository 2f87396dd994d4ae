import { expect, test } from "vitest";
import { withoutSecrets } from "./path-for-log.ts";

test.each([
  ["/p/ABCD-EFGH-JKMN", "/p/…"],
  ["/en/p/ABCD-EFGH-JKMN", "/en/p/…"],
  ["/thu/s3cret", "/thu/…"],
  ["/api/mail/unsubscribe/s3cret", "/api/mail/unsubscribe/…"],
  ["/lich-han/s3cret/viec.ics", "/lich-han/…/viec.ics"],
  ["/hai-long/p/bao-cao", "/hai-long/p/bao-cao"],
])("an address that is a key is not logged: %s", (path, logged) => {
  expect(withoutSecrets(path)).toBe(logged);
});
