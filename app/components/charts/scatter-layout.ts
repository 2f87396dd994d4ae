type Box = { left: number; top: number; right: number; bottom: number };

/** An axis that holds all values, from a whole step below to a whole step above, with at most seven ticks. */
export function axisOf(values: readonly number[], step: number): { from: number; to: number; ticks: number[] } {
  const least = Math.floor(Math.min(...values) / step - 1e-9);
  const most = Math.ceil(Math.max(...values) / step + 1e-9);
  const every = Math.max(1, Math.ceil((most - least) / 6));
  const at = (steps: number) => Math.round(steps * step * 1e6) / 1e6;
  const ticks = Array.from({ length: most - least + 1 }, (_, index) => least + index).filter((tick) => tick % every === 0);
  return { from: at(least), to: at(most), ticks: ticks.map(at) };
}

/** Directions in which a mark is tried, nearest and easiest to read first. */
const directions = [
  [1, 0],
  [0, -1],
  [0, 1],
  [-1, 0],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
] as const;

/**
 * Where marks stand beside their points, so that they cover neither points nor one another where there is room. In px; `y`
 * is the base line. @param dot radius of a point. @param frame marks stay within
 */
export function placeLabels(
  points: readonly { x: number; y: number; width: number; height: number }[],
  dot: number,
  frame: Box,
): { x: number; y: number }[] {
  const taken: Box[] = points.map(({ x, y }) => ({ left: x - dot, right: x + dot, top: y - dot, bottom: y + dot }));
  return points.map(({ x, y, width, height }) => {
    const tries = [1, 2, 3]
      .flatMap((far) => directions.map(([across, down]) => ({ across, down, gap: dot + 2 + (far - 1) * 9 })))
      .map(({ across, down, gap }): Box => {
        const left = across === 0 ? x - width / 2 : across > 0 ? x + gap : x - gap - width;
        const top = down === 0 ? y - height / 2 : down > 0 ? y + gap : y - gap - height;
        return { left, top, right: left + width, bottom: top + height };
      });
    const inside = tries.filter((box) => box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom);
    const free = inside.find((box) => !taken.some((other) => overlap(box, other))) ?? inside[0] ?? tries[0];
    if (!free) return { x, y };
    taken.push(free);
    return { x: free.left, y: free.bottom };
  });
}

const overlap = (a: Box, b: Box): boolean => a.left < b.right + 1 && b.left < a.right + 1 && a.top < b.bottom + 1 && b.top < a.bottom + 1;
