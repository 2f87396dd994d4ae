import { writeFile } from "node:fs/promises";
import { transitionTable } from "#app/routes/feedback/transition-words.ts";

/** Writes docs/state-machine.md from the table the acts follow. */
await writeFile(new URL("../../docs/state-machine.md", import.meta.url), transitionTable());
