import type { OfficeAct } from "#app/domain/feedback/vocabulary.ts";
import type { Acting, Answer } from "./acting.server.ts";
import { handlingActs } from "./do-handling.server.ts";
import { publishingActs } from "./do-publishing.server.ts";
import { receivingActs } from "./do-receiving.server.ts";
import { routingActs } from "./do-routing.server.ts";

const acts: Record<OfficeAct, (acting: Acting) => Promise<Answer>> = { ...receivingActs, ...routingActs, ...handlingActs, ...publishingActs };

/** Does one act on a case. */
export const doAct = (act: OfficeAct, acting: Acting): Promise<Answer> => acts[act](acting);
