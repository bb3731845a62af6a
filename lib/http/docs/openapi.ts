import type { Permission } from '@/lib/http/identity/authenticate';
import { problemsOf } from '@/lib/http/pipeline/problems-of';
import { type Method, methods, type Resource } from '@/lib/http/pipeline/resource';
import { type Descriptor, type Operation, type Tag, tags } from '@/lib/http/pipeline/route';
import { env } from '@/lib/kernel/env';
import { type ProblemCode, problems } from '@/lib/kernel/errors';
import { idempotencyHeader, problemSchema, rateHeaderDescriptions, securitySchemes } from './api-components';
import { type JsonSchema, jsonSchemaOf, type Schemas } from './json-schema';

export type Parameter = {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description?: string;
  schema: JsonSchema;
};
type Reference = { $ref: string };
type Content = Record<string, { schema: JsonSchema }>;
export type ApiResponse = {
  description: string;
  headers?: Record<string, Reference>;
  content?: Content;
  'x-problem-codes'?: ProblemCode[];
};
export type ApiOperation = {
  operationId: string;
  summary: string;
  description?: string;
  tags: Tag[];
  security: Record<string, string[]>[];
  parameters: (Parameter | Reference)[];
  requestBody?: { required: true; content: Content };
  responses: Record<string, ApiResponse>;
};

/** An OpenAPI 3.1 document, as far as ours goes. */
export type Document = {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string; license: { name: string; identifier: string } };
  servers: { url: string }[];
  tags: { name: Tag }[];
  paths: Record<string, Record<string, ApiOperation>>;
  components: {
    schemas: Schemas;
    securitySchemes: typeof securitySchemes;
    parameters: Record<string, Parameter>;
    headers: Record<string, { description: string; schema: JsonSchema }>;
  };
};

/** What answers with success, by status: what makes something comes before what only checks. */
export function successesOf({ responses }: Pick<ApiOperation, 'responses'>): [string, ApiResponse][] {
  return Object.entries(responses)
    .filter(([status]) => status.startsWith('2'))
    .reverse();
}

function parametersOf(descriptor: Descriptor): (Parameter | Reference)[] {
  const places = [
    ['path', descriptor.params],
    ['query', descriptor.query],
  ] as const;
  const own = places.flatMap(([place, schema]) => {
    if (!schema) return [];
    const named: Schemas = {};
    const made = jsonSchemaOf(schema, 'input', named);
    const shape = made.$ref ? Object.values(named)[0] : made;
    return Object.entries(shape?.properties ?? {}).map(([name, { description, ...property }]) => ({
      name,
      in: place,
      required: shape?.required?.includes(name) ?? false,
      ...(description && { description }),
      schema: property,
    }));
  });
  return descriptor.idempotent ? [...own, { $ref: '#/components/parameters/IdempotencyKey' }] : own;
}

function successOf(descriptor: Descriptor, schemas: Schemas): ApiResponse {
  const description = descriptor.summary;
  const headers = descriptor.permission === 'public' ? undefined : headerReferences(['RateLimit', 'RateLimit-Policy']);
  if (descriptor.status === 204) return { description, headers };
  const schema = jsonSchemaOf(descriptor.returns, 'output', schemas);
  return { description, headers, content: { 'application/json': { schema } } };
}

function headerReferences(names: string[]): Record<string, Reference> {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

function problemResponses(descriptor: Descriptor): Record<string, ApiResponse> {
  const byStatus = Map.groupBy(problemsOf(descriptor), (code) => problems[code][0]);
  const responses = [...byStatus].map(([status, codes]) => [
    String(status),
    {
      description: codes.map((code) => `\`${code}\`: ${problems[code][1]}`).join('; '),
      ...((status === 429 || status === 503) && { headers: headerReferences(['Retry-After']) }),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      'x-problem-codes': codes,
    },
  ]);
  return Object.fromEntries(responses);
}

function securityOf(permission: Permission): Record<string, string[]>[] {
  if (typeof permission !== 'object') return [];
  if ('operatorScope' in permission) return [{ operatorKey: [permission.operatorScope] }];
  return 'scope' in permission ? [{ apiKey: [permission.scope] }] : [];
}

function describeOperation({ descriptor, validating }: Operation, schemas: Schemas): ApiOperation {
  const { id, summary, description, tag, permission, body } = descriptor;
  return {
    operationId: id,
    summary,
    ...(description && { description }),
    tags: [tag],
    security: securityOf(permission),
    parameters: parametersOf(descriptor),
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: jsonSchemaOf(body, 'input', schemas) } },
      },
    }),
    responses: {
      ...(validating && { 200: { ...successOf(validating.descriptor, schemas), description: 'Checked only' } }),
      [descriptor.status ?? 200]: successOf(descriptor, schemas),
      ...problemResponses(descriptor),
    },
  };
}

function describeResource(resource: Resource, schemas: Schemas): Record<string, ApiOperation> {
  const described = methods.flatMap((method: Method) => {
    const operation = resource[method].operation;
    return operation ? [[method.toLowerCase(), describeOperation(operation, schemas)] as const] : [];
  });
  // What makes a thing comes before what lists them.
  return Object.fromEntries(
    described.sort(([, one], [, other]) => Number('201' in other.responses) - Number('201' in one.responses)),
  );
}

/** The reference of these routes. What it says is what `route` enforces: both read the same descriptors. */
export function describeApi(routes: readonly Resource[]): Document {
  const schemas: Schemas = { Problem: problemSchema() };
  const paths = Object.fromEntries(routes.map((one) => [one.GET.path, describeResource(one, schemas)]));
  return {
    openapi: '3.1.0',
    info: {
      title: 'Drawbridge API',
      version: '1',
      description: 'Payouts by claim link, from your own vault. Guide and samples: /docs.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: new URL(env.BASE_URL).origin }],
    tags: tags.map((name) => ({ name })),
    paths,
    components: {
      schemas,
      securitySchemes,
      parameters: { IdempotencyKey: idempotencyHeader },
      headers: Object.fromEntries(
        Object.entries(rateHeaderDescriptions).map(([name, description]) => [
          name,
          { description, schema: { type: 'string' } },
        ]),
      ),
    },
  };
}
