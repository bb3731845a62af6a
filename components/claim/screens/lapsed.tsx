import type { ScreenProps } from '@/components/claim/screen-props';
import { WholeLink } from '@/components/claim/whole-link';
import { buttonClass } from '@/components/ui/button';
import { Amount } from '@/components/ui/figures/amount';
import { Rich } from '@/components/ui/words/rich';
import type { ScreenFacts } from './screens';

/** What it came to when it was made is too old: its reader is shown what it comes to now before they claim it. */
export function lapsed({ view, token, query, say }: ScreenProps): ScreenFacts {
  const { amount, currency } = view.display ?? { amount: '', currency: '' };
  const promised = <Amount value={amount} symbol={currency} language={say.language} />;
  return {
    ...{ tone: 'plain', icon: 'clock', over: true, heading: say('claim.lapsed.heading') },
    promised: { amount, currency },
    actions: (
      <WholeLink className={buttonClass()} href={`/p/${token}/quote${query}`}>
        {say('claim.lapsed.go')}
      </WholeLink>
    ),
    children: (
      <p>
        <Rich of={say.pieces('claim.lapsed.words')} with={{ merchant: view.merchant.name, amount: promised }} />
      </p>
    ),
  };
}
