/** The tests' own copy of IANA's registry of SIP response codes, the oracle for codes and phrases. */
import { readFileSync } from 'node:fs';

export interface RegisteredCode {
  code: number;
  reasonPhrase: string;
  isDeprecated: boolean;
  /** The number of the RFC that the registry names. */
  rfc: number;
}

/** The registry writes a deprecated code's phrase with this behind it. */
const deprecated = ' (Deprecated)';

const [, ...lines] = readFileSync(new URL('../data/iana-response-codes.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n');

/** All registered codes, ascending. */
export const registry: readonly RegisteredCode[] = lines.map((line) => {
  const [code, phrase, rfc] = line.split(',');
  if (!code || !phrase || !rfc)
    throw new Error(`tests/data/iana-response-codes.csv: “${line}” is not code,phrase,reference.`);
  return {
    code: Number(code),
    reasonPhrase: phrase.replace(deprecated, ''),
    isDeprecated: phrase.endsWith(deprecated),
    rfc: Number(rfc.replace('RFC', '')),
  };
});

/** Codes with a page that no registry has, and what a reader should learn first. */
export const unregistered: readonly number[] = [409, 411];

interface PublishedCode {
  code: number;
  reasonPhrase: string;
  registration: string;
}

/** How published codes differ from the registry, as sentences with the file, the field, and what to do. */
export function registryFaultsOf(published: readonly PublishedCode[]): string[] {
  const byCode = new Map(published.map((record) => [record.code, record]));
  const known = new Set(registry.map(({ code }) => code));
  const faults = registry.flatMap(({ code, reasonPhrase, isDeprecated }) => {
    const file = `content/codes/${code}.mdx`;
    const record = byCode.get(code);
    if (!record) return [`${file}: file: is missing, and ${code} ${reasonPhrase} is registered with IANA; add it.`];
    const registration = isDeprecated ? 'deprecated' : 'registered';
    return [
      ...(record.reasonPhrase === reasonPhrase
        ? []
        : [`${file}: reasonPhrase: is “${record.reasonPhrase}”, but registered is “${reasonPhrase}”; write that.`]),
      ...(record.registration === registration
        ? []
        : [
            `${file}: registration: is “${record.registration}”, but in the registry it is ${registration}; write that.`,
          ]),
    ];
  });
  const strays = published
    .filter(({ code, registration }) => !known.has(code) && registration !== 'unregistered')
    .map(
      ({ code }) =>
        `content/codes/${code}.mdx: registration: says ${code} is registered, but IANA has no such code; write unregistered.`,
    );
  return [...faults, ...strays];
}
