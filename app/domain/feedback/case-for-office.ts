import type { caseProposals } from "#db/schema/index.ts";
import type { CaseClock } from "../calendar/index.server.ts";
import type { SentMessage } from "../messages/index.server.ts";
import type { Finding } from "../publishing/personal-data.ts";
import type { NamedOfficial } from "./conflict.server.ts";
import type { ReplyRow } from "./reply.server.ts";
import type { CaseRow } from "./take-case.server.ts";
import type { UnitName } from "./unit-words.server.ts";
import type { AssignmentRole, OfficeAct } from "./vocabulary.ts";

export type Person = { id: string; name: string };
type Proposal = Pick<typeof caseProposals.$inferSelect, "id" | "kind" | "state" | "body" | "refusalReason" | "toDay" | "comment" | "decidedAt"> & {
  by: string;
  at: Date;
  decidedBy: string | null;
};

/** A whole case for an official who may read it. No identity: that is asked for apart, with a reason. */
export type CaseForOffice = Omit<CaseRow, "receiptHash" | "searchText"> & {
  procedure: { slug: string; code: string; nameVi: string; nameEn: string | null } | null;
  aboutUnit: UnitName | null;
  unit: UnitName | null;
  handler: Person | null;
  enteredBy: Person | null;
  parent: string | null;
  duplicateOf: string | null;
  children: { code: string; subject: string; state: CaseRow["state"] }[];
  hasIdentity: boolean;
  attachments: { id: string; fileName: string; mime: string; bytes: number; width: number | null; height: number | null; public: boolean }[];
  clocks: CaseClock[];
  thread: { id: string; side: "sender" | "office"; author: string | null; body: string; at: Date }[];
  /** `unit`: whose opinion it is, when a supporting unit speaks. */
  notes: { id: string; author: string; unit: UnitName | null; body: string; at: Date }[];
  assignments: {
    id: string;
    role: AssignmentRole;
    unitId: string;
    to: UnitName | null;
    by: string;
    note: string | null;
    at: Date;
    bouncedAt: Date | null;
    bounceReason: string | null;
    endedAt: Date | null;
  }[];
  /** What officials proposed and others decide or decided, oldest first. */
  proposals: Proposal[];
  /** Officials it complains of. */
  namedOfficials: NamedOfficial[];
  /** The unit whose answer is being reviewed by its superior. */
  appealedUnit: UnitName | null;
  /** All answers, the present round last. */
  replies: (ReplyRow & { author: string; approvedBy: string | null })[];
  /** The answer of the present round, being written or given. */
  reply: (ReplyRow & { author: string; approvedBy: string | null }) | null;
  /** Personal data found in the public texts of the present answer: it blocks publishing until somebody decides. */
  personalData: { field: "publicTitle" | "publicQuestion" | "publicAnswer" | "legalBasis"; finding: Finding }[];
  /** The authority's own hotlines and mailboxes, which are no personal data. */
  ownContacts: string[];
  publicCopy: "shown" | "hidden" | null;
  messages: SentMessage[];
  history: { act: string; at: Date; actor: string | null; by: "official" | "sender" | "portal"; data: Record<string, unknown> }[];
  mayDo: OfficeAct[];
};
