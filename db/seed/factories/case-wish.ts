import type { PreparedUpload } from "#app/domain/feedback/index.server.ts";
import { CaseDraft, type ReplyDraft } from "#app/domain/feedback/schemas.ts";
import type { CaseField, CaseKind, CaseState, Channel, RefusalReason, SubmitterType, WithholdReason } from "#app/domain/feedback/vocabulary.ts";
import type { FileStore } from "#app/domain/file-store.ts";
import type { Official } from "#app/domain/people/official.ts";
import type { Step } from "./case-way.ts";

/** Who works on a case. The handler and head are of the unit that answers. */
export type CasePeople = { intake: Official; coordinator: Official; handler: Official; head: Official; approver: Official };

/** What is particular to a made case; everything else has an honest default. */
export type CaseWish = {
  state?: CaseState;
  kind?: CaseKind;
  subject?: string;
  body?: string;
  /** More of what the sender writes. */
  draft?: { [Field in keyof CaseDraft]?: CaseDraft[Field] | undefined };
  submitterType?: SubmitterType;
  field?: CaseField;
  channel?: Channel;
  language?: "vi" | "en";
  photos?: readonly PreparedUpload[];
  files?: FileStore;
  /** The unit that answers; made when there is none. */
  unit?: { id: string };
  people?: CasePeople;
  receivedAt?: Date;
  /** Days after receipt, step by step. Officials work on working days: a step on a day off moves on to the next one. */
  days?: Partial<Record<Step, number>>;
  supplementRequest?: string;
  supplement?: string;
  /** Was supplemented before it was accepted. */
  supplemented?: boolean;
  refusal?: { reason: RefusalReason; text: string };
  withhold?: WithholdReason;
  external?: { body: string; letter: string };
  thread?: readonly { from: "sender" | "official"; body: string }[];
  note?: string;
  reply?: Partial<ReplyDraft>;
  interim?: string;
  extension?: { days: number; reason: string };
  rating?: { stars: 1 | 2 | 3 | 4 | 5; comment?: string };
  reopenReason?: string;
  confidentialKind?: "complaint" | "denunciation";
  acceptPersonalData?: boolean;
  idempotencyKey?: string;
};

/** What the sender writes. */
export function draftOf(wish: CaseWish, number: number): CaseDraft {
  return CaseDraft.parse({
    kind: wish.kind ?? "hoi_dap",
    subject: wish.subject ?? `Câu hỏi số ${number} về thủ tục`,
    body: wish.body ?? `Nội dung của câu hỏi số ${number}: hồ sơ gồm những gì và nộp ở đâu, xin được hướng dẫn.`,
    submitterType: wish.submitterType ?? "citizen",
    place: wish.kind === "phan_anh_hien_truong" ? "Trước số 1, đường Mẫu" : undefined,
    consent: true,
    ...wish.draft,
    contact: {
      name: "Trần Thị Mẫu",
      email: `nguoi-gui-${number}@example.vn`,
      phone: "0900 000 111",
      address: "Số 1, đường Mẫu",
      ...wish.draft?.contact,
    },
  });
}

/** What the handler answers. */
export const replyOf = (wish: CaseWish): ReplyDraft => ({
  body: "Chào bạn. Hồ sơ gồm hai giấy tờ và nộp tại Bộ phận Một cửa hoặc qua mạng.",
  conclusion: "correct",
  legalBasis: "Nghị định số 63/2010/NĐ-CP",
  publicTitle: wish.subject ?? "Hồ sơ gồm những gì và nộp ở đâu?",
  publicQuestion: "Hồ sơ gồm những gì và nộp ở đâu?",
  publicAnswer: "Hồ sơ gồm hai giấy tờ, nộp tại Bộ phận Một cửa hoặc qua mạng.",
  ...wish.reply,
});
