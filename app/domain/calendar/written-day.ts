import { z } from "zod";
import { isCivilDay } from "./civil-day.ts";

/** A day as a form or a cursor has it: a real one, and one that PostgreSQL's `date` takes (it knows no year 0). */
export const WrittenDay = z.iso.date({ error: "not_a_date", abort: true }).refine(isCivilDay, { error: "not_a_date" });
