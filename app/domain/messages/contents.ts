import type { MessageTemplate } from "./vocabulary.ts";

type Unit = { unitVi: string; unitEn: string };

/** What each mail is filled with. Days are civil days. Never a sender's name, and never what a sender wrote. */
export type MessageContents = {
  case_received: { code: string; answerBy: string | null };
  case_supplement_requested: { code: string; request: string; until: string };
  case_accepted: { code: string; answerBy: string | null };
  case_assigned: { code: string } & Unit;
  case_in_progress: { code: string } & Unit;
  case_message: { code: string; body: string } & Unit;
  case_extended: { code: string; until: string; reason: string };
  case_interim: { code: string; body: string } & Unit;
  case_transferred: { code: string; externalBody: string; letter: string };
  case_answered: { code: string; answer: string; legalBasis: string | null; rateUntil: string } & Unit;
  case_published: { code: string };
  case_withheld: { code: string; reason: string };
  case_refused: { code: string; reason: string; text: string };
  case_reopened: { code: string; answerBy: string | null };
  case_withdrawn: { code: string };
  /** Says nothing of the case: a denunciation's mail must not name one. */
  case_handed_over: { receivedOn: string };
};

/** A template with what it is filled with. */
export type MessageOf = { [Template in MessageTemplate]: { template: Template; data: MessageContents[Template] } }[MessageTemplate];
