import { expect, test } from 'vitest';
import { z } from 'zod';
import { deskRoutes } from '@/app/api/desk/routes';
import { routes } from '@/app/api/v1/routes';
import { methods } from '@/lib/http/pipeline/resource';

/** Every text that a request may bring obeys the rule of `lib/kernel/text.ts`, or takes no such character by its form. */
type Text = { name: string; schema: z.core.$ZodType };

const isSchema = (value: unknown): value is z.core.$ZodType =>
  typeof value === 'object' && value !== null && '_zod' in value;

/** The schemas that one is made of, under the name of each. */
function partsOf(schema: z.core.$ZodType): [string, z.core.$ZodType][] {
  const { shape, options, element, innerType, keyType, valueType, items } = Object(schema._zod.def);
  const named = shape ? Object.entries(shape) : [];
  const unnamed = [...(options ?? []), ...(items ?? []), element, innerType, valueType].map((part) => ['', part]);
  return [...named, ...unnamed, ['(name)', keyType]].flatMap(([name, part]) => (isSchema(part) ? [[name, part]] : []));
}

function textsIn(schema: z.core.$ZodType, name: string): Text[] {
  const { type } = schema._zod.def;
  if (type === 'string' || type === 'pipe' || type === 'template_literal') return [{ name, schema }];
  return partsOf(schema).flatMap(([step, part]) => textsIn(part, step ? `${name}.${step}` : name));
}

/** Why these few take what the rule refuses. */
const exempt = [
  // What a server received is looked at to the letter, and is neither kept nor shown.
  /verify-sample body\.(body|headers.*)$/,
  // The guard of targets reads it as it came, and refuses it with a code of its own.
  /webhook-?s?\/?endpoints.* body\.url$/,
  /vaults\/\{id\}\/signers body\.url$/,
  /gateways body\.url$/,
];

const all = [...routes, ...deskRoutes].flatMap((one) =>
  methods.flatMap((method) => {
    const { body, query } = one[method].operation?.descriptor ?? {};
    const named = [
      { part: 'body', schema: body },
      { part: 'query', schema: query },
    ];
    return named.flatMap(({ part, schema }) =>
      schema ? textsIn(schema, `${method} ${one[method].path} ${part}`) : [],
    );
  }),
);
const texts = all.filter(({ name }) => !exempt.some((pattern) => pattern.test(name)));

const hidden = ['\u202e', '\u200b', '\u200d', '\u2066', '\u0007', '\u00ad', '\u2028', '\ue000', '\u{e01ff}', '\ufeff'];
const around = [
  ['abcdefghijklmnopqrstuvw', 'xyz'],
  ['https://shop.example/a', 'b'],
  ['ann', 'b@shop.example'],
  ['12345', '678'],
] as const;

const taken = ({ schema }: Text, text: string) => z.safeParse(schema, text);

test('the walk finds the texts of every kind of request', () => {
  const names = texts.map(({ name }) => name);
  for (const part of ['body.reference', 'body.metadata', 'body.metadata.(name)', 'body.recipient.address']) {
    expect(names).toContain(`POST /api/v1/payouts ${part}`);
  }
  expect(names).toContain('GET /api/v1/payouts query.reference');
  expect(names).toContain('POST /api/sign-in/code body.email');
  expect(names).toContain('PUT /api/desk/settings/branding body.name');
});

test('no text of a request takes a character that cannot be seen', () => {
  const open = texts.filter((text) =>
    hidden.some((char) => around.some(([before, after]) => taken(text, before + char + after).success)),
  );
  expect(open.map(({ name }) => name)).toEqual([]);
});

test('every text of a request is kept composed, whichever way it came', () => {
  const parted = 'cafe\u0301 number one thousand';
  const open = texts.filter((text) => {
    const { success, data } = taken(text, parted);
    return success && data !== parted.normalize('NFC');
  });
  expect(open.map(({ name }) => name)).toEqual([]);
});
