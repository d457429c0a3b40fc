import { type Frame, framePatterns } from './trace-formats.ts';

/** No tool writes longer lines between messages; the patterns take quadratic time, so that longer ones aren't tried. */
const longestLine = 1000;

/** Reads a line between messages; `above` is the frame that the lines above gave. */
export function readFrame(line: string, above: Frame | undefined): Frame | undefined {
  if (line.length > longestLine) return undefined;
  for (const { format, pattern, continues, read } of framePatterns) {
    const found = line.match(pattern);
    if (!found || (continues && above?.format !== format)) continue;
    return { ...(continues ? above : {}), format, ...read(found, above) };
  }
  return undefined;
}

const fences = /^(?:\|{20}|~{20}|={20,}|-{47}$|-{72}$)/;

/** Whether a line can't belong to a message, since a tool wrote it between two. */
export const isBetweenMessages = (line: string): boolean =>
  line.length <= longestLine &&
  (fences.test(line) || framePatterns.some(({ pattern, continues }) => !continues && pattern.test(line)));
