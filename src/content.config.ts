import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { causeSchema } from './lib/cause-schema.ts';
import { classSchema } from './lib/class-schema.ts';
import { codeSchema } from './lib/code-schema.ts';
import { comparisonSchema } from './lib/comparison-schema.ts';
import { headerFieldSchema } from './lib/header-field-schema.ts';
import { stackSchema } from './lib/stack-schema.ts';
import { symptomSchema } from './lib/symptom-schema.ts';

// Astro keeps parsed entries in node_modules/.astro/data-store.json until this very file changes, whatever the schemas
// say: a new key with a default is missing there. A build reads them anew; for `npm run dev`, delete that file.

/** The id of an entry is its file's name: 486, 4xx. Astro would slugify it, and hide a wrong name. */
const idFrom =
  (name: RegExp, example: string) =>
  ({ entry }: { entry: string }) => {
    const id = entry.replace(/\.(mdx|yaml)$/, '');
    if (!name.test(id))
      throw new Error(`${entry}: file name: is not named after what it holds; call it like ${example}.`);
    return id;
  };

const yamlFiles = (folder: string) =>
  glob({ base: `./content/${folder}`, pattern: '**/*.yaml', generateId: ({ entry }) => entry.replace(/\.yaml$/, '') });

export const collections = {
  codes: defineCollection({
    loader: glob({ base: './content/codes', pattern: '**/*.mdx', generateId: idFrom(/^[1-6]\d\d$/, '486.mdx') }),
    schema: codeSchema,
  }),
  classes: defineCollection({
    loader: glob({ base: './content/classes', pattern: '**/*.mdx', generateId: idFrom(/^[1-6]xx$/, '4xx.mdx') }),
    schema: classSchema,
  }),
  comparisons: defineCollection({ loader: yamlFiles('comparisons'), schema: comparisonSchema }),
  symptoms: defineCollection({ loader: yamlFiles('symptoms'), schema: symptomSchema }),
  causes: defineCollection({ loader: yamlFiles('causes'), schema: causeSchema }),
  stacks: defineCollection({ loader: yamlFiles('stacks'), schema: stackSchema }),
  headerFields: defineCollection({ loader: yamlFiles('header-fields'), schema: headerFieldSchema }),
};
