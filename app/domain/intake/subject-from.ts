/** The first sentence of a text, or as many words of it as a subject holds. */
export function subjectFrom(body: string): string {
  const line = body.replace(/\s+/g, " ").trim();
  const sentence = /^.{8,}?[^\d][.!?](?=\s|$)/.exec(line)?.[0] ?? line;
  return sentence.length <= 120 ? sentence : `${sentence.slice(0, 119).replace(/\s+\S*$/, "")}…`;
}
