import { officeActs, type OfficeAct } from "#app/domain/feedback/vocabulary.ts";

/** The act an address or a form names, if there is one. */
export const actNamed = (text: string | undefined): OfficeAct | undefined => officeActs.find((act) => act === text);
