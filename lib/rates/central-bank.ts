import { askAt, type Place } from './ask';
import { type Feed, join, readingOf, troubled, wordsOf } from './feed';
import { over, type Ratio, readRatio } from './ratio';

/** From the day before Good Friday to the Tuesday after Easter, and a day to spare. */
const maxAgeSeconds = 6 * 86_400;
const everySeconds = 3_600;
/** What was read stays good while the bank is away for a while. */
const freshSeconds = 6 * 3_600;

const path = '/stats/eurofxref/eurofxref-daily.xml';
export const centralBankUrl = 'https://www.ecb.europa.eu';

/** The euro's rates of the European Central Bank, told once on each of its working days. */
export function centralBankFeed(place: Place): Feed {
  const ask = askAt(place);
  return {
    key: 'ecb',
    everySeconds,
    async read(currencies, now) {
      try {
        const { observedAt, perEuro } = readFile(await ask(path));
        const dollars = perEuro.get('USD');
        if (!dollars) throw new SyntaxError();
        const answers = currencies.flatMap((currency) => {
          const units = perEuro.get(currency);
          if (!units) return [];
          const told = { price: over(dollars, units), observedAt, maxAgeSeconds, freshSeconds };
          return readingOf({ feed: 'ecb', currency, against: 'USD' }, told, now);
        });
        return join(answers);
      } catch (error) {
        return troubled('EUR', wordsOf(error));
      }
    },
  };
}

/** `<Cube time='2026-11-27'><Cube currency='USD' rate='1.0956'/>…`, told some hours later as the rates of about noon UTC. */
function readFile(xml: string): { observedAt: Date; perEuro: Map<string, Ratio> } {
  const [, day] = /<Cube time=['"](\d{4}-\d\d-\d\d)['"]>/.exec(xml) ?? [];
  const rows = [...xml.matchAll(/<Cube currency=['"]([A-Z]{3})['"] rate=['"]([\d.]+)['"]\s*\/>/g)];
  const told = rows.flatMap(([, currency = '', text = '']) => {
    const units = readRatio(text);
    return units ? [[currency, units] as const] : [];
  });
  const observedAt = new Date(`${day}T12:00:00Z`);
  const euro = readRatio('1');
  if (Number.isNaN(observedAt.getTime()) || !euro || !xml.includes('</gesmes:Envelope>')) throw new SyntaxError();
  return { observedAt, perEuro: new Map([['EUR', euro], ...told]) };
}
