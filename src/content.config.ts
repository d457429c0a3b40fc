import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { classSchema } from './lib/class-schema.ts';
import { codeSchema } from './lib/code-schema.ts';

/** The id of an entry is its file's name: 486, 4xx. Astro would slugify it, and hide a wrong name. */
const idFrom =
  (name: RegExp, example: string) =>
  ({ entry }: { entry: string }) => {
    const id = entry.replace(/\.mdx$/, '');
    if (!name.test(id)) throw new Error(`${entry}: file name: is not named after what it holds; call it like ${example}.`);
    return id;
  };

export const collections = {
  codes: defineCollection({
    loader: glob({ base: './content/codes', pattern: '**/*.mdx', generateId: idFrom(/^[1-6]\d\d$/, '486.mdx') }),
    schema: codeSchema,
  }),
  classes: defineCollection({
    loader: glob({ base: './content/classes', pattern: '**/*.mdx', generateId: idFrom(/^[1-6]xx$/, '4xx.mdx') }),
    schema: classSchema,
  }),
};
