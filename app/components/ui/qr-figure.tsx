/** A QR code drawn from its matrix (true = dark), with the code in words under it. Quiet zone of four modules. */
export function QrFigure({
  modules,
  label,
  code,
  size,
}: {
  modules: ReadonlyArray<readonly boolean[]>;
  label: string;
  code?: string | undefined;
  size?: "small" | "large" | undefined;
}) {
  const side = modules.length + 8;
  return (
    <figure className="qr" data-size={size}>
      <svg viewBox={`0 0 ${side} ${side}`} width={side * 4} height={side * 4} role="img" aria-label={label}>
        <rect width={side} height={side} fill="#fff" />
        <path d={pathOf(modules)} fill="#000" />
      </svg>
      {code ? <figcaption className="code">{code}</figcaption> : null}
    </figure>
  );
}

/** One path of horizontal runs: a tenth of the size of a rectangle for each module. */
function pathOf(modules: ReadonlyArray<readonly boolean[]>) {
  return modules
    .map((row, y) => {
      let runs = "";
      for (let x = 0; x < row.length; x++) {
        if (!row[x]) continue;
        const from = x;
        while (row[x + 1]) x++;
        runs += `M${from + 4} ${y + 4}h${x - from + 1}v1h-${x - from + 1}z`;
      }
      return runs;
    })
    .join("");
}
