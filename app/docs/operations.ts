import { openapiDocument } from '@/app/api/v1/document';
import { type ApiOperation, type Document, type Parameter, successesOf } from '@/lib/http/docs/openapi';
import type { Tag } from '@/lib/http/pipeline/route';
import { type Field, fieldsOf } from './fields-of';

export type Listed = { method: string; path: string; operation: ApiOperation };

export type Subject = { tag: Tag; operations: Listed[] };

/** The operations of each tag, in the document's order. */
export function operationsByTag(document: Document): Subject[] {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  return document.tags.map(({ name }) => ({
    tag: name,
    operations: all.filter(({ operation }) => operation.tags.includes(name)),
  }));
}

/** By the name in its address. */
export function findSubject(name: string): Subject | null {
  return operationsByTag(openapiDocument()).find(({ tag }) => tag.toLowerCase() === name) ?? null;
}

function parameterFields(document: Document, operation: ApiOperation, place: Parameter['in']): Field[] {
  const { schemas, parameters } = document.components;
  const own = operation.parameters.flatMap((one) => ('$ref' in one ? Object.values(parameters) : [one]));
  const fitting = own.filter((one) => one.in === place);
  return fitting.flatMap(({ name, schema, required, description }) => {
    const object = {
      type: 'object',
      properties: { [name]: { ...schema, description } },
      required: required ? [name] : [],
    };
    return fieldsOf(object, schemas);
  });
}

export type FieldGroup = { title: string; fields: Field[]; exception: 'required' | 'optional' };

/** What goes in and what comes back, ready to be shown. */
export function fieldGroups(document: Document, operation: ApiOperation): FieldGroup[] {
  const { schemas } = document.components;
  const body = operation.requestBody?.content['application/json']?.schema;
  return [
    { title: 'In the address', exception: 'required', fields: parameterFields(document, operation, 'path') },
    { title: 'In the query', exception: 'required', fields: parameterFields(document, operation, 'query') },
    { title: 'Headers', exception: 'required', fields: parameterFields(document, operation, 'header') },
    { title: 'Body', exception: 'required', fields: body ? fieldsOf(body, schemas) : [] },
    ...successesOf(operation).map(([status, { content }]): FieldGroup => {
      const answer = content?.['application/json']?.schema;
      return { title: `Answer: ${status}`, exception: 'optional', fields: answer ? fieldsOf(answer, schemas) : [] };
    }),
  ];
}

export function problemCodesOf(operation: ApiOperation) {
  return Object.values(operation.responses).flatMap((response) => response['x-problem-codes'] ?? []);
}
