import type { Page } from "./ask-pages.ts";

/** What of a world the addresses need: an open round, a unit and a procedure with many sheets, and a round that is published. */
export type SurveyWorld = { round: string; unit: string; procedure: string; published: string };

export const surveyManager = "khao-sat@demo.vn";

const results = ({ round }: SurveyWorld) => `/hai-long/${round}`;

const anyone = (name: string, path: (world: SurveyWorld) => string): Page<SurveyWorld> => ({ name, as: "anyone", path });
const manager = (name: string, path: (world: SurveyWorld) => string): Page<SurveyWorld> => ({ name, as: "manager", path });

/** Every page and answer with figures of surveys. Their cost must not follow the number of sheets. */
export const surveyPages: readonly Page<SurveyWorld>[] = [
  anyone("all results", () => "/hai-long"),
  anyone("results of a round", results),
  anyone("results, in English", (world) => `/en${results(world)}`),
  anyone("results, one unit", (world) => `${results(world)}?don-vi=${world.unit}`),
  anyone("results, one procedure", (world) => `${results(world)}?thu-tuc=${world.procedure}`),
  anyone("results, unit and procedure", (world) => `${results(world)}?don-vi=${world.unit}&thu-tuc=${world.procedure}`),
  anyone("other questions", (world) => `${results(world)}/cau-hoi-khac`),
  anyone("by respondent", (world) => `${results(world)}/nguoi-tra-loi`),
  anyone("report", (world) => `${results(world)}/bao-cao`),
  anyone("report, DOCX", (world) => `${results(world)}/tai/bao-cao.docx`),
  anyone("report, XLSX", (world) => `${results(world)}/tai/so-lieu.xlsx`),
  anyone("chart, SVG", (world) => `${results(world)}/bieu-do/yeu-to.svg`),
  anyone("chart, PNG", (world) => `${results(world)}/bieu-do/tieu-chi.png`),
  anyone("chart for other sites", (world) => `${results(world)}/nhung/yeu-to`),
  anyone("results of a published round", ({ published }) => `/hai-long/${published}`),
  anyone("API, figures", ({ round }) => `/api/v1/rounds/${round}/results`),
  anyone("API, figures as CSV", ({ round }) => `/api/v1/rounds/${round}/results?format=csv`),
  anyone("API, figures, published", ({ published }) => `/api/v1/rounds/${published}/results`),
  anyone("the form", ({ round }) => `/khao-sat/${round}`),
  anyone("a unit", ({ unit }) => `/don-vi/${unit}`),
  anyone("a procedure", ({ procedure }) => `/thu-tuc/${procedure}`),
  anyone("service quality", () => "/chat-luong-phuc-vu"),
  anyone("slips on three levels", () => "/chat-luong-phuc-vu/phieu-ba-muc"),
  anyone("API, slips on three levels", () => "/api/v1/three-level-slips"),
  anyone("open data", () => "/du-lieu"),
  anyone("home", () => "/"),
  manager("office, all rounds", () => "/can-bo/khao-sat"),
  manager("office, a round with its monitor", ({ round }) => `/can-bo/khao-sat/${round}`),
];
