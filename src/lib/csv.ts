/** What makes a spreadsheet take a cell for a formula, also in the full-width forms that some of them fold. */
const formulaStart = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;

/** One cell by RFC 4180: text that a spreadsheet would run gets an apostrophe in front, and quotes stand around what needs them. */
export function csvCellOf(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV by RFC 4180: comma, CRLF behind each row. The caller passes the header as the first row. */
export const csvOf = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map((row) => `${row.map(csvCellOf).join(',')}\r\n`).join('');
