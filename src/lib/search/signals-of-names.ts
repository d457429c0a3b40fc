/** What a query names by words: phrases, what people call things, constants of stacks, header fields. */
import type { SearchDocument } from './documents.ts';
import type { Library } from './library.ts';
import type { QueryReading } from './read-query.ts';
import { type Signal, weight } from './signal.ts';
import { nearestWord } from './nearest-word.ts';
import { nameKeyOf, wordsOf } from './tokenize.ts';

interface Name {
  /** Comparable, with a blank at both ends, so that it is found only as whole words. */
  key: string;
  length: number;
  /** Whether it is a name of its page, not only a word that people search. */
  isPhrase: boolean;
  why: string;
  path: string;
}

/** How much of a name's weight is left where it is found only after mending the query's spelling. */
const misspelt = 0.9;

const named = new Set<SearchDocument['kind']>(['code', 'cause', 'symptom', 'comparison', 'class']);

function namesOf({ name, otherNames, aliases, kind, path }: SearchDocument): Name[] {
  if (!named.has(kind)) return [];
  return [name, ...otherNames, ...aliases].flatMap((words, place) => {
    const key = nameKeyOf(words);
    const isPhrase = place <= otherNames.length;
    const why = isPhrase ? (kind === 'code' ? 'phrase' : kind) : `“${words}”`;
    return key === '' ? [] : [{ key: ` ${key} `, length: key.split(' ').length, isPhrase, why, path }];
  });
}

function* signalsOfPhrases(words: string, names: readonly Name[]): Generator<Signal> {
  const asked = nameKeyOf(words).split(' ');
  const query = ` ${asked.join(' ')} `;
  const withoutEmpty = ` ${asked.filter((word) => wordsOf(word).length > 0).join(' ')} `;
  for (const { key, length, isPhrase, why, path } of names) {
    if (key === query || key === withoutEmpty) yield { path, score: isPhrase ? weight.phraseIs : weight.aliasIs, why };
    else if (length > 1 && query.includes(key)) {
      // Words that people search fit by chance inside a longer query: they count as much of it as they cover.
      const covered = Math.min(1, (length / asked.length) * 1.5);
      yield { path, score: isPhrase ? weight.phraseWithin + length * 5 : weight.aliasWithin * covered, why };
    } else if (isPhrase && asked.length > 1 && key.includes(query.trimEnd())) {
      // Typed as far as "too l": the rest of the phrase may still come.
      yield { path, score: weight.phraseBegun, why };
    }
  }
}

/** The same for misspelt words, a little weaker: "verion not supported" is the phrase of 505. */
function* signalsOfMisspeltPhrases(
  words: string,
  names: readonly Name[],
  vocabulary: ReadonlySet<string>,
): Generator<Signal> {
  const asked = nameKeyOf(words);
  const meant = asked
    .split(' ')
    .map((word) => nearestWord(word, vocabulary))
    .join(' ');
  if (meant === asked) return;
  for (const { path, score, why } of signalsOfPhrases(meant, names)) yield { path, score: score * misspelt, why };
}

function* signalsOfField(field: string, isMessage: boolean, { documents }: Library): Generator<Signal> {
  for (const { path, facts, kind, title } of documents) {
    if (kind === 'header field' && title === field) yield { path, score: weight.fieldPage, why: 'header field' };
    const presence = facts?.headerFields[field];
    // A pasted message has many fields: none of them says much.
    const score = presence && (isMessage ? weight.cites : weight.field[presence]);
    if (score) yield { path, score, why: `${field}, ${presence}` };
  }
}

/** Prepares the names of a library; what it gives finds every page that a query names by words. */
export function nameFinderOf(library: Library): (reading: QueryReading) => Generator<Signal> {
  const { documents, codes } = library;
  const names = documents.flatMap(namesOf);
  const vocabulary = new Set(names.flatMap(({ key }) => key.trim().split(' ')));
  const fields = new Map<string, string>();
  for (const { kind, title } of documents) if (kind === 'header field') fields.set(title.toLowerCase(), title);
  for (const { facts } of codes)
    for (const name of Object.keys(facts?.headerFields ?? {})) fields.set(name.toLowerCase(), name);

  return function* ({ text, words, isMessage }) {
    if (nameKeyOf(words) !== '') {
      yield* signalsOfPhrases(words, names);
      yield* signalsOfMisspeltPhrases(words, names, vocabulary);
    }
    const tokens = new Set(text.match(/[A-Za-z][\w.-]*[A-Za-z0-9]/gu) ?? []);
    const speaksOfFields = isMessage || tokens.size === 1 || /\b(?:header|fields?)\b/iu.test(text);
    // "to" and "from" are fields where they are written so, or beside the word: "the from header".
    const isMereWord = (token: string) =>
      !isMessage &&
      tokens.size > 1 &&
      /^[a-z]+$/u.test(token) &&
      !new RegExp(`\\b(?:${token} (?:header|fields?)|(?:header|fields?) ${token})\\b`, 'u').test(text);
    for (const token of tokens) {
      for (const { path, constants } of token.includes('_') ? documents : []) {
        if (constants.includes(token)) yield { path, score: weight.constant, why: token };
      }
      // "Allow" and "Warning" are words as well: they are fields where the query is about fields.
      const isMeant = token.includes('-') || (speaksOfFields && !isMereWord(token));
      const field = isMeant ? fields.get(token.toLowerCase()) : undefined;
      if (field) yield* signalsOfField(field, isMessage, library);
    }
    // "Max forwards" is Max-Forwards, typed without the hyphen.
    const spoken = ` ${nameKeyOf(words)} `;
    for (const field of isMessage ? [] : new Set(fields.values())) {
      const key = nameKeyOf(field);
      if (key.includes(' ') && spoken.includes(` ${key} `) && !tokens.has(field)) {
        yield* signalsOfField(field, isMessage, library);
      }
    }
  };
}
