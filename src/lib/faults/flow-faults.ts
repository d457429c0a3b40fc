import { createHash } from 'node:crypto';
import type { Hash } from '../../sip/digest.ts';
import { messagesOfFlow, readFlow } from '../../sip/flow.ts';
import { faultsOfFlow } from '../../sip/flow-faults.ts';
import type { CodeFacts } from '../code-schema.ts';
import { partsOfCodeFile } from './code-faults.ts';
import type { ContentFile, Fault } from './fault.ts';
import { readYaml } from './schema-faults.ts';

const fileName = /^content\/flows\/([1-6]\d\d)\.flow$/;
const algorithms = { MD5: 'md5', 'SHA-256': 'sha256', 'SHA-512-256': 'sha512-256' } as const;
const hash: Hash = (algorithm, text) => createHash(algorithms[algorithm]).update(text).digest('hex');

/** The header fields that a code's front matter requires; none where the file can't be read, which is told elsewhere. */
function requiredFieldsOf(codeFile: ContentFile | undefined): string[] {
  const { data } = readYaml(partsOfCodeFile(codeFile?.text ?? '')?.frontMatter ?? '');
  const fields: unknown = (data as Partial<CodeFacts> | null | undefined)?.headerFields;
  if (!Array.isArray(fields)) return [];
  return (fields as (CodeFacts['headerFields'][number] | null)[]).flatMap((field) =>
    field?.presence === 'required' ? [field.name] : [],
  );
}

/** Faults of one flow: of its messages, and of the header fields that its code requires. */
function* faultsOfFlowFile(
  { path, text }: ContentFile,
  code: number,
  codeFile: ContentFile | undefined,
): Generator<Fault> {
  const flow = readFlow(text);
  for (const { line, reason } of faultsOfFlow(flow, hash))
    yield { path: `${path}:${line}`, field: 'flow', problem: reason };
  if (!flow.codes.includes(code)) {
    yield {
      path,
      field: 'code',
      problem: `doesn't name ${code}, the code that the file is called after; write “code: ${code}” into its head.`,
    };
  }
  const own = messagesOfFlow(flow).filter(({ message }) => message.is === 'response' && message.statusCode === code);
  for (const name of requiredFieldsOf(codeFile)) {
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
    if (known.has(code)) return [...faultsOfFlowFile(file, code, codeFile)];
    return [
      { path: file.path, field: 'file name', problem: 'is not named after a code with a page; call it like 486.flow.' },
    ];
  });
}
