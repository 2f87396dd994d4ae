import { readFileSync } from "node:fs";
import postgres from "postgres";
import { house } from "./source-files.ts";

type Person = { name: string; phone: string; email: string };

/**
 * Texts that no page, feed, list or file may ever show: who sent, what was written privately, what was not published.
 * Each with a word on what it is. @param database of the demo world
 */
export async function privateMarkers(database: string): Promise<Map<string, string>> {
  const markers = new Map<string, string>();
  const people = JSON.parse(readFileSync(`${house}db/seed/data/demo-people.json`, "utf8")) as Person[];
  for (const { name, phone, email } of people) {
    markers.set(name.replace(" (mẫu)", ""), "a sender's name");
    markers.set(phone, "a sender's telephone");
    markers.set(phone.replaceAll(" ", ""), "a sender's telephone");
    markers.set(email, "a sender's address");
  }

  const client = postgres(database, { max: 1 });
  try {
    const published = await client<{ text: string }[]>`
      select content::text as text from public_copies where kind = 'case' and hidden_at is null`;
    const shown = published.map(({ text }) => plain((JSON.parse(text) as { question?: string; title?: string }).question ?? ""));

    const unpublished = await client<{ body: string; subject: string }[]>`
      select body, subject from cases c where not exists
        (select 1 from public_copies p where p.subject_id = c.id and p.kind = 'case' and p.hidden_at is null)`;
    for (const { body, subject } of unpublished) {
      // The demo tells some stories twice, of which one may be published.
      if (shown.some((text) => text.includes(excerpt(body)))) continue;
      markers.set(excerpt(body), "an unpublished case");
      if (subject.length >= 30) markers.set(subject, "the subject of an unpublished case");
    }

    const remarks = (
      await client<{ text: string }[]>`select content ->> 'text' as text from public_copies where kind = 'remark' and hidden_at is null`
    ).map(({ text }) => plain(text));
    const answers = await client<{ body: string }[]>`select distinct body from sheet_texts`;
    for (const { body } of answers) {
      // Some of the demo's people say the same in several rounds, of which one may be published.
      if (plain(body).length >= 30 && !remarks.some((text) => text.includes(excerpt(body)))) markers.set(excerpt(body), "an unpublished open answer");
    }

    const apart: [what: string, rows: { body: string | null }[]][] = [
      ["an internal note", await client`select distinct body from case_notes`],
      ["a private message", await client`select distinct body from case_messages`],
      ["a refusal's text", await client`select distinct refusal_text as body from cases`],
      ["a request for more", await client`select distinct supplement_request as body from cases`],
    ];
    for (const [what, rows] of apart) for (const { body } of rows) if (body && body.length >= 30) markers.set(excerpt(body), what);
  } finally {
    await client.end();
  }
  return markers;
}

/** Enough of a text to know it by, from where two texts rarely begin alike. */
function excerpt(text: string): string {
  const line = plain(text);
  const start = Math.max(0, Math.min(20, line.length - 70));
  return line.slice(start, start + 70);
}

/** One line, composed letters: as a marker is looked for. */
export function plain(text: string): string {
  return text.normalize("NFC").replaceAll(/\s+/g, " ").trim();
}
