import type { Complete } from "../../complete.ts";
import type { templates as source } from "../vi/templates.ts";

export const templates = {
  title: "Templates",
  lead: "Templates make writing quick and alike. What stands in double braces is filled in when one is used.",
  fieldsTitle: "What is filled in",
  fields: {
    ma: "code of the case",
    tieu_de: "the sender's title",
    ngay_nhan: "day of receipt",
    don_vi: "unit that answers",
    han: "due day of the answer",
    thu_tuc: "name of the procedure",
    can_bo: "name of the official who writes",
    hom_nay: "today",
  },
  kinds: { reply: "Answer", message: "Message to the sender", supplement: "Request for more", refusal: "Refusal" },
  kind: "For",
  chooseKind: "Choose what for",
  name: "Name",
  body: "Text",
  active: "In use",
  save: "Save the template",
  add: "Add a template",
  saved: "The template was saved.",
  none: "No templates yet",
  noneLine: "Add the first one below.",
  retired: "out of use",
  use: "Templates",
  insert: "Copy this into the text",
} satisfies Complete<typeof source, "en">;
