import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { floors, fronts } from './house';

const rooms = floors.flat().filter((room) => room.startsWith('lib/') && room !== 'lib/doors');

test.each(rooms)('%s says what it is, what it is not, its verbs and its tables', (room) => {
  const page = readFileSync(`${room}/README.md`, 'utf8');
  expect(page.match(/^- \*\*(Is|Is not|Verbs|Writes):\*\* .+\.$/gm)).toHaveLength(4);
});

test.each(fronts.flat())('%s says what it is, what it is not, where to begin and what it asks', (room) => {
  const page = readFileSync(`${room}/README.md`, 'utf8');
  expect(page.match(/^- \*\*(Is|Is not|Begin at|Asks):\*\* .+\.$/gm)).toHaveLength(4);
  const files = page.match(/(?<=^- \*\*Begin at:\*\* ).+(?=\.$)/m)?.[0].split(', ') ?? [];
  expect(files.filter((file) => !existsSync(`${room}/${file}`))).toEqual([]);
});

/** The widest a room may grow before it is two. */
const maxFiles = 22;

function filesOf(room: string): string[] {
  return existsSync(room) ? readdirSync(room).filter((name) => /(?<!\.test)\.tsx?$/.test(name)) : [];
}

test('no room holds more files than a page shows', () => {
  const wide = [...floors.flat(), ...fronts.flat()]
    .filter((room) => room !== 'db')
    .map((room) => [room, filesOf(room).length] as const);
  expect(wide.filter(([, count]) => count > maxFiles)).toEqual([]);
  expect(wide.map(([, count]) => count)).toContain(maxFiles);
});
