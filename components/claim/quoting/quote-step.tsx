'use client';
import { useEffect, useRef, useState } from 'react';
import { ask } from '@/components/ask/ask';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Amount } from '@/components/ui/figures/amount';
import type { ClaimView } from '@/lib/claims/schema';
import type { OfferedQuote } from '@/lib/quotes/schema';
import type { Language } from '@/lib/words/locale';
import { faultOf, stands } from './refused-quote';

type Option = ClaimView['options'][number];
type QuoteStepProps = {
  token: string;
  words: Record<'asking' | 'accept' | 'failed' | 'unpayable' | 'again' | 'choose', string>;
  back: string;
  options: readonly Option[];
  language: Language;
};

/** Asks as it comes, and again for each asset that is chosen; accepts the one that is shown. */
export function QuoteStep({ token, words, back, options, language }: QuoteStepProps) {
  const { stage, offer, look, take } = useQuote(token, back);
  const fault = stage === 'failed' || stage === 'unpayable' ? stage : null;
  const busy = stage === 'asking' || stage === 'taking';
  const [before = '', after = ''] = words.accept.split('{amount}');
  return (
    <div className="space-y-4">
      {options.length > 1 && <Choice {...{ options, busy, look }} chosen={offer} title={words.choose} />}
      <p role="status">
        {stage === 'asking' && words.asking}
        {offer && stage !== 'asking' && <Amount value={offer.net} symbol={offer.asset} language={language} large />}
      </p>
      {fault && <Callout tone="warn">{words[fault]}</Callout>}
      {offer && !fault ? (
        <button type="button" className={buttonClass()} disabled={busy} onClick={() => take(offer)}>
          {before}
          <Amount value={offer.net} symbol={offer.asset} language={language} />
          {after}
        </button>
      ) : (
        <button type="button" className={buttonClass()} disabled={busy} onClick={() => look()}>
          {words.again}
        </button>
      )}
    </div>
  );
}

type Stage = 'asking' | 'offered' | 'taking' | 'failed' | 'unpayable';

function useQuote(token: string, back: string) {
  const asked = useRef(false);
  const [stage, setStage] = useState<Stage>('asking');
  const [offer, setOffer] = useState<OfferedQuote | null>(null);
  const path = `/api/v1/claims/${token}/quote`;
  const look = async (option?: Option) => {
    setStage('asking');
    const body = option ? { asset: option.asset, chain: option.chain } : {};
    const answer = await ask<OfferedQuote>(path, { method: 'POST', body });
    if (!answer?.ok && stands(answer)) return window.location.assign(back);
    setOffer(answer?.ok ? answer.data : null);
    setStage(answer?.ok ? 'offered' : faultOf(answer));
  };
  const take = async ({ id }: OfferedQuote) => {
    setStage('taking');
    const answer = await ask(`${path}/accept`, { method: 'POST', body: { quote: id } });
    if (answer?.ok || stands(answer)) return window.location.assign(back);
    setOffer(null);
    setStage(faultOf(answer));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the page is for nothing else
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void look();
  }, []);
  return { stage, offer, look, take };
}

type ChoiceProps = {
  options: readonly Option[];
  chosen: OfferedQuote | null;
  busy: boolean;
  look: (option: Option) => Promise<void>;
  title: string;
};

function Choice({ options, chosen, busy, look, title }: ChoiceProps) {
  const isChosen = ({ asset, chain }: Option) => chosen?.asset === asset && chosen.chain === chain;
  return (
    <fieldset className="space-y-2">
      <legend className="text-[0.9375rem] text-quiet">{title}</legend>
      {options.map((option) => (
        <button
          key={`${option.chain} ${option.asset}`}
          type="button"
          aria-pressed={isChosen(option)}
          className={buttonClass('quiet')}
          disabled={busy}
          onClick={() => look(option)}
        >
          <bdi>
            {option.asset} · {option.network}
          </bdi>
        </button>
      ))}
    </fieldset>
  );
}
