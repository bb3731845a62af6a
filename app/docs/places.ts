import { openapiDocument } from '@/app/api/v1/document';
import { errorAdvice, problemCodes } from '@/lib/http/base/error-advice';
import { Refusal } from '@/lib/kernel/errors';
import { operationAddress } from './addresses';
import { blocksOf } from './doors/markdown';
import { doorPages, readDoorPage } from './doors/pages';
import { guide } from './guide';
import { fieldGroups, operationsByTag } from './operations';

/** What a search can lead to. `words` is what is looked in beside the title, in small letters. */
export type Place = { address: string; title: string; about: string; words: string };

function placesOfCalls(): Place[] {
  const document = openapiDocument();
  return operationsByTag(document).flatMap(({ tag, operations }) =>
    operations.map(({ method, path, operation }) => {
      const { operationId, summary, description = '' } = operation;
      const about = `${method} ${path}`;
      const fields = fieldGroups(document, operation).flatMap((group) => group.fields.map(({ name }) => name));
      const words = [tag, about, operationId, description, ...new Set(fields)].join(' ').toLowerCase();
      return { address: operationAddress(tag, operationId), title: summary, about, words };
    }),
  );
}

async function placesOfDoors(): Promise<Place[]> {
  const pages = doorPages.map(async (page) => {
    const blocks = blocksOf(await readDoorPage(page));
    const headings = blocks.flatMap((block) => (block.kind === 'heading' && block.level > 1 ? [block] : []));
    const address = `/docs/doors/${page.name}`;
    const about = page.system;
    return [
      { address, title: page.system, about: 'Programs for other systems', words: '' },
      ...headings.map(({ id, text }) => ({
        address: `${address}#${id}`,
        title: text,
        about,
        words: about.toLowerCase(),
      })),
    ];
  });
  return (await Promise.all(pages)).flat();
}

async function makePlaces(): Promise<Place[]> {
  const chapters = guide.map(([id, title]) => ({ address: `/docs#${id}`, title, about: 'Guide', words: 'guide' }));
  const codes = problemCodes.map((code) => {
    const { status, title } = new Refusal(code);
    const words = `problem error ${title} ${errorAdvice[code]}`.toLowerCase();
    return { address: `/docs/errors#${code}`, title: code, about: `${status} ${title}`, words };
  });
  return [...chapters, ...placesOfCalls(), ...codes, ...(await placesOfDoors())];
}

let made: Promise<Place[]> | undefined;

/** All places of the reference; made once in the life of the process. */
export function allPlaces(): Promise<Place[]> {
  made ??= makePlaces();
  return made;
}

/** Places that have all words of a text, the title that is just that text and those with more of them first. */
export async function findPlaces(text: string): Promise<Place[]> {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const inTitle = ({ title, about }: Place) =>
    (title === wanted.join(' ') ? 100 : 0) +
    wanted.filter((word) => title.toLowerCase().includes(word)).length * 2 +
    wanted.filter((word) => about.toLowerCase().includes(word)).length;
  return (await allPlaces())
    .filter(({ title, words }) => wanted.every((word) => words.includes(word) || title.toLowerCase().includes(word)))
    .toSorted((one, other) => inTitle(other) - inTitle(one));
}
