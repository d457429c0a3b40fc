/** Makes the columns of `table[data-sortable]` sortable: the headings become buttons; numbers sort as numbers. */
for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sortable]')) {
  const [body] = table.tBodies;
  const headings = [...(table.tHead?.rows[0]?.cells ?? [])];
  if (!body) continue;
  // What is read out: a change of aria-sort alone is not announced everywhere.
  const status = document.createElement('p');
  status.role = 'status';
  status.className = 'visually-hidden';
  table.after(status);
  // A bracket before a code is no part of what it sorts by.
  const keyOf = (row: HTMLTableRowElement, column: number) =>
    row.cells[column]?.textContent?.replace(/^[^\p{L}\p{N}]+/u, '').trim() ?? '';
  const sortBy = (column: number, isDescending: boolean) => {
    const compare = (a: HTMLTableRowElement, b: HTMLTableRowElement) => {
      const [one, other] = [keyOf(a, column), keyOf(b, column)];
      // Rows without a value stay at the end, whichever way the others go.
      if (one === '' || other === '') return Number(one === '') - Number(other === '');
      const order = one.localeCompare(other, 'en', { numeric: true });
      return isDescending ? -order : order;
    };
    body.append(...[...body.rows].sort(compare));
    status.textContent = `Sorted by ${headings[column]?.textContent?.trim()}, ${isDescending ? 'descending' : 'ascending'}`;
    for (const [place, heading] of headings.entries()) {
      heading.ariaSort = place === column ? (isDescending ? 'descending' : 'ascending') : null;
    }
  };
  for (const [column, heading] of headings.entries()) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(heading.textContent?.trim() ?? '');
    heading.replaceChildren(button);
    button.addEventListener('click', () => sortBy(column, heading.ariaSort === 'ascending'));
  }
}
