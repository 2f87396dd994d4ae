import type { Open311Value } from "#app/platform/open311-document.server.ts";
import type { Open311Call } from "./open311-call.server.ts";

/** When what stands here last changed. */
const changeset = "2026-11-21T00:00:00+07:00";

/** Service discovery: where which version stands, in which formats, and whom to ask for a key. */
export function discovery({ portal, t, to }: Open311Call): Open311Value {
  const { publicUrl } = portal;
  return {
    changeset,
    contact: t("open311:discovery.contact", { url: publicUrl + to("/kenh-tiep-nhan") }),
    key_service: t("open311:discovery.key", { url: `${publicUrl}${to("/du-lieu")}#open311` }),
    endpoints: [
      {
        specification: "http://wiki.open311.org/GeoReport_v2",
        url: `${publicUrl}/open311/v2`,
        changeset,
        type: portal.settings.demo ? "test" : "production",
        formats: ["text/xml", "application/json"],
      },
    ],
  };
}
