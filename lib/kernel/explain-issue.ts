import type { z } from 'zod';

const kinds: Record<string, string> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
};

const formats: Record<string, string> = {
  email: 'an email address',
  url: 'a web address',
  datetime: 'a time such as 2026-01-31T12:00:00.000Z',
};

const units: Record<string, string> = { string: ' characters', array: ' items', set: ' items' };

function quoted(values: readonly unknown[]): string {
  return values.map((value) => `"${String(value)}"`).join(', ');
}

function bound(word: string, limit: number | bigint, origin: string): string {
  return units[origin] ? `must have ${word} ${limit}${units[origin]}` : `must be ${word} ${limit}`;
}

/** What is wrong, in plain words that fit behind the field's name. Schemas may say it better themselves. */
export function explainIssue(issue: z.core.$ZodRawIssue): string {
  if (issue.input === undefined) return 'is required';
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${kinds[String(issue.expected)] ?? String(issue.expected)}`;
    case 'invalid_value':
      return issue.values.length === 1 ? `must be ${quoted(issue.values)}` : `must be one of ${quoted(issue.values)}`;
    case 'invalid_format':
      return `must be ${formats[String(issue.format)] ?? 'in the documented format'}`;
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return 'must not be empty';
      return bound('at least', issue.minimum, issue.origin);
    case 'too_big':
      return bound('at most', issue.maximum, issue.origin);
    case 'invalid_union':
      return Array.isArray(issue.options)
        ? `must be one of ${quoted(issue.options)}`
        : 'is not one of the kinds offered';
    case 'invalid_key':
      return 'is not a name that may be used here';
    default:
      return 'is not valid';
  }
}
