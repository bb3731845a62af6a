import path from 'node:path';
import { floors, fronts, messages, packages, wireShapes } from './house';
import { importsIn } from './imports-in';

const composers = /^app\/|^(proxy|instrumentation|instrumentation-node|worker)\.ts$/;
const floorOf = new Map(
  [floors, fronts].flatMap((side) => side.flatMap((rooms, floor) => rooms.map((room) => [room, floor] as const))),
);

const inside = (file: string) => (room: string) => file.startsWith(`${room}/`) || file === `${room}.ts`;
const longest = (names: Iterable<string>) => [...names].sort((a, b) => b.length - a.length)[0];

/** The room of a file: `app` for what puts the others together. */
export function roomOf(file: string): string | undefined {
  if (composers.test(file)) return 'app';
  return longest([...floorOf.keys()].filter(inside(file)));
}

function targetOf(file: string, specifier: string): string {
  const target = specifier.startsWith('@/') ? specifier.slice(2) : path.posix.join(path.posix.dirname(file), specifier);
  return /\.(css|json|svg|png|js)$/.test(target) ? target : `${target}.ts`;
}

function mayImport(room: string, other: string, target: string): boolean {
  if (other === room) return true;
  if (room === 'app') return other !== 'db';
  if (room.startsWith('components/')) {
    if (messages.test(target)) return true;
    if (wireShapes.test(target)) return !room.startsWith('components/ui');
    return other.startsWith('components/') && (floorOf.get(other) ?? 0) < (floorOf.get(room) ?? 0);
  }
  return !other.startsWith('components/') && other !== 'app' && (floorOf.get(other) ?? 99) < (floorOf.get(room) ?? -1);
}

function packageFault(file: string, room: string, specifier: string): string | null {
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  const holder = longest(Object.keys(packages).filter((key) => room === key || room.startsWith(`${key}/`)));
  const allowed = holder === undefined ? [] : (packages[holder] ?? []);
  if (!allowed.some((entry) => (typeof entry === 'string' ? entry === name : entry.test(name)))) {
    return `${file} (${room}) imports the package ${name}`;
  }
  if (name === 'drizzle-orm' && !isSqlFile(file)) return `${file} speaks SQL outside a store`;
  return null;
}

/** SQL stands in db and in each room's stores. */
export function isSqlFile(file: string): boolean {
  return /^db\/|^lib\/.+\/([a-z-]+-)?store\.ts$/.test(file);
}

/** What is wrong with the imports of one file. */
export function importFaults(file: string, source: string): string[] {
  const room = roomOf(file);
  if (!room) return [`${file} belongs to no room`];
  return importsIn(source).flatMap(({ specifier, typeOnly }) => {
    if (specifier.startsWith('../')) return [`${file} climbs with ${specifier}: use @/`];
    if (specifier.startsWith('node:')) return [];
    if (!/^(@\/|\.\/)/.test(specifier)) return packageFault(file, room, specifier) ?? [];
    const target = targetOf(file, specifier);
    if (/\.(css|svg|png)$/.test(target)) return [];
    const other = roomOf(target) ?? roomOf(target.replace(/\.ts$/, '/index.ts'));
    if (!other) return [`${file} imports ${specifier}, which is in no room`];
    // Types of the database travel with a transaction that a verb hands down; they cost nothing at run time.
    if (room === 'app' && typeOnly && other === 'db') return [];
    return mayImport(room, other, target) ? [] : [`${file} (${room}) imports ${specifier} (${other})`];
  });
}
