import { assertWholeContent } from '../../src/checks/whole-content.ts';
import type { Outcome, ProjectCopy } from './project-copy.ts';

/** Runs the check of content/ in a copy, as the build does first, without the start of a process for each run. */
export function checkContentOf({ folder }: ProjectCopy): Outcome {
  const here = process.cwd();
  process.chdir(folder);
  try {
    assertWholeContent();
    return { exitCode: 0, output: '' };
  } catch (error) {
    return { exitCode: 1, output: error instanceof Error ? error.message : String(error) };
  } finally {
    process.chdir(here);
  }
}
