import { z } from 'zod';

/** The part of JSON Schema that our schemas make use of. */
export type JsonSchema = {
  $ref?: string;
  type?: string | string[];
  title?: string;
  description?: string;
  format?: string;
  pattern?: string;
  const?: unknown;
  enum?: unknown[];
  default?: unknown;
  examples?: unknown[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  propertyNames?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
};

export type Schemas = Record<string, JsonSchema>;

/** `input`: what a caller may send. `output`: what we answer. */
export type Direction = 'input' | 'output';

const wordedFormats = new Set(['date-time', 'email', 'uri']);

/** Drops what only repeats the type, and keeps answers open, so that a new member breaks no strict client. */
function tidy(schema: z.core.JSONSchema.BaseSchema, direction: Direction): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.format && wordedFormats.has(schema.format)) delete schema.pattern;
  if (direction === 'output' && schema.additionalProperties === false) delete schema.additionalProperties;
}

/** A schema as JSON Schema. Schemas with an id go to `components` and are referred to. */
export function jsonSchemaOf(schema: z.ZodType, direction: Direction, components: Schemas): JsonSchema {
  const made = z.toJSONSchema(schema, {
    io: direction,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => tidy(jsonSchema, direction),
  });
  const {
    $schema: _dialect,
    $defs = {},
    ...rest
  }: JsonSchema & { $schema?: string; $defs?: Schemas } = JSON.parse(
    JSON.stringify(made).replaceAll('"#/$defs/', '"#/components/schemas/'),
  );
  for (const [id, component] of Object.entries($defs)) {
    const { id: _id, ...body }: JsonSchema & { id?: string } = component;
    const known = components[id];
    if (known && JSON.stringify(known) !== JSON.stringify(body)) {
      throw new Error(`Two different schemas have the id ${id}`);
    }
    components[id] = body;
  }
  return rest;
}
