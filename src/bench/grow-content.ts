/** Multiplies the content of a copy of the project, so that every check of the build still passes. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codesWithFile, faultsOfCodes } from '../lib/faults/code-faults.ts';
import { dataFolders, faultsOfDataFolder } from '../lib/faults/data-faults.ts';
import type { ContentFile, Fault } from '../lib/faults/fault.ts';
import { faultsOfFlows } from '../lib/faults/flow-faults.ts';
import { faultsOfComparisons } from '../lib/faults/joined-faults.ts';

const filesIn = (project: string, folder: string): ContentFile[] =>
  readdirSync(join(project, 'content', folder)).map((name) => ({
    path: `content/${folder}/${name}`,
    text: readFileSync(join(project, 'content', folder, name), 'utf8'),
  }));
const idOf = ({ path }: ContentFile) =>
  path
    .split('/')
    .at(-1)
    ?.replace(/\.\w+$/, '') ?? '';
const codeOf = (file: ContentFile) => Number(idOf(file));

/** A code's own number wherever it stands for the code; not in names of captures, sections or other numbers. */
const own = (code: number) => new RegExp(`(?<![-\\w.:/#[])${code}(?![-\\w\\]/:]|\\.\\d)`, 'g');

/** The files of codes that do not exist, after those that do: as many as three digits and the checks allow. */
function grownCodes(codes: ContentFile[], flows: ContentFile[], others: Record<string, ContentFile[]>): ContentFile[] {
  const grown = new Map<number, ContentFile[]>();
  const taken = codesWithFile(codes);
  for (let code = 100; code < 700; code += 1) {
    if (taken.has(code)) continue;
    const sources = codes.filter((file) => Math.floor(codeOf(file) / 100) === Math.floor(code / 100));
    const source = sources[code % sources.length];
    if (!source) continue;
    const from = codeOf(source);
    const flow = flows.find((file) => codeOf(file) === from);
    const phrase = source.text.match(/^reasonPhrase: (.*)$/m)?.[1] ?? '';
    const renumbered = (text: string) =>
      text.replace(own(from), String(code)).replaceAll(`${code} ${phrase}`, `${code} ${phrase} ${code}`);
    grown.set(code, [
      {
        path: `content/codes/${code}.mdx`,
        text: renumbered(source.text)
          .replace(/^(reasonPhrase: .*)$/m, `$1 ${code}`)
          // No cause leads to a code that does not exist.
          .replace(/fromCauses: \[[^\]]*\]/g, 'fromCauses: []'),
      },
      ...(flow ? [{ path: `content/flows/${code}.flow`, text: renumbered(flow.text) }] : []),
    ]);
  }
  for (;;) {
    const all = [...codes, ...flows, ...[...grown.values()].flat()];
    const inCodes = all.filter(({ path }) => path.startsWith('content/codes/'));
    const known = codesWithFile(inCodes);
    const faults: Fault[] = [
      ...faultsOfCodes(inCodes, known),
      ...faultsOfFlows(
        all.filter(({ path }) => path.startsWith('content/flows/')),
        inCodes,
        known,
      ),
      ...Object.entries(others).flatMap(([name, files]) => faultsOfDataFolder(name, files, known)),
    ];
    // Either the new file is at fault, or its number is one that the prose elsewhere means otherwise: "300 ports".
    const dropped = faults.flatMap(({ path, problem }) =>
      [path, problem].flatMap((text) => [...text.matchAll(/\d{3}/g)].map(([code]) => Number(code))),
    );
    const before = grown.size;
    for (const code of dropped) grown.delete(code);
    if (faults.length === 0) return [...grown.values()].flat();
    if (grown.size === before)
      throw new Error(`The content can't be multiplied: ${faults[0]?.path}: ${faults[0]?.problem}`);
  }
}

/** The file again for other codes of the same classes, `step` places further on. */
function aboutOthers(file: ContentFile, step: number, codes: readonly number[]): ContentFile {
  const moved = (code: string) => {
    const peers = codes.filter((peer) => String(peer)[0] === code[0]);
    return String(peers[(peers.indexOf(Number(code)) + step) % peers.length] ?? code);
  };
  const all = (text: string) => text.replace(/(?<!\d)[1-6]\d\d(?!\d)/g, moved);
  const text = file.text.replace(/\[\d{3}\]|\b(?:codes: \[[\d, ]+\]|(?:send|code): \d{3}$)/gm, all);
  const isPair = file.path.startsWith('content/comparisons/');
  const name = isPair ? `${all(idOf(file))}.yaml` : `${idOf(file)}-${step}.yaml`;
  return {
    path: `${file.path.replace(/[^/]+$/, '')}${name}`,
    text: text.replace(/^((?:title|name|question|symptom): )(.*?)("?)$/m, `$1$2 ${step}$3`),
  };
}

/** Writes content for about `wanted` more pages into the copy: codes as far as they go, then comparisons and symptoms. */
export function growContent(project: string, wanted: number): void {
  const others = Object.fromEntries(Object.keys(dataFolders).map((name) => [name, filesIn(project, name)]));
  const codes = filesIn(project, 'codes');
  const grown = grownCodes(codes, filesIn(project, 'flows'), others);
  const known = [...codesWithFile([...codes, ...grown])].sort((a, b) => a - b);
  const sources = [...(others['comparisons'] ?? []), ...(others['symptoms'] ?? [])];
  const added = new Map(grown.map((file) => [file.path, file.text]));
  const taken = new Set([...codes, ...sources].map(({ path }) => path));
  let pages = grown.filter(({ path }) => path.startsWith('content/codes/')).length;
  for (let step = 1; pages < wanted && step < 1000; step += 1) {
    for (const source of sources) {
      const { path, text } = aboutOthers(source, step, known);
      if (pages >= wanted || taken.has(path)) continue;
      const [folder = ''] = path.split('/').slice(1);
      if (faultsOfDataFolder(folder, [{ path, text }], new Set(known)).length > 0) continue;
      if (folder === 'comparisons' && [...faultsOfComparisons([{ path, text }])].length > 0) continue;
      taken.add(path);
      added.set(path, text);
      pages += 1;
    }
  }
  for (const [path, text] of added) writeFileSync(join(project, path), text);
}
