import type { AstroIntegration } from 'astro';
import { assertWholeContent } from '../checks/whole-content.ts';

/** Stops a build before it writes anything where content/ has faults, naming all of them. */
export const wholeContent = (): AstroIntegration => ({
  name: 'whole-content',
  hooks: { 'astro:build:start': () => assertWholeContent() },
});
