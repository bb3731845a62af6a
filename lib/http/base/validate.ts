import type { z } from 'zod';
import { type FieldError, Refusal } from '@/lib/kernel/errors';
import { explainIssue } from '@/lib/kernel/explain-issue';

export type Part = 'body' | 'query';
type Path = readonly PropertyKey[];

const most = 20;

function fieldError(part: Part, path: Path, detail: string): FieldError {
  const steps = path.map(String);
  if (part === 'query') return { field: steps.join('.'), detail };
  const pointer = ['#', ...steps.map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1'))].join('/');
  return { field: steps.join('.') || 'body', pointer, detail };
}

function refuse(errors: FieldError[]): Refusal {
  const [first] = errors;
  return new Refusal('invalid_request', {
    detail: first && `${first.field} ${first.detail}.`,
    errors: errors.slice(0, most),
  });
}

/** Text that PostgreSQL cannot hold: a NUL, or half of a surrogate pair. */
export function findUnstorable(value: unknown, path: Path): Path | null {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path : null;
  if (value === null || typeof value !== 'object') return null;
  for (const [name, member] of Object.entries(value)) {
    const found = findUnstorable(name, path) ?? findUnstorable(member, [...path, name]);
    if (found) return found;
  }
  return null;
}

function errorsOf(issue: z.core.$ZodIssue, part: Part): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => fieldError(part, [...issue.path, key], 'is not a known field'));
  }
  return [fieldError(part, issue.path, issue.message)];
}

/** Reads a part of the request as its schema says, or refuses with every fault that was found. */
export function validate<T>(schema: z.ZodType<T>, value: unknown, part: Part): T {
  const unstorable = findUnstorable(value, []);
  if (unstorable) throw refuse([fieldError(part, unstorable, 'contains characters that cannot be stored')]);
  const parsed = schema.safeParse(value, { error: explainIssue });
  if (parsed.success) return parsed.data;
  throw refuse(parsed.error.issues.flatMap((issue) => errorsOf(issue, part)));
}

/** Whether every %XX of it is part of a character: what is none would be read as something that nobody wrote. */
function isText(escaped: string): boolean {
  try {
    decodeURIComponent(escaped);
    return true;
  } catch {
    return false;
  }
}

function refuseGarbled(search: string): void {
  for (const pair of search.slice(1).split('&')) {
    const [name = '', ...value] = pair.split('=');
    if (!isText(name)) throw refuse([fieldError('query', ['query'], 'has a name that is not valid text (UTF-8)')]);
    if (!isText(value.join('='))) {
      throw refuse([fieldError('query', [decodeURIComponent(name)], 'is not valid text (UTF-8)')]);
    }
  }
}

/** The query as an object. A name given twice has no one meaning, so it is refused. */
export function readQuery(url: URL): Record<string, string> {
  refuseGarbled(url.search);
  const names = [...url.searchParams.keys()];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw refuse([fieldError('query', [twice], 'may be given once')]);
  return Object.fromEntries(url.searchParams);
}
