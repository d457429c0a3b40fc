/** The middle of the figures, or the mean of the two in the middle; NaN of none. */
export function medianOf(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [below = Number.NaN, above = Number.NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (below + above) / 2;
}

/** The median of each figure over several measurements of the same kind; what any of them lacks is left out. */
export function mediansOf<Figures extends object>(measurements: readonly Figures[]): Partial<Figures> {
  const names = Object.keys(measurements[0] ?? {}) as (keyof Figures)[];
  return Object.fromEntries(
    names
      .map((name) => [name, measurements.map((figures) => figures[name])] as const)
      .filter(([, figures]) => figures.every((figure) => typeof figure === 'number'))
      .map(([name, figures]) => [name, medianOf(figures as number[])]),
  ) as Partial<Figures>;
}
