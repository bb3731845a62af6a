import type { JsonSchema, Schemas } from '@/lib/http/docs/json-schema';

export type Field = {
  /** With its parents: `recipient.address`. */
  name: string;
  type: string;
  required: boolean;
  description: string;
};

const maxDepth = 4;

function resolve(schema: JsonSchema, schemas: Schemas): JsonSchema {
  const named = schema.$ref && schemas[schema.$ref.split('/').at(-1) ?? ''];
  return named
    ? { ...resolve(named, schemas), ...(schema.description && { description: schema.description }) }
    : schema;
}

const isNull = (schema: JsonSchema) => schema.type === 'null';

/** The kinds that a value may have, and whether it may be null. */
function variantsOf(schema: JsonSchema, schemas: Schemas): { variants: JsonSchema[]; nullable: boolean } {
  const whole = resolve(schema, schemas);
  const choices = whole.anyOf ?? whole.oneOf;
  if (choices) {
    const variants = choices.filter((one) => !isNull(one)).map((one) => resolve(one, schemas));
    return { variants, nullable: choices.some(isNull) };
  }
  const nullable = Array.isArray(whole.type) && whole.type.includes('null');
  return { variants: [whole], nullable };
}

function nameOfType(schema: JsonSchema, schemas: Schemas): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const type = Array.isArray(schema.type) ? schema.type.find((one) => one !== 'null') : schema.type;
  if (type === 'array') return `list of ${typeOf(schema.items ?? {}, schemas)}`;
  if (type === 'object') return typeof schema.additionalProperties === 'object' ? 'object of text' : 'object';
  if (type === 'string') return schema.format === 'date-time' ? 'time' : 'text';
  return type ?? 'any';
}

function typeOf(schema: JsonSchema, schemas: Schemas): string {
  const { variants, nullable } = variantsOf(schema, schemas);
  const names = [...new Set(variants.map((one) => nameOfType(one, schemas)))];
  return [...names, ...(nullable ? ['null'] : [])].join(' | ');
}

function boundsOf(schema: JsonSchema): string {
  const { minimum, maximum, maxLength, default: preset } = schema;
  const words = [
    minimum !== undefined && `at least ${minimum}`,
    maximum !== undefined && `at most ${maximum}`,
    maxLength !== undefined && `up to ${maxLength} characters`,
    preset !== undefined && typeof preset !== 'object' && `default ${preset}`,
  ].filter(Boolean);
  return words.length > 0 ? `${words.join(', ')}.` : '';
}

function sentence(schema: JsonSchema): string {
  const bounds = boundsOf(schema);
  const text = schema.description ?? '';
  return [text, bounds && bounds[0]?.toUpperCase() + bounds.slice(1)].filter(Boolean).join(' ');
}

/** The same member of several kinds is one line that lists what it may be. */
function merge(fields: Field[]): Field[] {
  const byName = Map.groupBy(fields, ({ name }) => name);
  return [...byName.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    return [{ ...first, type: [...new Set(same.map(({ type }) => type))].join(' | ') }];
  });
}

/** Every member of a schema, the members of members right behind them. */
export function fieldsOf(schema: JsonSchema, schemas: Schemas, parent = '', depth = 0): Field[] {
  if (depth > maxDepth) return [];
  const { variants } = variantsOf(schema, schemas);
  const fields = variants.flatMap((variant) => {
    const inner = variant.type === 'array' ? variantsOf(variant.items ?? {}, schemas).variants : [variant];
    return inner.flatMap((one) =>
      Object.entries(one.properties ?? {}).flatMap(([key, member]) => {
        const name = parent ? `${parent}.${key}` : key;
        const whole = resolve(member, schemas);
        const required = variants.length === 1 && (one.required?.includes(key) ?? false);
        const field = { name, type: typeOf(member, schemas), required, description: sentence(whole) };
        return [field, ...fieldsOf(member, schemas, name, depth + 1)];
      }),
    );
  });
  return merge(fields);
}
