/** The quick half: a typed number, a prefix, a class, answered from the code lines alone. */
import type { Answer, Answers } from './answer.ts';
import type { CodeLine } from './documents.ts';
import type { QueryReading } from './read-query.ts';

const unknownRule = 'RFC 3261 section 8.1.3.2';

const answerOf = ({ code, phrase, summary, unregistered }: CodeLine, why: string): Answer => ({
  path: `/codes/${code}/`,
  kind: 'code',
  number: code,
  title: phrase,
  about: summary,
  why: unregistered ? `${why}, not registered` : why,
});

/** What is said of a number without a page, and the page that its rule leads to. */
function unknownCode(code: number, lines: readonly CodeLine[]): Answers {
  const digit = Math.floor(code / 100);
  if (digit > 6) {
    return {
      answers: [],
      notes: [`${code} is not registered and can't be: there is no such class, the first digit is 1 to 6.`],
    };
  }
  const treatedAs = digit === 1 ? 183 : digit * 100;
  const line = lines.find((candidate) => candidate.code === treatedAs);
  const standIn: Answer[] = line ? [{ ...answerOf(line, `how ${code} is treated`), standsFor: code }] : [];
  // 183 is no x00: the class comes before it and says why.
  const classOfCode: Answer = {
    path: '/classes/1xx/',
    kind: 'class',
    title: '1xx Provisional',
    about: `Whoever does not know a provisional response treats it as ${treatedAs}.`,
    why: `class of ${code}`,
    standsFor: code,
  };
  return {
    answers: digit === 1 ? [classOfCode, ...standIn] : standIn,
    notes: [
      `${code} is not registered. Whoever receives it treats it as ${treatedAs} ${line?.phrase ?? ''} (${unknownRule}).`,
    ],
  };
}

/** Answers for the codes, prefixes and classes of a query, exact ones first; empty where it names none. */
export function matchCodes(reading: QueryReading, lines: readonly CodeLine[]): Answers {
  const { codePrefix, impossibleCode } = reading;
  if (impossibleCode !== undefined) {
    const number = impossibleCode.length > 12 ? `${impossibleCode.slice(0, 12)}…` : impossibleCode;
    return {
      answers: [],
      notes: [`${number} is not registered and can't be: a SIP status code has three digits, from 100 to 699.`],
    };
  }
  if (codePrefix !== undefined) {
    const matching = lines.filter(({ code }) => String(code).startsWith(codePrefix));
    const ordered = [...matching.filter((line) => !line.unregistered), ...matching.filter((line) => line.unregistered)];
    const answers = ordered.map((line) => answerOf(line, `begins with ${codePrefix}`));
    return { answers, notes: answers.length > 0 ? [] : [`No SIP status code begins with ${codePrefix}.`] };
  }
  const known = reading.codes.map((code) => ({ code, line: lines.find((candidate) => candidate.code === code) }));
  const exact = known.flatMap(({ line }) =>
    line ? [answerOf(line, reading.isMessage ? 'in the pasted text' : 'exact code')] : [],
  );
  const unknown = known.filter(({ line }) => !line);
  // In a longer query a number may count something else: it is only explained where it stands alone or with other codes.
  const explained =
    unknown.length === known.length || reading.words === '' ? unknown.map(({ code }) => unknownCode(code, lines)) : [];
  const treated = explained
    .flatMap(({ answers }) => answers)
    .filter(({ path }) => !exact.some((answer) => answer.path === path));
  return { answers: [...exact, ...treated], notes: explained.flatMap(({ notes }) => notes) };
}
