import { Section } from "#app/components/layout/section.tsx";
import { ActBar } from "#app/components/layout/office-layout.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import type { OfficeAct } from "#app/domain/feedback/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";
import { ActForm } from "./act-form.tsx";
import { HideAct, PublishAct, ReopenAct, ReturnReplyAct, WithholdAct } from "./deciding-acts.tsx";
import { AskExtensionAct, FindInsufficientAct, WriteToSenderAct } from "./handling-acts.tsx";
import { AcceptAct, HandOverAct, ProposeRefusalAct, RequestSupplementAct, SplitAct } from "./intake-acts.tsx";
import { NameOfficialsAct } from "./named-officials.tsx";
import { CaseProposals, DeclineAct } from "./proposal-acts.tsx";
import type { CaseView } from "./read-case.server.ts";
import { AssignAct, BounceAct, ChooseUnitAct, NameHandlerAct, TransferAct } from "./routing-acts.tsx";

/** In the order in which they are wanted; the first ones stand in the act bar. */
const order = [
  "submit_reply",
  "save_draft",
  "approve_reply",
  "publish",
  "approve_supplement",
  "refuse",
  "extend",
  "move_to_successor",
  "accept",
  "assign",
  "take_up",
  "resume",
  "return_reply",
  "decline_supplement",
  "decline_refusal",
  "decline_extension",
  "request_supplement",
  "propose_supplement",
  "withhold",
  "name_handler",
  "mark_urgent",
  "write_to_sender",
  "ask_extension",
  "add_support",
  "end_support",
  "bounce",
  "propose_refusal",
  "name_officials",
  "transfer",
  "split",
  "find_insufficient",
  "reopen_for_sender",
  "hide",
  "show",
  "hand_over",
] as const satisfies readonly OfficeAct[];
type ListedAct = (typeof order)[number];

/** Acts that ask for nothing: one press in the bar does them. */
const direct = new Set<OfficeAct>(["take_up", "resume", "approve_reply", "approve_supplement", "refuse", "extend"]);
/** Acts that live in the editor of the answer. */
const inEditor = new Set<OfficeAct>(["submit_reply", "save_draft"]);

/** Seldom wanted: never the act that a page puts forward. */
const rare = new Set<OfficeAct>(["name_officials"]);

const openActs = (mayDo: readonly OfficeAct[]): ListedAct[] =>
  // The editor hands in what it saves, so that both stand open together.
  order.filter((act) => mayDo.includes(act) || (act === "submit_reply" && mayDo.includes("save_draft")));

/** Every act open to this official, each with who will see what. */
export function CaseActs({ theCase, publication, suggestions, byRule, units, handlers, officials, successors, supporting }: CaseView) {
  const t = useText();
  const acts = openActs(theCase.mayDo).filter((act) => !inEditor.has(act));
  return (
    <Section id="viec" title={t("casework:page.acts")}>
      <CaseProposals theCase={theCase} />
      {acts.length === 0 ? <p className="muted">{t("casework:page.noActs")}</p> : null}
      <div className="stack stack-tight" key={theCase.revision}>
        {acts.map((act) => (
          <div key={act}>{formOf(act)}</div>
        ))}
      </div>
    </Section>
  );

  function formOf(act: ListedAct) {
    switch (act) {
      case "accept":
        return <AcceptAct theCase={theCase} officials={officials} />;
      case "request_supplement":
      case "propose_supplement":
        return <RequestSupplementAct act={act} />;
      case "propose_refusal":
        return <ProposeRefusalAct />;
      case "decline_supplement":
      case "decline_refusal":
      case "decline_extension":
        return <DeclineAct act={act} />;
      case "name_officials":
        return <NameOfficialsAct theCase={theCase} officials={officials} />;
      case "add_support":
        return <ChooseUnitAct act={act} units={units} />;
      case "end_support":
        return <ChooseUnitAct act={act} units={supporting} />;
      case "move_to_successor":
        return <ChooseUnitAct act={act} units={successors} />;
      case "hand_over":
        return <HandOverAct />;
      case "split":
        return <SplitAct />;
      case "assign":
        return <AssignAct units={units} suggestions={suggestions} byRule={byRule} />;
      case "name_handler":
        return <NameHandlerAct handlers={handlers} current={theCase.handlerId} />;
      case "bounce":
        return <BounceAct />;
      case "transfer":
        return <TransferAct />;
      case "ask_extension":
        return <AskExtensionAct theCase={theCase} />;
      case "write_to_sender":
        return <WriteToSenderAct />;
      case "find_insufficient":
        return <FindInsufficientAct />;
      case "return_reply":
        return <ReturnReplyAct />;
      case "publish":
        return <PublishAct theCase={theCase} publication={publication} />;
      case "withhold":
        return <WithholdAct />;
      case "reopen_for_sender":
        return <ReopenAct />;
      case "hide":
      case "show":
        return <HideAct act={act} />;
      case "mark_urgent":
        return <ActForm act={act} look="secondary" />;
      case "take_up":
      case "resume":
      case "approve_reply":
      case "approve_supplement":
      case "extend":
        return <ActForm act={act} />;
      case "refuse":
        return <ActForm act={act} look="danger" />;
      case "submit_reply":
      case "save_draft":
        return null;
    }
  }
}

/** The first acts, always in sight: three at a desk, one on a phone; the others one press away. */
export function CaseActBar({ mayDo }: { mayDo: readonly OfficeAct[] }) {
  const t = useText();
  const acts = openActs(mayDo).filter((act) => !rare.has(act));
  const [main, ...more] = acts.slice(0, 3);
  if (!main) return null;
  return (
    <ActBar label={t("casework:page.actBar")} note={t(`casework:acts.${main}.note`)}>
      {[main, ...more].map((act, index) => {
        const look = index === 0 ? "primary" : "secondary";
        const words = t(`casework:acts.${act}.title`);
        if (inEditor.has(act)) {
          return (
            <Button key={act} look={look} form="f-reply" name="intent" value={act}>
              {words}
            </Button>
          );
        }
        if (direct.has(act)) {
          return (
            <Button key={act} look={look} form={`f-${act}`}>
              {words}
            </Button>
          );
        }
        return (
          <ButtonLink key={act} look={look} href={`#lam-${act}`} onClick={() => unfold(act)}>
            {words}
          </ButtonLink>
        );
      })}
      {more.length > 0 ? (
        <ButtonLink look="quiet" href="#viec" data-on={acts.length > 3 ? "both" : "phone"}>
          {t("casework:page.otherActs")}
        </ButtonLink>
      ) : null}
    </ActBar>
  );
}

/** Opens the act's form before the browser goes there; without script the reader opens it. */
function unfold(act: ListedAct) {
  document.querySelector(`#lam-${act} > details`)?.setAttribute("open", "");
}
