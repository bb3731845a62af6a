import type { JsonSchema } from '@/lib/http/docs/json-schema';
import { type ApiOperation, type Document, successesOf } from '@/lib/http/docs/openapi';
import { sdkMethods } from './sdk-methods';

/** The part of the OpenAPI document that an API key opens, as the TypeScript of `packages/sdk`. */

const head = `/** Made by \`npm run sdk:generate\` from the portal's OpenAPI document; what you write here is lost. */\n`;

const nameOf = (reference: string) => reference.slice(reference.lastIndexOf('/') + 1);
const literal = (value: unknown) => (typeof value === 'string' ? `'${value}'` : JSON.stringify(value));
const oneOf = (types: string[]) => [...new Set(types)].join(' | ');

function comment(schema: JsonSchema, indent: string): string {
  return schema.description ? `${indent}/** ${schema.description.replaceAll('*/', '* /')} */\n` : '';
}

function membersOf({ properties = {}, required = [] }: JsonSchema, indent: string): string {
  const inner = `${indent}  `;
  // What only checks is a method of its own, and sets it.
  const named = Object.entries(properties).filter(([name]) => name !== 'validate_only');
  const lines = named.map(([name, member]) => {
    const key = /^\w+$/.test(name) ? name : `'${name}'`;
    const mark = required.includes(name) ? '' : '?';
    return `${comment(member, inner)}${inner}${key}${mark}: ${typeOf(member, inner)};\n`;
  });
  return `{\n${lines.join('')}${indent}}`;
}

function typeOfKind(kind: string, schema: JsonSchema, indent: string): string {
  if (kind === 'integer') return 'number';
  if (kind === 'array') return `Array<${typeOf(schema.items ?? {}, indent)}>`;
  if (kind !== 'object') return kind;
  if (schema.properties) return membersOf(schema, indent);
  const { additionalProperties: values } = schema;
  return `Record<string, ${typeof values === 'object' ? typeOf(values, indent) : 'unknown'}>`;
}

function typeOf(schema: JsonSchema, indent = ''): string {
  const { $ref, anyOf, oneOf: either, type } = schema;
  if ($ref) return nameOf($ref);
  if ('const' in schema) return literal(schema.const);
  if (schema.enum) return oneOf(schema.enum.map(literal));
  if (schema.allOf) throw new Error('A schema of the API has allOf, which the types of packages/sdk do not know yet');
  const among = anyOf ?? either;
  if (among) return oneOf(among.map((one) => typeOf(one, indent)));
  if (!type) return 'unknown';
  return oneOf([type].flat().map((kind) => typeOfKind(kind, schema, indent)));
}

/** `only`: it asks for nothing but the check. */
type Operation = ApiOperation & { method: string; path: string; only: boolean };

/** Other doors have keys and words of their own, and clients of their own. */
export function operationsOf(document: Document): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .flatMap(([method, operation]) =>
        withCheck(
          { ...operation, method: method.toUpperCase(), path, only: false },
          `${path}/validate` in document.paths,
        ),
      )
      .filter((one) => path.startsWith('/api/v1/') && one.security.some((way) => 'apiKey' in way)),
  );
}

/** A create that may only check is two methods, since it answers in two ways; one whose check has an address needs no second. */
function withCheck(one: Operation, hasAddress: boolean): Operation[] {
  const { 200: checked, ...responses } = one.responses;
  if (!checked || !('201' in responses)) return [one];
  const create = { ...one, responses };
  if (hasAddress) return [create];
  const parameters = one.parameters.filter((given) => !('$ref' in given));
  const operationId = `${one.operationId}Check`;
  return [
    create,
    { ...one, operationId, summary: `${one.summary}: check only`, parameters, responses: { 200: checked }, only: true },
  ];
}

const isKeyed = ({ parameters }: Operation) =>
  parameters.some((one) => '$ref' in one && nameOf(one.$ref) === 'IdempotencyKey');

function sentIn(operation: Operation, place: 'path' | 'query'): string {
  const sent = operation.parameters.flatMap((one) => ('in' in one && one.in === place ? [one] : []));
  if (sent.length === 0) return '';
  const properties = Object.fromEntries(
    sent.map(({ name, schema, description }) => [name, { ...schema, ...(description && { description }) }]),
  );
  const required = sent.filter((one) => one.required).map((one) => one.name);
  const mark = required.length > 0 ? '' : '?';
  return `    ${place}${mark}: ${membersOf({ properties, required }, '    ')};\n`;
}

const schemaIn = (content?: Record<string, { schema: JsonSchema }>) => Object.values(content ?? {})[0]?.schema;

const onlyOf = ({ only }: Operation) => (only ? ' & { validate_only: true }' : '');

function describe(operation: Operation): string {
  const body = schemaIn(operation.requestBody?.content);
  const [, good] = successesOf(operation)[0] ?? [];
  const answer = schemaIn(good?.content);
  return [
    `${comment({ description: operation.summary }, '  ')}  ${operation.operationId}: {\n`,
    ...[sentIn(operation, 'path'), sentIn(operation, 'query')],
    body ? `    body: ${typeOf(body, '    ')}${onlyOf(operation)};\n` : '',
    `    answer: ${answer ? typeOf(answer, '    ') : 'undefined'};\n  };\n`,
  ].join('');
}

/** The names of all components that these words lead to, whichever way. */
function reached(document: Document, from: string): string[] {
  const { schemas } = document.components;
  const found = new Set<string>();
  const look = (text: string) => {
    for (const name of Object.keys(schemas)) {
      if (found.has(name) || !text.includes(`"#/components/schemas/${name}"`)) continue;
      found.add(name);
      look(JSON.stringify(schemas[name]));
    }
  };
  look(from);
  return Object.keys(schemas).filter((name) => found.has(name));
}

export function sdkTypes(document: Document): string {
  const operations = operationsOf(document);
  const named = ['Problem', ...reached(document, JSON.stringify(operations)).filter((name) => name !== 'Problem')];
  const types = named.map((name) => {
    const schema = document.components.schemas[name] ?? {};
    return `${comment(schema, '')}export type ${name} = ${typeOf(schema)};\n`;
  });
  const table = operations.map((one) => {
    const { operationId, method, path } = one;
    return `  ${operationId}: ['${method}', '${path}', ${isKeyed(one) ? "'keyed'" : "'plain'"}],\n`;
  });
  return [
    head,
    ...types,
    `/** What each operation takes and answers. */\nexport type Operations = {\n${operations.map(describe).join('')}};\n`,
    `/** Method, path, and whether an Idempotency-Key makes it safe to repeat. */\nexport const operations = {\n${table.join('')}} as const;\n`,
  ].join('\n');
}

function parametersOf(operation: Operation, keyed: boolean) {
  const { parameters, requestBody, operationId } = operation;
  const places = parameters.flatMap((one) => ('in' in one ? [one.in] : []));
  const body = schemaIn(requestBody?.content);
  const query = `NonNullable<Operations['${operationId}']['query']>`;
  return [
    ...(places.includes('path') ? ['id: string'] : []),
    ...(body ? [`body: ${body.$ref ? `wire.${typeOf(body)}` : `Operations['${operationId}']['body']`}`] : []),
    ...(places.includes('query') ? [`query: ${query} = {}`] : []),
    `options?: ${keyed ? 'KeyedOptions' : 'CallOptions'}`,
  ];
}

function methodOf(name: string, operation: Operation): string {
  const { operationId: id, parameters } = operation;
  const takes = parametersOf(operation, isKeyed(operation));
  const has = (start: string) => takes.some((one) => one.startsWith(start));
  const isList = parameters.some((one) => 'in' in one && one.name === 'cursor');
  const query = isList ? 'query: { ...query, cursor }' : 'query';
  const input = [
    has('id:') && 'path: { id }',
    has('body:') && (operation.only ? 'body: { ...body, validate_only: true }' : 'body'),
    has('query:') && query,
  ].filter(Boolean);
  const call = `call('${id}', { ${input.join(', ')} }, options)`;
  const page = `Operations['${id}']['answer']`;
  const does = isList ? `new Pages<${page}['data'][number], ${page}>((cursor) => ${call}, query.cursor)` : call;
  return `${comment({ description: operation.summary }, '      ')}      ${name}: (${takes.join(', ')}) => ${does},\n`;
}

/** Each resource with its methods, made of the one way to call. */
export function sdkResources(document: Document): string {
  const known = new Map(operationsOf(document).map((one) => [one.operationId, one]));
  const parts = Object.entries(sdkMethods).map(([resource, methods]) => {
    const lines = Object.entries(methods).map(([name, id]) => {
      const operation = known.get(id);
      if (!operation) throw new Error(`The API has no operation ${id}, which scripts/sdk-methods.ts names`);
      return methodOf(name, operation);
    });
    return { field: `  readonly ${resource};\n`, made: `    this.${resource} = {\n${lines.join('')}    };\n` };
  });
  const [fields, made] = [parts.map((one) => one.field).join(''), parts.map((one) => one.made).join('')];
  return [
    head,
    `import type { Call, CallOptions, KeyedOptions } from './call.ts';\nimport { Pages } from './pages.ts';\nimport type * as wire from './wire.ts';\n`,
    `type Operations = wire.Operations;\n\n/** What can be asked for, thing by thing. */\nexport class Resources {\n${fields}\n  constructor(call: Call) {\n${made}  }\n}\n`,
  ].join('\n');
}
