import path from 'node:path';

/** A room and the rooms inside it share their stores. */
const houseOf = (file: string) => file.split('/').slice(0, 2).join('/');

/** Functions of a store that write without a row that the caller has locked. */
export function freeWritesIn(store: string): string[] {
  return [...store.matchAll(/^export (?:async )?function (\w+)([\s\S]*?)\n}\n/gm)]
    .filter(([, , text = '']) => {
      const [head = '', ...body] = text.split('{\n');
      const writes = /\.(insert|update|delete)\(|\b(insert into|delete from|update \$\{)/i.test(body.join('{\n'));
      return writes && !/\bLocked\w+|\bSigning\w*Locked/.test(`${head}${body[0] ?? ''}`);
    })
    .map(([, name = '']) => name);
}

const named = /import\s+(?!type\b)\{([^}]*)\}\s+from\s+['"]([^'"]+)['"]/g;

/** What a file takes of another house's stores that it may not: writes that ask for no locked row. */
export function foreignWritesIn(file: string, source: string, readStore: (file: string) => string): string[] {
  return [...source.matchAll(named)].flatMap(([, names = '', specifier = '']) => {
    if (!/^(@\/|\.\/).*store$/.test(specifier)) return [];
    const target = `${specifier.startsWith('@/') ? specifier.slice(2) : path.posix.join(path.posix.dirname(file), specifier)}.ts`;
    if (houseOf(target) === houseOf(file)) return [];
    const taken = names.split(',').map((name) => name.trim());
    return freeWritesIn(readStore(target))
      .filter((name) => taken.includes(name))
      .map((name) => `${file} writes with ${name} of ${target}`);
  });
}
