import { createHash } from 'node:crypto';
import type { Hash } from '../../sip/digest.ts';
import { type Flow, messagesOfFlow, readFlow } from '../../sip/flow.ts';
import { faultsOfFlow } from '../../sip/flow-faults.ts';
import type { CodeFacts } from '../code-schema.ts';
import { inlineTokensOf } from '../inline-references.ts';
import { faultOfCitation, rfcTitleOf } from '../rfc-sections.ts';
import type { ContentFile, Fault } from './fault.ts';
import { partsOfMdxFile } from './mdx-file-faults.ts';
import { readYaml } from './schema-faults.ts';

const fileName = /^content\/flows\/([1-6]\d\d)\.flow$/;
const algorithms = { MD5: 'md5', 'SHA-256': 'sha256', 'SHA-512-256': 'sha512-256' } as const;
const hash: Hash = (algorithm, text) => createHash(algorithms[algorithm]).update(text).digest('hex');

/** The facts of a code's front matter; none where the file can't be read, which is told elsewhere. */
const factsOf = (codeFile: ContentFile | undefined): Partial<CodeFacts> =>
  (readYaml(partsOfMdxFile(codeFile?.text ?? '')?.frontMatter ?? '').data as Partial<CodeFacts> | null | undefined) ??
  {};

/** The header fields that a code's facts require. */
function requiredFieldsOf({ headerFields: fields }: Partial<CodeFacts>): string[] {
  if (!Array.isArray(fields)) return [];
  return (fields as (CodeFacts['headerFields'][number] | null)[]).flatMap((field) =>
    field?.presence === 'required' ? [field.name] : [],
  );
}

/** Faults of the references in a flow's marks and notes. Bodies have RFCs of their own, such as SDP's, which pass. */
function* faultsOfReferencesIn(
  { events }: Flow,
  known: ReadonlySet<number>,
): Generator<{ line: number; problem: string }> {
  const citations: { line: number; rfc: number; section: string }[] = [];
  const texts: { line: number; text: string }[] = [];
  for (const event of events) {
    if (event.is === 'note') texts.push(event);
    else {
      for (const { line, reason: text, citation } of event.marks) {
        texts.push({ line, text });
        if (citation) citations.push({ line, ...citation });
      }
    }
  }
  for (const { line, text } of texts) {
    for (const token of inlineTokensOf(text)) {
      if (token.is === 'citation') citations.push({ line, ...token });
      if (token.is !== 'code' || known.has(token.code)) continue;
      yield { line, problem: `[${token.code}] names a code without a page; write the number without brackets.` };
    }
  }
  for (const { line, rfc, section } of citations) {
    const problem = rfcTitleOf(rfc) === undefined ? undefined : faultOfCitation(rfc, section);
    if (problem) yield { line, problem: `${problem}.` };
  }
}

/** Faults of one flow: of its messages, and of the header fields that its code requires. */
function* faultsOfFlowFile(
  { path, text }: ContentFile,
  code: number,
  codeFile: ContentFile | undefined,
  known: ReadonlySet<number>,
): Generator<Fault> {
  const flow = readFlow(text);
  for (const { line, reason } of faultsOfFlow(flow, hash))
    yield { path: `${path}:${line}`, field: 'flow', problem: reason };
  for (const { line, problem } of faultsOfReferencesIn(flow, known))
    yield { path: `${path}:${line}`, field: 'flow', problem };
  if (!flow.codes.includes(code)) {
    yield {
      path,
      field: 'code',
      problem: `doesn't name ${code}, the code that the file is called after; write “code: ${code}” into its head.`,
    };
  }
  const own = messagesOfFlow(flow).filter(({ message }) => message.is === 'response' && message.statusCode === code);
  const facts = factsOf(codeFile);
  const phrases = [facts.reasonPhrase, facts.otherPhrases].flat();
  for (const { line, message } of own) {
    if (message.is !== 'response' || typeof facts.reasonPhrase !== 'string' || phrases.includes(message.reasonPhrase))
      continue;
    yield {
      path: `${path}:${line}`,
      field: 'reasonPhrase',
      problem: `“${message.reasonPhrase}” is no phrase of content/codes/${code}.mdx; write ${facts.reasonPhrase}, or add it to otherPhrases.`,
    };
  }
  for (const name of requiredFieldsOf(facts)) {
    for (const { line, message } of own) {
      if (message.fields.some(({ canonicalName }) => canonicalName.toLowerCase() === name.toLowerCase())) continue;
      yield {
        path: `${path}:${line}`,
        field: name,
        problem: `is required by content/codes/${code}.mdx, and this ${code} has none; add it to the message.`,
      };
    }
  }
}

/** Every fault of the files below content/flows/. A code without a flow builds: the tests ask for it. */
export function faultsOfFlows(
  files: readonly ContentFile[],
  codeFiles: readonly ContentFile[],
  known: ReadonlySet<number>,
): Fault[] {
  return files.flatMap((file): Fault[] => {
    const code = Number(file.path.match(fileName)?.[1] ?? 0);
    const codeFile = codeFiles.find(({ path }) => path === `content/codes/${code}.mdx`);
    if (known.has(code)) return [...faultsOfFlowFile(file, code, codeFile, known)];
    return [
      { path: file.path, field: 'file name', problem: 'is not named after a code with a page; call it like 486.flow.' },
    ];
  });
}
