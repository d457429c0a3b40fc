/** What a query names by number: codes, comparisons, Q.850 causes, RFC sections, Warning codes, classes. */
import type { Library } from './library.ts';
import type { QueryReading } from './read-query.ts';
import { type Signal, weight } from './signal.ts';

/** What every unlisted response becomes: these causes would name half of all codes. */
const catchAllCauses = new Set([31, 127]);

function* signalsOfCodes(reading: QueryReading, { byCode, documents }: Library): Generator<Signal> {
  const why = reading.isMessage ? 'in the pasted text' : 'exact code';
  for (const [place, code] of reading.codes.entries()) {
    const document = byCode.get(code);
    if (document) yield { path: document.path, score: weight.explicitCode - place, why };
  }
  for (const { kind, path, codes } of documents) {
    if (kind !== 'comparison') continue;
    const named = reading.codes.slice(0, 5).filter((code) => codes.includes(code));
    if (named.length < 2) continue;
    const isAsked = reading.isComparison && named.length === reading.codes.length;
    const score = (isAsked ? weight.comparison : weight.relatedComparison) - codes.length;
    yield { path, score, why: 'comparison' };
  }
}

function* signalsOfCauses(causes: readonly number[], { codes }: Library): Generator<Signal> {
  for (const [place, cause] of causes.entries()) {
    yield { path: `/causes/${cause}/`, score: weight.cause - place, why: 'Q.850' };
    const toCause = catchAllCauses.has(cause) ? weight.cites : weight.toCause;
    for (const { path, facts } of codes) {
      const becomesIt = facts?.toCause === cause;
      if (facts?.fromCauses.includes(cause)) {
        yield { path, score: weight.fromCause - place, why: `Q.850 cause ${cause}${becomesIt ? ', both ways' : ''}` };
      } else if (becomesIt) yield { path, score: toCause - place, why: `becomes cause ${cause}` };
    }
  }
}

function* signalsOfSections(references: QueryReading['references'], { codes }: Library): Generator<Signal> {
  for (const { rfc, section } of references) {
    const label = [rfc && `RFC ${rfc}`, section && `§${section}`].filter(Boolean).join(' ');
    const isMeant = (entry: string) =>
      (rfc === undefined || entry.startsWith(`${rfc} `)) && (section === undefined || entry.endsWith(` ${section}`));
    for (const { path, facts } of codes) {
      if (facts?.definedIn.some(isMeant)) {
        yield { path, score: section ? weight.section : weight.definedIn, why: `defined in ${label}` };
      } else if (facts?.cites.some(isMeant)) {
        // A page that cites little else is more about it.
        yield { path, score: weight.cites + 40 / facts.cites.length, why: `cites ${label}` };
      }
    }
  }
}

function* signalsOfWarnCodes(warnCodes: readonly number[], { codes, documents }: Library): Generator<Signal> {
  for (const warnCode of warnCodes) {
    const spoken = documents
      .flatMap(({ values }) => values ?? [])
      .filter(({ value }) => value.startsWith(String(warnCode)))
      .flatMap((value) => value.codes);
    for (const [place, code] of spoken.entries()) {
      yield { path: `/codes/${code}/`, score: weight.toCause - place, why: `Warning ${warnCode}` };
    }
    for (const { path, facts } of spoken.length > 0 ? [] : codes) {
      const presence = facts?.headerFields['Warning'];
      if (presence) yield { path, score: weight.field[presence], why: `Warning, ${presence}` };
    }
  }
}

function* signalsOfClasses(classes: readonly number[], { codes }: Library): Generator<Signal> {
  for (const digit of classes) {
    yield { path: `/classes/${digit}xx/`, score: weight.class, why: 'class' };
    for (const document of codes) {
      const [code = 0] = document.codes;
      if (Math.floor(code / 100) !== digit) continue;
      yield { path: document.path, score: weight.codesOfClass - (code % 100) / 100, why: `class ${digit}xx` };
    }
  }
}

/** Every page that a query names by a number. */
export function* signalsOfReferences(reading: QueryReading, library: Library): Generator<Signal> {
  yield* signalsOfCodes(reading, library);
  yield* signalsOfCauses(reading.causes, library);
  yield* signalsOfSections(reading.references, library);
  yield* signalsOfWarnCodes(reading.warnCodes, library);
  yield* signalsOfClasses(reading.classes, library);
}
