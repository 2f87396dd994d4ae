import { and, eq, gt, isNotNull, or } from "drizzle-orm";
import { sampleFrames } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay, plusDays } from "../calendar/civil-day.ts";
import type { Keys } from "../keys.ts";
import type { Round } from "../surveys/index.server.ts";
import { targetProblems } from "./guess-targets.ts";
import { type KeptList, openList } from "./kept-list.server.ts";
import { readTransactions, type ReadLine } from "./read-transactions.server.ts";
import { listKeptDays, type ListTarget } from "./vocabulary.ts";

type Row = typeof sampleFrames.$inferSelect;
export type Frame = Omit<Row, "sealedRows" | "keyId">;

const previewRows = 20;

/** The list a round's people are drawn from, or undefined. One that nobody drew from in time counts as gone. */
export async function findFrame(db: Db, roundId: string, now: Date): Promise<Frame | undefined> {
  const row = await findRow(db, roundId, now);
  if (!row) return undefined;
  const { sealedRows: _, keyId: __, ...frame } = row;
  return frame;
}

/** The list with its rows, while they are kept. */
export async function openFrame(db: Db, keys: Keys, roundId: string, now: Date): Promise<{ frame: Frame; kept: KeptList } | undefined> {
  const row = await findRow(db, roundId, now);
  if (!row?.sealedRows) return undefined;
  const { sealedRows, keyId: _, ...frame } = row;
  return { frame, kept: openList(keys, frame.id, sealedRows) };
}

async function findRow(db: Db, roundId: string, now: Date): Promise<Row | undefined> {
  const oldest = plusDays(civilDay(now), -listKeptDays - 1);
  const [row] = await db
    .select()
    .from(sampleFrames)
    .where(and(eq(sampleFrames.roundId, roundId), or(isNotNull(sampleFrames.drawnAt), gt(sampleFrames.uploadedOn, oldest))));
  return row;
}

export type ListPreview = {
  headings: string[];
  /** The first text of each column. */
  samples: string[];
  missing: ListTarget[];
  twice: ListTarget[];
  /** Wrong rows before right ones, so that one sees what is wrong. */
  first: ReadLine[];
  taken: number;
  wrong: number;
  repeated: number;
  /** Of those taken. */
  byMail: number;
};

/** What would be taken of a list as its columns are understood now. */
export async function previewList(db: Db, round: Round, { frame, kept }: { frame: Frame; kept: KeptList }, now: Date): Promise<ListPreview> {
  const read = await readTransactions(db, round, { ...frame, rows: kept.rows }, now);
  const right = read.lines.filter(({ transaction }) => transaction !== null);
  return {
    headings: kept.headings,
    samples: kept.headings.map((_, column) => kept.rows.find(({ cells }) => cells[column])?.cells[column]?.slice(0, 80) ?? ""),
    ...targetProblems(frame.mapping),
    first: [...read.wrong.slice(0, previewRows / 2), ...right].slice(0, previewRows),
    taken: read.transactions.length,
    wrong: read.wrong.length,
    repeated: read.repeated,
    byMail: read.transactions.filter(({ channel }) => channel === "email").length,
  };
}
