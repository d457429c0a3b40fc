import { type Frame, framePatterns } from './trace-formats.ts';

/** Reads a line between messages; `above` is the frame that the lines above gave. */
export function readFrame(line: string, above: Frame | undefined): Frame | undefined {
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
  fences.test(line) || framePatterns.some(({ pattern, continues }) => !continues && pattern.test(line));
