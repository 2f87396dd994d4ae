import { useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Button, ButtonLink, ButtonRow } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { invitationCell, typedCodeMaxLength } from "#app/domain/paper/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";
import { cellName } from "./cell-names.ts";
import { moveIn } from "./move-in.ts";
import type { Grid } from "./read-grid.server.ts";
import { useRowSaver } from "./use-row-saver.ts";

/**
 * A page of the grid: one row a sheet, one column a question. A plain form; with script digits go on by themselves, Enter
 * goes to the next sheet, and a row is saved when it is left.
 */
export function PaperGrid({ columns, takesCodes, rows, page, pages, keying }: Grid & { keying: number }) {
  const t = useText();
  const here = useLocation();
  const form = useRef<HTMLFormElement>(null);
  const saving = useRowSaver(form);
  useEffect(() => {
    const grid = form.current;
    grid?.addEventListener("keydown", moveIn);
    return () => grid?.removeEventListener("keydown", moveIn);
  }, []);
  const wrong = rows.flatMap(({ sheet, place, wrong: codes, wrongCode, isEmpty }) => [
    ...codes.map((code) => ({
      href: `#${cellName(place, code)}`,
      text: t("paper:grid.wrongCell", { sheet: String(sheet), number: String(columns.find((column) => column.code === code)?.number ?? "") }),
    })),
    ...(wrongCode ? [{ href: `#${cellName(place, invitationCell)}`, text: t(`paper:grid.wrongCode.${wrongCode}`, { sheet: String(sheet) }) }] : []),
    ...(isEmpty ? [{ href: `#${cellName(place, columns[0]?.code ?? "")}`, text: t("paper:grid.wrongRow", { sheet: String(sheet) }) }] : []),
  ]);

  return (
    // Its route is known before it is needed: to ask for it takes a line.
    <form
      ref={form}
      method="post"
      action={`${here.pathname}${here.search}`}
      data-discover="true"
      noValidate
      autoComplete="off"
      className="paper-form"
    >
      {/* No error summary: that takes the focus, and here somebody is typing. */}
      {wrong.length > 0 ? (
        <Notice tone="bad" title={t("paper:grid.wrong")}>
          <ul>
            {wrong.map(({ href, text }) => (
              <li key={text}>
                <a href={href}>{text}</a>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <input type="hidden" name="lan" value={keying} />
      <input type="hidden" name="trang" value={page} />
      <div className="table-scroll" role="group" aria-labelledby="luoi-phieu" tabIndex={0}>
        <table className="data-table paper-grid">
          <caption id="luoi-phieu" className="seen-only-by-ear">
            {t("paper:grid.caption")}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t("paper:grid.sheet")}</th>
              {columns.map(({ code, number, text }) => (
                <th key={code} scope="col" title={text}>
                  <span className="seen-only-by-ear">{t("paper:grid.question")} </span>
                  {number}
                </th>
              ))}
              {takesCodes ? <th scope="col">{t("paper:grid.code")}</th> : null}
              <th scope="col">{t("paper:grid.spoiled")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ place, sheet, cells, code: typedCode, spoiled, wrong: codes, wrongCode }) => (
              <tr
                key={place}
                data-place={place}
                onInput={(event) => (event.currentTarget.dataset.changed = "1")}
                onBlur={(event) => {
                  if (!event.currentTarget.contains(event.relatedTarget)) saving.rowLeft(event.currentTarget);
                }}
              >
                <th scope="row">
                  {sheet}
                  <input type="hidden" name={`d.${place}`} value="1" />
                </th>
                {columns.map(({ code, number, isText, full }) => (
                  <td key={code}>
                    <input
                      type="text"
                      id={cellName(place, code)}
                      name={cellName(place, code)}
                      className={isText ? "control paper-text" : "control paper-cell"}
                      inputMode={isText ? undefined : "numeric"}
                      maxLength={isText ? 2000 : (full ?? 40)}
                      data-full={full ?? undefined}
                      aria-label={t("paper:grid.cell", { sheet: String(sheet), number: String(number) })}
                      aria-invalid={codes.includes(code) || undefined}
                      defaultValue={cells[code] ?? ""}
                    />
                  </td>
                ))}
                {takesCodes ? (
                  <td>
                    <input
                      type="text"
                      id={cellName(place, invitationCell)}
                      name={cellName(place, invitationCell)}
                      className="control paper-code"
                      autoCapitalize="characters"
                      spellCheck={false}
                      maxLength={typedCodeMaxLength}
                      aria-label={t("paper:grid.codeOf", { sheet: String(sheet) })}
                      aria-invalid={wrongCode !== null || undefined}
                      defaultValue={typedCode}
                    />
                  </td>
                ) : null}
                <td>
                  <label className="paper-spoiled">
                    <input
                      type="checkbox"
                      name={`s.${place}`}
                      defaultChecked={spoiled}
                      aria-label={t("paper:grid.spoiledOf", { sheet: String(sheet) })}
                    />
                  </label>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="small muted" role="status">
        {saving.state ? t(`paper:grid.${saving.state}`) : ""}
      </p>
      <ButtonRow>
        <Button look={page < pages ? "secondary" : "primary"} name="viec" value="luu">
          {t("paper:grid.save")}
        </Button>
        {page < pages ? (
          <Button name="viec" value="luu-tiep" data-go-on="">
            {t("paper:grid.saveOn")}
          </Button>
        ) : null}
        {page > 1 ? (
          <ButtonLink look="quiet" href={`?lan=${keying}&trang=${page - 1}`}>
            {t("paper:grid.previous")}
          </ButtonLink>
        ) : null}
        <span className="muted">{t("paper:grid.page", { page: String(page), pages: String(pages) })}</span>
      </ButtonRow>
    </form>
  );
}
