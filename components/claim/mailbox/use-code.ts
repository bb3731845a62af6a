import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { ask, type Refused } from '@/components/ask/ask';
import { problemOf } from '@/components/ask/problem';
import { codeDigits, digitsOf } from '@/lib/proofs/code-schema';
import type { CodeSent } from '@/lib/proofs/schema';
import type { Language } from '@/lib/words/locale';

/** What went wrong, as the words of the step name it. */
export type CodeTrouble = 'away' | 'wrong' | 'over' | 'often' | 'changed';

const troubles: Readonly<Record<string, CodeTrouble>> = {
  code_wrong: 'wrong',
  invalid_request: 'wrong',
  proof_expired: 'over',
  rate_limited: 'often',
};

function troubleOf(refused: Refused | null): CodeTrouble {
  return refused === null ? 'away' : (troubles[problemOf(refused).code] ?? 'changed');
}

export type CodeStage = 'sending' | 'typing' | 'checking' | 'proved' | 'unsent';

/** What only a link that came by mail has: some codes a day are kept for it. */
const keyOfLink = () => new URLSearchParams(window.location.search).get('k') ?? undefined;

/** Asks for a code, takes what is typed, and has the page drawn again once the mailbox is proved. */
export function useCode(token: string, language: Language) {
  const router = useRouter();
  const asked = useRef(false);
  const [stage, setStage] = useState<CodeStage>('sending');
  const [sent, setSent] = useState<CodeSent | null>(null);
  const [trouble, setTrouble] = useState<CodeTrouble | null>(null);
  const [code, setCode] = useState('');

  const send = async () => {
    setStage('sending');
    setTrouble(null);
    const body = { key: keyOfLink(), language };
    const answer = await ask<CodeSent>(`/api/v1/claims/${token}/code`, { method: 'POST', body });
    if (answer?.ok) setSent(answer.data);
    else setTrouble(troubleOf(answer));
    setCode('');
    setStage(answer?.ok || sent ? 'typing' : 'unsent');
  };
  const check = async (digits: string) => {
    setStage('checking');
    setTrouble(null);
    const answer = await ask(`/api/v1/claims/${token}/proof`, { method: 'POST', body: { code: digits } });
    if (answer?.ok) {
      setStage('proved');
      return router.refresh();
    }
    setTrouble(troubleOf(answer));
    setCode('');
    setStage('typing');
  };
  const type = (text: string) => {
    setCode(text);
    const digits = digitsOf(text);
    if (stage === 'typing' && new RegExp(`^\\d{${codeDigits}}$`).test(digits)) void check(digits);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the press that loaded this asked for a code
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void send();
  }, []);
  return { stage, sent, trouble, code, type, send };
}
