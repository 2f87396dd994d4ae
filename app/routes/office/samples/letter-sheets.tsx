import { PrintSheet } from "#app/components/layout/print-sheet.tsx";
import { QrFigure } from "#app/components/ui/qr-figure.tsx";
import type { LetterSheet } from "./to-letters.server.ts";

/**
 * Letters on A4, one a page: heads, day and title as an authority's letter has them (Decree 30/2020/NĐ-CP, annex I), the
 * address where the window of a DL envelope is.
 */
export function LetterSheets({ letters }: { letters: readonly LetterSheet[] }) {
  return (
    <div className="letters">
      {letters.map((letter) => (
        <PrintSheet key={letter.key} size="a4" lang={letter.lang}>
          <div className="letter">
            <div className="letter-heads">
              <p className="letter-authority">{letter.authority}</p>
              <div>
                <p className="letter-country">{letter.country}</p>
                <p className="letter-motto">{letter.motto}</p>
              </div>
            </div>
            <div className="letter-address">
              {letter.address.map((line, at) => (
                <p key={at}>{line}</p>
              ))}
            </div>
            <p className="letter-day">{letter.day}</p>
            <h2 className="letter-title">{letter.title}</h2>
            <p className="letter-about">{letter.about}</p>
            {letter.paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            <div className="letter-way">
              <QrFigure modules={letter.modules} label={letter.qr} />
              <div>
                <p>{letter.how}</p>
                <p className="letter-page">{letter.page}</p>
                <p>{letter.type}</p>
                <p className="letter-code">{letter.code}</p>
                <p className="letter-once">{letter.once}</p>
              </div>
            </div>
            {letter.after.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            <div className="letter-end">
              <p>{letter.thanks}</p>
              <p className="letter-signed">{letter.authority}</p>
            </div>
            <p className="letter-number">{letter.number}</p>
          </div>
        </PrintSheet>
      ))}
    </div>
  );
}
