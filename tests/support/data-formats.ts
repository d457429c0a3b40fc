import assert from 'node:assert/strict';

/** The rows of a CSV text by RFC 4180, read sign by sign; fails where the text breaks the RFC's grammar. */
export function csvRowsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let place = 0;
  while (place < text.length) {
    const cell = text.slice(place).match(/^"((?:[^"]|"")*)"(?=[,\r]|$)|^([^",\r\n]*)(?=[,\r]|$)/);
    assert.ok(cell, `no cell of RFC 4180 at ${JSON.stringify(text.slice(place, place + 40))}`);
    row.push(cell[1] === undefined ? (cell[2] ?? '') : cell[1].replaceAll('""', '"'));
    place += cell[0].length;
    if (text.startsWith('\r\n', place) || place === text.length) {
      rows.push(row);
      row = [];
      place += 2;
    } else {
      assert.equal(text[place], ',');
      place += 1;
      if (place === text.length) row.push('');
    }
  }
  return rows;
}

/** Fails unless an XML text has its declaration, balanced elements, quoted attributes and no bare sign. */
export function assertWellFormed(xml: string): void {
  assert.match(xml, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/);
  const open: string[] = [];
  const rest = xml
    .slice(xml.indexOf('\n'))
    .replace(/<(\/?)([A-Za-z][\w.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g, (_, closing, name, attributes, empty) => {
      assert.doesNotMatch(attributes, /&(?!(?:amp|lt|gt|quot|#\d+);)/);
      if (closing) assert.equal(open.pop(), name, `</${name}> closes another element`);
      else if (!empty) open.push(name);
      return '';
    });
  assert.deepEqual(open, [], 'elements that nothing closes');
  assert.doesNotMatch(rest, /[<>]|&(?!(?:amp|lt|gt|quot|#\d+);)/, 'a bare sign in text');
}
