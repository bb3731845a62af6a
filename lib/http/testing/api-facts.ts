import type { JsonSchema, Schemas } from '@/lib/http/docs/json-schema';
import type { ApiOperation, Document } from '@/lib/http/docs/openapi';

const nameOf = (reference: string) => reference.split('/').at(-1) ?? '';

/** Each thing that a schema says, one line each: the kind of every field, its fixed words, and which are always there. */
function linesOf(schema: JsonSchema | undefined, place: string): string[] {
  if (!schema) return [];
  if (schema.$ref) return [`${place}: ${nameOf(schema.$ref)}`];
  const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  const always = new Set(schema.required ?? []);
  return [
    ...[schema.type ?? []].flat().map((type) => `${place}: ${type}`),
    ...[...(schema.enum ?? []), ...(schema.const === undefined ? [] : [schema.const])].map(
      (word) => `${place} = ${JSON.stringify(word)}`,
    ),
    ...choices.flatMap((choice) => linesOf(choice, place)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, property]) => [
      ...(always.has(name) ? [`${place}.${name} always`] : []),
      ...linesOf(property, `${place}.${name}`),
    ]),
    ...linesOf(schema.items, `${place}[]`),
  ];
}

function factsOf(operation: ApiOperation, parameters: Document['components']['parameters']): string[] {
  const asked = operation.parameters.flatMap((one) => {
    const parameter = '$ref' in one ? parameters[nameOf(one.$ref)] : one;
    if (!parameter) return [];
    const place = `takes ${parameter.in} ${parameter.name}`;
    return [...(parameter.required ? [`${place} always`] : []), ...linesOf(parameter.schema, place)];
  });
  const sent = Object.values(operation.requestBody?.content ?? {}).flatMap(({ schema }) =>
    linesOf(schema, 'takes body'),
  );
  const answered = Object.entries(operation.responses).flatMap(([status, response]) => [
    `answers ${status}`,
    ...(response['x-problem-codes'] ?? []).map((code) => `answers ${status} with ${code}`),
    ...Object.values(response.content ?? {}).flatMap(({ schema }) => linesOf(schema, `answers ${status} body`)),
  ]);
  return [...asked, ...sent, ...answered];
}

/** The schemas with a name, as what is sent or as what is answered. */
function schemaFacts(schemas: Schemas, operations: readonly string[]): string[] {
  const facts = new Set<string>();
  const visit = (verb: string, name: string) => {
    for (const line of linesOf(schemas[name], `${verb} ${name}`)) {
      if (facts.has(line)) continue;
      facts.add(line);
      visitNamedIn(line, verb);
    }
  };
  const visitNamedIn = (line: string, verb: string) => {
    const name = line.split(': ').at(-1) ?? '';
    if (Object.hasOwn(schemas, name)) visit(verb, name);
  };
  for (const line of operations) visitNamedIn(line, line.includes(' takes ') ? 'takes' : 'answers');
  return [...facts];
}

/** What the API promises, one fact a line, sorted: to be held against what it promised before. */
export function apiFacts({ paths, components }: Document): string[] {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      factsOf(operation, components.parameters).map((fact) => `${method.toUpperCase()} ${path} ${fact}`),
    ),
  );
  return [...new Set([...operations, ...schemaFacts(components.schemas, operations)])].sort();
}

/** Where a fixed word stands; null for a fact of another kind. */
const placeOfWord = (fact: string) => /^(.*) = "[^"]*"$/.exec(fact)?.[1] ?? null;

/** What breaks a client of the released API: a fact that is gone, or what must be sent, or may be missing, from now on. */
export function breaksIn(released: readonly string[], current: readonly string[]): string[] {
  const before = new Set(released);
  const now = new Set(current);
  const operations = new Set(released.map((fact) => fact.split(' ', 2).join(' ')));
  const isNewDuty = (fact: string) =>
    /\btakes .* always$|\banswers .*: null$/.test(fact) &&
    !before.has(fact) &&
    operations.has(fact.split(' ', 2).join(' '));
  // Fixed words that became free text: clients of answers must ignore words that they do not know, and each can still be sent.
  const fixed = new Set(current.map(placeOfWord));
  const isFreed = (fact: string) => {
    const place = placeOfWord(fact);
    return place !== null && now.has(`${place}: string`) && !fixed.has(place);
  };
  // What may be left out from now on can still be sent.
  const isDuty = (fact: string) => /\btakes .* always$/.test(fact);
  return [
    ...released.filter((fact) => !now.has(fact) && !isDuty(fact) && !isFreed(fact)).map((fact) => `gone: ${fact}`),
    ...current.filter(isNewDuty).map((fact) => `new: ${fact}`),
  ];
}
