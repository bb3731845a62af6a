import { Address } from '@/components/ui/figures/hex';
import { Time } from '@/components/ui/figures/time';
import { Section } from '@/components/ui/page-header';
import type { ScreeningStory } from '@/lib/screening/schema';
import { OverruleScreening } from './overrule-screening';

type Screening = ScreeningStory['screenings'][number];
type Answer = Screening['answers'][number];

const screeners: Readonly<Record<Answer['screener'], string>> = {
  oracle: 'Oracle on the network',
  ofac: 'OFAC list',
  token: 'Issuer of the token',
  own: 'Your screener',
};
const said: Readonly<Record<Answer['said'], string>> = {
  clear: 'does not speak against it',
  listed: 'speaks against it',
  silent: 'could not tell',
};
const verdicts: Readonly<Record<Screening['verdict'], string>> = {
  clear: 'Nothing speaks against it',
  listed: 'Listed',
  unknown: 'Nobody could tell',
};
const stages: Readonly<Record<Screening['stage'], string>> = {
  created: 'after it was made',
  asked: 'as it was asked for',
  signing: 'before it was signed',
};

/** What was found about whom a payout goes to, and what an owner can do about it. */
export function ScreeningSection({ payoutId, story }: { payoutId: string; story: ScreeningStory }) {
  if (story.screenings.length === 0) return null;
  return (
    <Section title="Screening">
      {story.held && <OverruleScreening payoutId={payoutId} raised={story.raised} />}
      <ul className="divide-y divide-line text-sm">
        {story.screenings.map((screening) => (
          <li key={`${screening.at} ${screening.address} ${screening.stage}`} className="space-y-1 py-3">
            <div className="flex flex-wrap items-baseline gap-x-3">
              <strong className={screening.verdict === 'clear' ? 'font-medium' : 'font-medium text-warn'}>
                {verdicts[screening.verdict]}
              </strong>
              <Address value={screening.address} />
              <span className="text-quiet">
                {stages[screening.stage]}, <Time iso={screening.at} as="brief" />
              </span>
            </div>
            {screening.verdict === 'listed' && (
              <p>
                <bdi>{[screening.level, screening.category, screening.name].filter(Boolean).join(' · ')}</bdi>
              </p>
            )}
            <ul className="text-quiet">
              {screening.answers.map((answer) => (
                <li key={answer.screener}>
                  {screeners[answer.screener]} {said[answer.said]}
                  <Shown facts={answer.facts} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const factWords: Readonly<Record<string, string>> = {
  block: 'block',
  list_date: 'list of',
  host: 'at',
  why: '',
};

/** What shows an answer: of which block or day it is, or why there was none. */
function Shown({ facts }: Pick<Answer, 'facts'>) {
  const parts = Object.entries(factWords).flatMap(([key, word]) => {
    const value = facts[key];
    return value === undefined ? [] : [`${word} ${value}`.trim()];
  });
  return parts.length === 0 ? null : (
    <>
      : <bdi>{parts.join(', ')}</bdi>
    </>
  );
}
