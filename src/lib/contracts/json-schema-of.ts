import { z } from 'astro/zod';
import { pathTo } from '../paths.ts';

/**
 * A contract as JSON Schema 2020-12. Unknown keys stay allowed at every level: new keys may come within a version, and
 * a reader who validates must not be broken by them.
 */
export function jsonSchemaOf(
  contract: z.ZodObject,
  { name, title, site }: { name: string; title: string; site: URL | undefined },
) {
  const { $schema, ...schema } = z.toJSONSchema(contract, {
    io: 'output',
    override: ({ jsonSchema }) => {
      delete jsonSchema.additionalProperties;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return { $schema, $id: new URL(pathTo(`/schema/${name}.json`), site).href, title, ...schema };
}

/** A contract as the answer to a request for its schema. */
export const schemaAnswerOf = (...of: Parameters<typeof jsonSchemaOf>): Response =>
  new Response(JSON.stringify(jsonSchemaOf(...of), null, 2), {
    headers: { 'Content-Type': 'application/schema+json; charset=utf-8' },
  });
