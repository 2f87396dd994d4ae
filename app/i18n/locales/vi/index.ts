import { common } from "./common.ts";
import { portal } from "./portal.ts";
import { procedures } from "./procedures.ts";
import { content } from "./content.ts";
import { units } from "./units.ts";
import { plans } from "./plans.ts";
import { indices } from "./indices.ts";
import { questionnaires } from "./questionnaires.ts";
import { surveys } from "./surveys.ts";
import { improvements } from "./improvements.ts";
import { remarks } from "./remarks.ts";
import { answers } from "./answers.ts";
import { results } from "./results.ts";
import { checks } from "./checks.ts";
import { comparison } from "./comparison.ts";
import { priorities } from "./priorities.ts";
import { reports } from "./reports.ts";
import { feedback } from "./feedback.ts";
import { casework } from "./casework.ts";
import { office } from "./office.ts";
import { people } from "./people.ts";
import { kiosk } from "./kiosk.ts";
import { paper } from "./paper.ts";
import { monitor } from "./monitor.ts";
import { life } from "./life.ts";
import { quality } from "./quality.ts";
import { refusals } from "./refusals.ts";
import { mail } from "./mail.ts";
import { messages } from "./messages.ts";
import { mailroom } from "./mailroom.ts";
import { errors } from "./errors.ts";
import { opendata } from "./opendata.ts";
import { open311 } from "./open311.ts";
import { calendar } from "./calendar.ts";
import { routing } from "./routing.ts";
import { merge } from "./merge.ts";
import { templates } from "./templates.ts";
import { intake } from "./intake.ts";
import { samples } from "./samples.ts";
import { service } from "./service.ts";
import { publication } from "./publication.ts";
import { words } from "./words.ts";

export const vi = {
  common,
  portal,
  procedures,
  content,
  units,
  plans,
  indices,
  questionnaires,
  surveys,
  improvements,
  remarks,
  answers,
  results,
  checks,
  comparison,
  priorities,
  reports,
  feedback,
  casework,
  office,
  people,
  kiosk,
  paper,
  monitor,
  life,
  quality,
  refusals,
  mail,
  messages,
  mailroom,
  errors,
  opendata,
  open311,
  calendar,
  routing,
  merge,
  templates,
  intake,
  samples,
  service,
  publication,
  words,
} as const;
