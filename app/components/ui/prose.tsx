import type { Token, Tokens } from "marked";
import { Fragment, type ReactNode } from "react";

/**
 * Text written by officials, from the tokens of `marked.lexer`, as React elements: no HTML string ever reaches the page.
 * The highest heading becomes `<h2>` (or `topLevel`) and none is skipped; raw HTML is shown as the text it is; links go to http(s), mailto, tel
 * or a place on this site, anything else stays text; images are named, not loaded.
 */
export function Prose({ tokens, topLevel = 2 }: { tokens: readonly Token[]; topLevel?: 2 | 3 | 4 | undefined }) {
  return <div className="prose">{blocks(tokens, ranksOf(tokens, topLevel))}</div>;
}

/** Which heading element each depth of this text becomes: its depths in order, without gaps. */
function ranksOf(tokens: readonly Token[], topLevel: number): Ranks {
  const depths = new Set<number>();
  for (const token of tokens) if (token.type === "heading") depths.add(Number(token.depth));
  return new Map([...depths].sort((a, b) => a - b).map((depth, index) => [depth, Math.min(6, topLevel + index)]));
}

type Ranks = ReadonlyMap<number, number>;

/** True for addresses a reader may be sent to. Control characters and spaces are dropped first, as browsers do. */
export function isSafeHref(href: string) {
  // oxlint-disable-next-line no-control-regex -- browsers ignore exactly these when they read a scheme
  const plain = href.replace(/[\u0000-\u0020\u007f-\u00a0]/g, "");
  if (/^(https?:\/\/|mailto:|tel:)/i.test(plain)) return true;
  if (plain.startsWith("//") || plain.startsWith("/\\") || plain.startsWith("\\")) return false;
  return !/^[^/?#]*:/.test(plain);
}

function blocks(tokens: readonly Token[], ranks: Ranks): ReactNode {
  return tokens.map((token, index) => <Fragment key={index}>{block(token as Tokens.Generic, ranks)}</Fragment>);
}

function block(token: Tokens.Generic, ranks: Ranks): ReactNode {
  switch (token.type) {
    case "space":
    case "def":
      return null;
    case "heading": {
      const Heading = `h${ranks.get(Number(token.depth)) ?? 6}` as "h2";
      return <Heading>{inlines(token)}</Heading>;
    }
    case "paragraph":
      return <p>{inlines(token)}</p>;
    case "list":
      return list(token as Tokens.List, ranks);
    case "blockquote":
      return <blockquote>{blocks(token.tokens ?? [], ranks)}</blockquote>;
    case "table":
      return table(token as Tokens.Table);
    case "code":
      return (
        <pre tabIndex={0}>
          <code>{String(token.text)}</code>
        </pre>
      );
    case "hr":
      return <hr />;
    case "text":
      return inlines(token);
    case "checkbox":
      return token.checked ? "☑ " : "☐ ";
    default:
      return <p>{token.raw.trim()}</p>;
  }
}

function list(token: Tokens.List, ranks: Ranks) {
  const items = token.items.map((item, index) => <li key={index}>{blocks(item.tokens, ranks)}</li>);
  if (!token.ordered) return <ul>{items}</ul>;
  return <ol start={Number(token.start) || 1}>{items}</ol>;
}

function table(token: Tokens.Table) {
  return (
    <div className="table-scroll" tabIndex={0}>
      <table className="data-table">
        <thead>
          <tr>
            {token.header.map((cell, index) => (
              <th key={index} scope="col" data-align={endOf(cell.align)}>
                {inlines(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {token.rows.map((row, rowIndex) => (
            <tr key={rowIndex}>
              {row.map((cell, index) => (
                <td key={index} data-align={endOf(cell.align)}>
                  {inlines(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function endOf(align: string | null) {
  return align === "right" ? "end" : undefined;
}

function inlines(token: { tokens?: Token[] | undefined; text?: string }): ReactNode {
  if (!token.tokens) return plainText(token.text ?? "");
  return token.tokens.map((part, index) => <Fragment key={index}>{inline(part as Tokens.Generic)}</Fragment>);
}

function inline(token: Tokens.Generic): ReactNode {
  switch (token.type) {
    case "text":
      return inlines(token);
    case "escape":
      return String(token.text);
    case "strong":
      return <strong>{inlines(token)}</strong>;
    case "em":
      return <em>{inlines(token)}</em>;
    case "del":
      return <del>{inlines(token)}</del>;
    case "codespan":
      return <code>{String(token.text)}</code>;
    case "br":
      return <br />;
    case "link":
      return isSafeHref(String(token.href)) ? <a href={String(token.href)}>{inlines(token)}</a> : inlines(token);
    case "image":
      return String(token.text);
    default:
      return token.raw;
  }
}

/** Some versions of the lexer escape the five characters of HTML in text; React escapes again, so undo it once. */
function plainText(text: string) {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => entities[name] ?? whole);
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
