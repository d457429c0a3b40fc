import type { Stack, StatusCode } from './model.ts';
import { stacksOn } from './stack-facts.ts';

/** A level-2 section of a page: its heading and the fragment that leads to it. */
export interface Section {
  heading: string;
  id: string;
}

const idOf = (heading: string) => heading.toLowerCase().replaceAll(' ', '-');

/** The sections of a code's page, in the order of its anatomy. */
export function sectionsOf(status: StatusCode, stacks: readonly Stack[]): Section[] {
  const { entry, flow, origin, causes, lookalikes } = status;
  const has = (heading: string) => (entry.body ?? '').includes(`## ${heading}`);
  return [
    has('Meaning') && 'Meaning',
    has('When it is sent') && 'When it is sent',
    origin && 'Who sent it',
    causes.length > 0 && 'Causes and fixes',
    flow && 'On the wire',
    lookalikes.length > 0 && 'Not to be confused with',
    stacksOn(status, stacks).length > 0 && 'In real stacks',
    'Sources',
  ]
    .filter((heading) => typeof heading === 'string')
    .map((heading) => ({ heading, id: idOf(heading) }));
}
