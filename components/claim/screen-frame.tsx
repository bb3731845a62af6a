import type { ReactNode } from 'react';
import { Amount } from '@/components/ui/figures/amount';
import { Icon, type IconName } from '@/components/ui/figures/icon';
import type { ClaimView } from '@/lib/claims/schema';
import type { ClaimSay } from './claim-say';

const tones = {
  plain: 'bg-sunken text-quiet',
  good: 'bg-good-ground text-good',
  warn: 'bg-warn-ground text-warn',
  bad: 'bg-bad-ground text-bad',
} as const;

export type ScreenFrameProps = {
  view: ClaimView;
  say: ClaimSay;
  heading: string;
  icon: IconName;
  tone: keyof typeof tones;
  /** In the place of what it comes to, where that is not known. */
  promised?: { amount: string; currency: string };
  /** A link that cannot pay any more must not look as if it could. */
  over?: boolean;
  /** What it says is over as soon as the reader's wallet has sent something. */
  untilSent?: boolean;
  /** What happened, and whether money moved. */
  children: ReactNode;
  /** The one next step, and quieter ones below it. */
  actions?: ReactNode;
};

/** One state of a claim: the amount, what is the matter, what to do next. */
export function ScreenFrame(props: ScreenFrameProps) {
  const { view, say, heading, icon, tone, promised, over = false, untilSent, children, actions } = props;
  const { amount, currency } = promised ?? { amount: view.net, currency: view.asset.symbol };
  return (
    <div className="text-center">
      <p className="mb-5">
        <Amount value={amount} symbol={currency} language={say.language} large quiet={over} />
      </p>
      <h1
        data-until-sent={untilSent || undefined}
        id="claim-heading"
        tabIndex={-1}
        aria-describedby="claim-words"
        className="mx-auto flex w-fit items-center gap-2 text-start text-xl font-semibold text-balance"
      >
        <span className={`inline-flex size-7 shrink-0 items-center justify-center rounded-full ${tones[tone]}`}>
          <Icon name={icon} />
        </span>
        <span className="min-w-0 hyphens-auto wrap-anywhere">{heading}</span>
      </h1>
      <div
        data-until-sent={untilSent || undefined}
        id="claim-words"
        className="mx-auto mt-3 max-w-sm space-y-2 text-[0.9375rem] text-pretty text-quiet"
      >
        {children}
      </div>
      {actions && <div className="mt-6 space-y-3">{actions}</div>}
    </div>
  );
}
