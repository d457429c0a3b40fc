import type { Ladder, Note } from '../sip/ladder.ts';

/** Where the lanes stand, in percent of the drawing's width, so that it adapts to any width; the times stand left of them. */
const firstLane = 19;
const lastLane = 85;
const headHeight = 26;
const arrowHeight = 42;
const lineHeight = 15;
const longestNoteLine = 38;

export interface DrawnArrow {
  is: 'arrow';
  y: number;
  x1: number;
  x2: number;
  row: Ladder['rows'][number] & { is: 'arrow' };
  /** Method or code, and the phrase that follows it. */
  label: string;
  phrase: string;
}

export interface DrawnNote {
  is: 'note';
  y: number;
  x: number;
  row: Note;
  lines: string[];
}

export interface Drawing {
  height: number;
  lanes: { x: number; name: string; label: string }[];
  rows: (DrawnArrow | DrawnNote)[];
}

function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < longestNoteLine) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Places a ladder for drawing: x in percent, y in pixels. */
export function drawingOf({ lanes, rows }: Ladder): Drawing {
  const xOf = (lane: number) =>
    lanes.length < 2 ? 50 : firstLane + (lane * (lastLane - firstLane)) / (lanes.length - 1);
  const longestPhrase = Math.floor(76 / Math.max(1, lanes.length - 1)) - 5;
  let y = headHeight;
  const drawn = rows.map((row): DrawnArrow | DrawnNote => {
    if (row.is === 'note') {
      const lines = wrapped(row.text);
      const top = y;
      y += lines.length * lineHeight + 10;
      // A note over an outer lane alone would run out of the drawing: it moves towards the middle.
      const x = Math.min(70, Math.max(32, (xOf(row.from) + xOf(row.to)) / 2));
      return { is: 'note', y: top + lineHeight, x, row, lines };
    }
    y += arrowHeight;
    const [label = '', ...phrase] = /^\d{3} /.test(row.label) ? row.label.split(' ') : [row.label];
    const whole = phrase.join(' ');
    const [x1, end] = [xOf(row.from), xOf(row.to)];
    const x2 = row.isLost ? x1 + (end - x1) * 0.7 : end;
    return {
      is: 'arrow',
      y: y - 16,
      x1,
      x2,
      row,
      label,
      phrase: whole.length > longestPhrase ? `${whole.slice(0, longestPhrase - 1)}…` : whole,
    };
  });
  return { height: y + 8, lanes: lanes.map(({ index, name, label }) => ({ x: xOf(index), name, label })), rows: drawn };
}
