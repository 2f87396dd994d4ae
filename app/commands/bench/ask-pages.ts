import { type Asked, readPlans, watchPlans } from "./plans.ts";

/** A portal of one size. `cookies`: of each visitor that a page is asked as, beside `anyone`. */
export type Side<World> = { url: string; database: string; world: World; cookies: Readonly<Record<string, string>> };

export type Page<World> = { name: string; as: string; path: (world: World, turn: number) => string };

/** Median milliseconds of a page at both sizes, and its median length in bytes: a longer page takes longer to draw. */
export type Row = { name: string; few: number; many: number; bytes: { few: number; many: number } };

/** The pages whose names hold one of the parts of `asked`, which commas divide; all where it is empty. */
export const pagesAsked = <World>(pages: readonly Page<World>[], asked: string): Page<World>[] =>
  pages.filter(({ name }) => asked.split(",").some((part) => name.includes(part)));

let asking = 0;

type Timed = { ms: number; bytes: number };

/** Milliseconds until the whole answer is there. Nothing is asked twice the same, so no kept page answers. */
async function time<World>(side: Side<World>, page: Page<World>, turn: number): Promise<Timed> {
  asking += 1;
  const path = page.path(side.world, turn);
  const address = `${side.url}${path}${path.includes("?") ? "&" : "?"}lan=${asking}`;
  const startedAt = performance.now();
  const answer = await fetch(address, { redirect: "manual", headers: page.as === "anyone" ? {} : { Cookie: side.cookies[page.as] ?? "" } });
  const { byteLength: bytes } = await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
  return { ms: performance.now() - startedAt, bytes };
}

/**
 * Each page so many times at both sizes, in turns.
 * @param before done to a side before it is asked, and not measured
 */
export async function askInTurns<World>(
  pages: readonly Page<World>[],
  [small, large]: readonly [Side<World>, Side<World>],
  turns: number,
  before: (side: Side<World>) => Promise<unknown> = () => Promise.resolve(),
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const page of pages) {
    const times = { few: [] as Timed[], many: [] as Timed[] };
    // The first answer of a page compiles and fills what is kept for all; it is no measure.
    for (let turn = -1; turn < turns; turn += 1) {
      await before(small);
      const few = await time(small, page, Math.max(0, turn));
      await before(large);
      const many = await time(large, page, Math.max(0, turn));
      if (turn < 0) continue;
      times.few.push(few);
      times.many.push(many);
    }
    const of = (list: readonly Timed[], what: keyof Timed) => median(list.map((one) => one[what]));
    rows.push({
      name: page.name,
      few: of(times.few, "ms"),
      many: of(times.many, "ms"),
      bytes: { few: of(times.few, "bytes"), many: of(times.many, "bytes") },
    });
  }
  return rows;
}

/** Each page once more, with PostgreSQL telling the plan of every statement. @param before as in `askInTurns` */
export async function plansOf<World>(
  side: Side<World>,
  pages: readonly Page<World>[],
  before: (side: Side<World>) => Promise<unknown> = () => Promise.resolve(),
): Promise<Map<string, Asked>> {
  const watch = await watchPlans(side.database);
  const found = new Map<string, Asked>();
  for (const page of pages) {
    await settle(() => time(side, page, 0));
    await before(side);
    const from = watch.mark();
    await time(side, page, 1);
    found.set(page.name, readPlans(watch.since(from)));
  }
  await watch.stop();
  return found;
}

/** Asks until it is answered: the first ones may meet connections that were just ended. */
async function settle(ask: () => Promise<unknown>): Promise<void> {
  for (let tries = 20; ; tries -= 1) {
    try {
      await ask();
      return;
    } catch (error) {
      if (tries === 0) throw error;
      await new Promise((resume) => setTimeout(resume, 500));
    }
  }
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

type Told = { few: ReadonlyMap<string, Asked>; many: ReadonlyMap<string, Asked> };
const unread: Told = { few: new Map(), many: new Map() };

/** Medians and their ratio, of pages, of PostgreSQL's own time for them and of their length. @param most a page whose ratio is above is marked */
export function tableOf([few, many]: readonly [number, number], rows: readonly Row[], told: Told = unread, most = Number.POSITIVE_INFINITY): string {
  const width = Math.max(...rows.map(({ name }) => name.length));
  const three = (a: number, b: number, digits: number) =>
    [a.toFixed(digits).padStart(9), b.toFixed(digits).padStart(9), (b / a).toFixed(2).padStart(6)].join("");
  const lines = rows.flatMap(({ name, few: a, many: b, bytes }) => {
    const [small, large] = [told.few.get(name), told.many.get(name)];
    const mark = b / a > most ? `  above ${most}` : "";
    return [
      `${name.padEnd(width)}${three(a, b, 1)}${three(small?.total ?? 0, large?.total ?? 0, 1)}${three(bytes.few / 1024, bytes.many / 1024, 0)}${mark}`,
      ...(large?.lines ?? []).map((line) => `    ${line}`),
    ];
  });
  const heads = [String(few).padStart(9), String(many).padStart(9), " ratio"].join("");
  return `${"".padEnd(width)}${"page, ms".padStart(24)}${"its statements, ms".padStart(24)}${"its length, KB".padStart(24)}\n${"".padEnd(width)}${heads}${heads}${heads}\n${lines.join("\n")}\n`;
}
