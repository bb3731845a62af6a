import { expect, test } from 'vitest';
import { z } from 'zod';
import { jsonSchemaOf, type Schemas } from '@/lib/http/docs/json-schema';
import { fieldsOf } from './fields-of';

const inner = z.object({ until: z.iso.datetime().meta({ description: 'When it ends.' }) }).meta({ id: 'Inner' });
const outer = z
  .object({
    limit: z.int().min(1).max(9).default(5),
    kind: z.enum(['a', 'b']),
    inner: inner.nullable(),
    list: z.array(z.object({ id: z.string() })),
    notes: z.record(z.string(), z.string()),
    who: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('wallet'), address: z.string() }),
      z.strictObject({ type: z.literal('anyone') }),
    ]),
  })
  .meta({ id: 'Outer' });

test('every member of a schema is listed under its full name, through references, lists and kinds', () => {
  const schemas: Schemas = {};
  const fields = fieldsOf(jsonSchemaOf(outer, 'input', schemas), schemas);
  expect(fields.map(({ name, type, required }) => [name, type, required])).toEqual([
    ['limit', 'integer', false],
    ['kind', '"a" | "b"', true],
    ['inner', 'object | null', true],
    ['inner.until', 'time', true],
    ['list', 'list of object', true],
    ['list.id', 'text', true],
    ['notes', 'object of text', true],
    ['who', 'object', true],
    ['who.type', '"wallet" | "anyone"', false],
    ['who.address', 'text', false],
  ]);
  expect(fields[0]?.description).toBe('At least 1, at most 9, default 5.');
  expect(fields[3]?.description).toBe('When it ends.');
});
