const cellsOf = (row: Element | null | undefined) => [...(row?.querySelectorAll<HTMLInputElement>('input[type="text"]') ?? [])];

function go(cell: HTMLElement | undefined): boolean {
  if (!cell) return false;
  cell.focus();
  if (cell instanceof HTMLInputElement && cell.type === "text") cell.select();
  return true;
}

/** Moves about in a grid as in a spreadsheet: Enter to the next row, arrows by cell, a full cell to the next one. */
export function moveIn(event: KeyboardEvent): void {
  const cell = event.target;
  if (!(cell instanceof HTMLInputElement) || cell.type !== "text" || event.isComposing) return;
  const row = cell.closest("tr");
  const cells = cellsOf(row);
  const at = cells.indexOf(cell);

  if (event.key === "Enter") {
    event.preventDefault();
    if (go(cellsOf(row?.nextElementSibling)[0])) return;
    const onward = cell.form?.querySelector<HTMLButtonElement>("[data-go-on]") ?? cell.form?.querySelector<HTMLButtonElement>('button[value="luu"]');
    onward?.focus();
    onward?.click();
    return;
  }
  if (event.key === "ArrowDown" && go(cellsOf(row?.nextElementSibling)[at])) return event.preventDefault();
  if (event.key === "ArrowUp" && go(cellsOf(row?.previousElementSibling)[at])) return event.preventDefault();
  const isWhole = cell.selectionStart === 0 && cell.selectionEnd === cell.value.length;
  if (event.key === "ArrowRight" && (isWhole || cell.selectionStart === cell.value.length) && go(cells[at + 1])) return event.preventDefault();
  if (event.key === "ArrowLeft" && cell.selectionStart === 0 && go(cells[at - 1])) return event.preventDefault();

  const full = Number(cell.dataset.full ?? Number.NaN);
  if (!/^\d$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey || Number.isNaN(full)) return;
  const [from, to] = [cell.selectionStart ?? 0, cell.selectionEnd ?? 0];
  if (cell.value.length - (to - from) + 1 < full || !cells[at + 1]) return;
  // Written and left at once: the next digit may come before the browser has drawn this one.
  event.preventDefault();
  cell.setRangeText(event.key, from, to, "end");
  cell.dispatchEvent(new Event("input", { bubbles: true }));
  go(cells[at + 1]);
}
