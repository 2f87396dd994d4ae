import { cases } from "./cases.server.ts";
import { channels } from "./channels.server.ts";
import { documents } from "./documents.server.ts";
import { faqs } from "./faqs.server.ts";
import { indices } from "./indices.server.ts";
import { news } from "./news.server.ts";
import { plans } from "./plans.server.ts";
import { procedures } from "./procedures.server.ts";
import { remarks } from "./remarks.server.ts";
import type { Resource } from "./resource.server.ts";
import { rounds } from "./rounds.server.ts";
import { scoreSheets } from "./score-sheets.server.ts";
import { serviceMonths } from "./service-months.server.ts";
import { units } from "./units.server.ts";

/** Everything that can be read at `/api/v1/…`, in the order the documentation tells it. */
const definitions = [units, procedures, news, documents, faqs, channels, rounds, remarks, cases, plans, indices, scoreSheets, serviceMonths];

/** The resources of the portal that stands at this address. */
export const resourcesAt = (publicUrl: string): Resource[] => definitions.map((define) => define(publicUrl));

/** The resource of an address's last word, or undefined. */
export const findResource = (publicUrl: string, path: string | undefined): Resource | undefined =>
  resourcesAt(publicUrl).find((resource) => resource.path === path);
