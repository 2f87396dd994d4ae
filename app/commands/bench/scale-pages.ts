/** Who asks: nobody signed in, an official of the demo, or a sender with a receipt. */
export type Visitor = "anyone" | "intake" | "coordinator" | "handler" | "sender";

export const signIns = { intake: "tiep-nhan@demo.vn", coordinator: "dieu-phoi@demo.vn", handler: "xu-ly@demo.vn" } as const satisfies Partial<
  Record<Visitor, string>
>;

/** What of a world the addresses need. `cursor`: of a page far down the public list. */
export type ScaleWorld = {
  publicCodes: string[];
  openCodes: string[];
  unit: string;
  authority: string;
  procedure: string;
  cursor: string;
  words: string[];
};

type Page = { name: string; as: Visitor; path: (world: ScaleWorld, turn: number) => string };

const pick = <Item>(list: readonly Item[], turn: number): Item => {
  const item = list[turn % list.length];
  if (item === undefined) throw new Error("The seeded world lacks what the bench asks for");
  return item;
};

const cases = "/can-bo/ho-so";

/** Each with at least one letter too many, too few, wrong or at another place. */
const slips = ["giai+phep+xay+dunng", "nghiem+thhu", "dat+daii", "ke+hoach+cai+cahch", "giay+pehp+lao+dong"];

/** The pages and lists whose cost must not follow the number of cases. Nothing is asked twice the same, so no kept page answers. */
export const scalePages: readonly Page[] = [
  { name: "public list, first page", as: "anyone", path: () => "/phan-anh" },
  { name: "public list, unit and field", as: "anyone", path: ({ unit }) => `/phan-anh?don-vi=${unit}&linh-vuc=xay-dung` },
  { name: "public list, authority, late", as: "anyone", path: ({ authority }) => `/phan-anh?co-quan=${authority}&dung-han=late` },
  { name: "public list, far down", as: "anyone", path: ({ cursor }) => `/phan-anh?sau=${cursor}` },
  { name: "public list, two words", as: "anyone", path: ({ words }, turn) => `/phan-anh?q=${pick(words, turn)}+${pick(words, turn + 7)}` },
  { name: "search, two words", as: "anyone", path: ({ words }, turn) => `/tim-kiem?q=${pick(words, turn + 3)}+${pick(words, turn + 11)}` },
  { name: "search, one word", as: "anyone", path: ({ words }, turn) => `/tim-kiem?q=${pick(words, turn + 5)}` },
  { name: "search, slips of the finger", as: "anyone", path: (_, turn) => `/tim-kiem?q=${pick(slips, turn)}` },
  { name: "public list, slips of the finger", as: "anyone", path: (_, turn) => `/phan-anh?q=${pick(slips, turn)}` },
  { name: "search, one frequent word", as: "anyone", path: () => "/tim-kiem?q=giay+phep" },
  { name: "search, a code", as: "anyone", path: ({ publicCodes }, turn) => `/tim-kiem?q=${pick(publicCodes, turn)}` },
  { name: "a public case", as: "anyone", path: ({ publicCodes }, turn) => `/phan-anh/${pick(publicCodes, turn)}` },
  { name: "home", as: "anyone", path: () => "/" },
  { name: "a unit", as: "anyone", path: ({ unit }) => `/don-vi/${unit}` },
  { name: "an authority", as: "anyone", path: ({ authority }) => `/don-vi/${authority}` },
  { name: "a procedure", as: "anyone", path: ({ procedure }) => `/thu-tuc/${procedure}` },
  { name: "API, list of cases", as: "anyone", path: () => "/api/v1/cases?limit=20" },
  { name: "API, cases of a unit", as: "anyone", path: ({ unit }) => `/api/v1/cases?unit=${unit}&limit=20` },
  { name: "Open311, 50 requests", as: "anyone", path: () => "/open311/v2/requests.json?page_size=50" },
  { name: "tracking by receipt", as: "sender", path: () => "/phan-anh/tra-cuu" },
  { name: "desk, intake", as: "intake", path: () => "/can-bo" },
  { name: "desk, coordinator", as: "coordinator", path: () => "/can-bo" },
  { name: "desk, handler", as: "handler", path: () => "/can-bo" },
  { name: "list, intake: to receive", as: "intake", path: () => `${cases}?viec=to_receive` },
  { name: "list, coordinator: all", as: "coordinator", path: () => cases },
  { name: "list, coordinator: to publish", as: "coordinator", path: () => `${cases}?viec=to_publish` },
  { name: "list, coordinator: overdue of a unit", as: "coordinator", path: ({ unit }) => `${cases}?han=qua-han&don-vi=${unit}` },
  { name: "list, coordinator: closed, one field", as: "coordinator", path: () => `${cases}?trang-thai=DONG&linh-vuc=ho-tich` },
  { name: "list, coordinator: two words", as: "coordinator", path: ({ words }, turn) => `${cases}?q=${pick(words, turn)}+${pick(words, turn + 1)}` },
  { name: "list, coordinator: a code", as: "coordinator", path: ({ publicCodes }, turn) => `${cases}?q=${pick(publicCodes, turn)}` },
  { name: "list, handler: mine", as: "handler", path: () => `${cases}?viec=mine` },
  { name: "a case in the office, coordinator", as: "coordinator", path: ({ openCodes }, turn) => `${cases}/${pick(openCodes, turn)}` },
  { name: "a closed case in the office, intake", as: "intake", path: ({ publicCodes }, turn) => `${cases}/${pick(publicCodes, turn)}` },
];
