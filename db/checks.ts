import { getTableColumns, getTableName, sql } from 'drizzle-orm';
import { type CheckBuilder, check, type PgColumn } from 'drizzle-orm/pg-core';

/** CHECKs of columns, so that PostgreSQL refuses a row that no verb could have meant. Null passes each of them. */

function checkOf(column: PgColumn, what: string, condition: string): CheckBuilder {
  return check(`${getTableName(column.table)}_${column.name}_${what}`, sql.raw(condition));
}

/** One constant, since PostgreSQL prepares the condition for every statement: a list of constants would cost more than the row. */
const arrayOf = (words: readonly string[]) => `'{${words.map((word) => `"${word}"`).join(',')}}'::text[]`;

/** Each holds one word of the list that its column was declared with. */
export function words(...columns: PgColumn[]): CheckBuilder[] {
  return columns.map((column) => {
    const declared = Object.values(getTableColumns(column.table)).find(({ name }) => name === column.name);
    if (!declared?.enumValues?.length) throw new Error(`${column.name} was declared without its words`);
    return checkOf(column, 'word', `"${column.name}" = any(${arrayOf(declared.enumValues)})`);
  });
}

/** An array of words of this list. */
export function wordsIn(column: PgColumn, list: readonly string[]): CheckBuilder {
  return checkOf(column, 'words', `"${column.name}" <@ ${arrayOf(list)}`);
}

/** How the key of a chain is spelt; whether there is such a chain, says a foreign key. */
const chainKey = '[a-z][a-z0-9]{1,15}';

export function chainKeys(...columns: PgColumn[]): CheckBuilder[] {
  return columns.map((column) => checkOf(column, 'key', `"${column.name}" ~ '^${chainKey}$'`));
}

/** An array of keys of chains. */
export function keysIn(column: PgColumn): CheckBuilder {
  return checkOf(column, 'keys', `array_to_string("${column.name}", ',', '') ~ '^(${chainKey}(,${chainKey})*)?$'`);
}

/** Base units, or another integer of the chain: none is below zero. */
export function notNegative(...columns: PgColumn[]): CheckBuilder[] {
  return columns.map((column) => checkOf(column, 'not_negative', `"${column.name}" >= 0`));
}

export function positive(...columns: PgColumn[]): CheckBuilder[] {
  return columns.map((column) => checkOf(column, 'positive', `"${column.name}" > 0`));
}

/** Addresses and hashes are compared as text, so each has one form. */
export function lowerCase(...columns: PgColumn[]): CheckBuilder[] {
  return columns.map((column) => checkOf(column, 'lower_case', `"${column.name}" = lower("${column.name}")`));
}

/** A reason: one code of its list, and as its facts one object of texts, numbers and truths, and nothing deeper. */
export function reasons(code: PgColumn, facts: PgColumn): CheckBuilder[] {
  const deep = ['object', 'array', 'null'].map((type) => `@.type() == "${type}"`).join(' || ');
  const isFlat = `not jsonb_path_exists("${facts.name}", 'strict $.* ? (${deep})', '{}', true)`;
  return [...words(code), checkOf(facts, 'flat', `jsonb_typeof("${facts.name}") = 'object' and ${isFlat}`)];
}

/** Facts of an audit line, which say why something was done by a code, never by a sentence. */
export function codedReasons(detail: PgColumn, codes: readonly string[], ...keys: string[]): CheckBuilder {
  const coded = keys.map((key) => {
    const value = `"${detail.name}" -> '${key}'`;
    return `(${value} is null or coalesce(${value} ->> 'code', '') = any(${arrayOf(codes)}))`;
  });
  return checkOf(detail, 'coded', coded.join(' and '));
}
