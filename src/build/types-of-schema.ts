/** What this module understands of JSON Schema: what the published schemas use. */
export interface JsonSchema {
  type?: string | readonly string[];
  const?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly JsonSchema[];
  items?: JsonSchema;
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  description?: string;
  $ref?: string;
  $defs?: Readonly<Record<string, JsonSchema>>;
}

const primitives: Record<string, string> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
};
const union = (types: readonly string[]) => types.join(' | ');

function membersOf({ properties = {}, required = [] }: JsonSchema): string {
  const members = Object.entries(properties).map(([key, schema]) => {
    const about = schema.description ? `/** ${schema.description.replaceAll('*/', '* /')} */\n` : '';
    return `${about}readonly ${key}${required.includes(key) ? '' : '?'}: ${typeOf(schema)};`;
  });
  return `{\n${members.join('\n').replace(/^/gm, '  ')}\n}`;
}

/** A schema as a TypeScript type; throws at a schema that this module doesn't understand. */
function typeOf(schema: JsonSchema): string {
  if (schema.$ref) return schema.$ref.replace('#/$defs/', '');
  if (schema.anyOf) return union(schema.anyOf.map(typeOf));
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return union(schema.enum.map((value) => JSON.stringify(value)));
  if (schema.type === 'array' && schema.items) return `ReadonlyArray<${typeOf(schema.items)}>`;
  if (schema.type === 'object') return membersOf(schema);
  const types = [schema.type ?? ''].flat().map((type) => primitives[type]);
  if (types.includes(undefined))
    throw new Error(`No type for the schema ${JSON.stringify(schema)}; teach src/build/types-of-schema.ts.`);
  return union(types.filter((type) => type !== undefined));
}

const interfaceOf = (name: string, schema: JsonSchema) =>
  `${schema.description ? `/** ${schema.description} */\n` : ''}export interface ${name} ${membersOf(schema)}\n`;

/** The named schemas, and what they refer to, as exported interfaces of a declaration file. */
export function typesOfSchemas(schemas: Readonly<Record<string, JsonSchema>>): string {
  const shared = Object.assign({}, ...Object.values(schemas).map(({ $defs }) => $defs)) as Record<string, JsonSchema>;
  return Object.entries({ ...shared, ...schemas })
    .map(([name, schema]) => interfaceOf(name, schema))
    .join('\n');
}
