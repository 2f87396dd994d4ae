import { z } from "zod";
import { contents } from "#app/domain/publishing/contents.ts";
import { findPublic, listPublic, type PublicContent, type PublicFilter } from "#app/domain/publishing/index.server.ts";
import type { PublicKind } from "#app/domain/publishing/vocabulary.ts";
import type { Cell } from "#app/platform/csv.server.ts";
import type { Visit } from "#app/platform/guards.server.ts";

type Db = Visit["db"];

/** Names that filters have in addresses. */
export type FilterName =
  | "unit"
  | "authority"
  | "procedure"
  | "field"
  | "category"
  | "audience"
  | "year"
  | "kind"
  | "level"
  | "state"
  | "round"
  | "tag";

export type Item = { slug: string; url: string } & Record<string, unknown>;

/** One kind of open data: `/api/v1/{path}`. */
export type Resource = {
  path: string;
  kind: PublicKind;
  /** What an item holds: for the OpenAPI document, and the fields that are sent and no others. */
  item: z.ZodObject;
  filters: Partial<Record<FilterName, keyof PublicFilter>>;
  /** The page of an item for people, from the portal's root. */
  page: (slug: string, content: unknown) => string;
  list: (db: Db, filter: PublicFilter, page: { after: string | undefined; limit: number }) => Promise<{ items: Item[]; next: string | null }>;
  find: (db: Db, slugOrCode: string, today: string) => Promise<Item | undefined>;
  csvHeaders: readonly string[];
  /** Everything the filter finds as rows of cells, one page of items at a time. */
  csvBatches: (db: Db, filter: PublicFilter) => AsyncGenerator<Cell[][]>;
};

type Definition<Kind extends PublicKind, Row> = {
  path: string;
  kind: Kind;
  /** Fields of the public copy that are sent. A field that is added to the copy is not public here until it is named. */
  fields: readonly (keyof PublicContent[Kind] & string)[];
  /** What a field means, where its name does not say it all. */
  notes: Partial<Record<keyof PublicContent[Kind] & string, string>>;
  filters: Partial<Record<FilterName, keyof PublicFilter>>;
  page: (slug: string, content: PublicContent[Kind]) => string;
  /** Fields that are sent in another shape than the public copy has them. */
  reshaped?: { shape: z.ZodRawShape; of: (content: PublicContent[Kind], publicUrl: string) => Record<string, unknown> };
  /** Other names an item is called by. */
  slugOf?: (db: Db, slugOrCode: string, today: string) => Promise<string | undefined>;
  /** Rows a copy makes in the CSV file: most make one, a plan one for each task. */
  rows: (content: PublicContent[Kind], slug: string) => readonly Row[];
  columns: readonly (readonly [header: string, cell: (row: Row, own: { slug: string; url: string }) => Cell])[];
};

/** Copies read for one batch of CSV rows. */
const batchSize = 100;

/** Makes a resource for one portal out of its definition. @param publicUrl where people reach the portal */
export function defineResource<Kind extends PublicKind, Row>(definition: Definition<Kind, Row>): (publicUrl: string) => Resource {
  const { path, kind, fields, notes, filters, page, reshaped, slugOf, rows, columns } = definition;
  const shape = (contents[kind] as z.ZodObject).shape;
  const item = z.object({
    slug: z.string().describe("Stable name of the item in addresses."),
    url: z.url().describe("Page for people, in Vietnamese. The English page has the same address under /en."),
    ...Object.fromEntries(fields.map((field) => [field, noted(shape[field] as z.ZodType, notes[field])])),
    ...reshaped?.shape,
  });

  return (publicUrl) => {
    const urlOf = (slug: string, content: PublicContent[Kind]) => `${publicUrl}${page(slug, content)}`;
    const toItem = ({ slug, content }: { slug: string; content: PublicContent[Kind] }): Item => ({
      slug,
      url: urlOf(slug, content),
      ...Object.fromEntries(fields.map((field) => [field, content[field]])),
      ...reshaped?.of(content, publicUrl),
    });
    return {
      path,
      kind,
      item,
      filters,
      page: (slug, content) => page(slug, content as PublicContent[Kind]),
      async list(db, filter, { after, limit }) {
        const { items, next } = await listPublic(db, kind, filter, { after, limit });
        return { items: items.map(toItem), next };
      },
      async find(db, slugOrCode, today) {
        if (slugOrCode.includes("\0")) return undefined;
        const other = () => (slugOf ? slugOf(db, slugOrCode, today) : Promise.resolve(undefined));
        const found = (await findPublic(db, kind, slugOrCode)) ?? (await findPublic(db, kind, (await other()) ?? ""));
        return found && toItem(found);
      },
      csvHeaders: columns.map(([header]) => header),
      async *csvBatches(db, filter) {
        for (let after: string | undefined; ;) {
          const { items, next } = await listPublic(db, kind, filter, { after, limit: batchSize, byDay: true });
          yield items.flatMap(({ slug, content }) =>
            rows(content, slug).map((row) => columns.map(([, cell]) => cell(row, { slug, url: urlOf(slug, content) }))),
          );
          if (!next) return;
          after = next;
        }
      },
    };
  };
}

const noted = (schema: z.ZodType, note: string | undefined) => (note ? schema.describe(note) : schema);

/** Texts of a list in one cell. */
export const joined = (texts: readonly string[]): string => texts.join("; ");
