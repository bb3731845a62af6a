'use client';
import dynamic from 'next/dynamic';
import { createContext, type ReactNode, use, useCallback, useRef, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { shorten } from '@/components/ui/figures/shorten';
import type { WalletFailure } from '@/components/wallet/acting/act-with';
import type { Proof } from '@/components/wallet/acting/sign-with';
import type { WalletPlace } from '@/components/wallet/wallet-room';
import { walletMessage } from '@/lib/access/schema';
import { askDesk } from './ask';
import { MailCode } from './mail-code';
import { useWho } from './who';

const WalletSigner = dynamic(
  () => import('@/components/wallet/acting/wallet-signer').then((module) => module.WalletSigner),
  {
    ssr: false,
    loading: () => <p className="text-sm text-quiet">Looking for wallets …</p>,
  },
);

const ByPasskey = dynamic(() => import('./by-passkey').then((module) => module.ByPasskey), {
  ssr: false,
  loading: () => <p className="text-sm text-quiet">Asking your browser …</p>,
});

/** Where people of this portal find wallets, mails and passkeys. */
export type ProofPlaces = {
  wallet: WalletPlace | null;
  mailbox: string | null;
  /** Whether browsers keep passkeys for this portal. */
  passkey: boolean;
};

type Gate = { ask: () => Promise<boolean>; places: ProofPlaces };
const Gates = createContext<Gate | null>(null);

function useGate(): Gate {
  const gate = use(Gates);
  if (!gate) throw new Error('This stands outside of the desk');
  return gate;
}

/** Has the person confirm their identity. Returns whether they did; a second call meanwhile waits for the same answer. */
export function useStepUp(): () => Promise<boolean> {
  return useGate().ask;
}

export function useProofPlaces(): ProofPlaces {
  return useGate().places;
}

/** Stands around the desk and shows the dialog when a step needs a fresh proof. */
export function StepUp({ places, children }: { places: ProofPlaces; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const waiting = useRef<{ answer: Promise<boolean>; end: (proved: boolean) => void } | null>(null);
  const ask = useCallback(() => {
    if (!waiting.current) {
      const { promise, resolve } = Promise.withResolvers<boolean>();
      waiting.current = { answer: promise, end: resolve };
      setOpen(true);
    }
    return waiting.current.answer;
  }, []);
  const end = useCallback((proved: boolean) => {
    setOpen(false);
    waiting.current?.end(proved);
    waiting.current = null;
  }, []);
  return (
    <Gates value={{ ask, places }}>
      {children}
      {open && <StepUpDialog places={places} onEnd={end} />}
    </Gates>
  );
}

type Way = { kind: 'email'; value: string } | { kind: 'wallet' } | { kind: 'passkey' };

function StepUpDialog({ places, onEnd }: { places: ProofPlaces; onEnd: (proved: boolean) => void }) {
  const { identities, passkeys } = useWho();
  const [chooser, setChooser] = useState(false);
  const mails: Way[] = identities.flatMap(({ kind, value }) => (kind === 'email' ? [{ kind, value }] : []));
  const wallets = identities.flatMap(({ kind, value }) => (kind === 'wallet' ? [value] : []));
  const ways: Way[] = [
    ...(passkeys > 0 && places.passkey ? [{ kind: 'passkey' } as const] : []),
    ...mails,
    ...(wallets.length > 0 && places.wallet ? [{ kind: 'wallet' } as const] : []),
  ];
  const [way, setWay] = useState<Way | null>(ways.length === 1 ? (ways[0] ?? null) : null);
  return (
    <Dialog open={!chooser} onClose={() => !chooser && onEnd(false)} title="Confirm that it is you">
      <div className="space-y-4">
        <p className="text-sm text-pretty text-quiet">
          This step touches money, secrets, who may do what, or what those you pay are shown. After you confirm, it goes
          on by itself, and you are not asked again for ten minutes.
        </p>
        {way === null && <Ways ways={ways} wallets={wallets} onChoose={setWay} />}
        {way?.kind === 'passkey' && <ByPasskey onDone={() => onEnd(true)} />}
        {way?.kind === 'email' && <ByMail email={way.value} mailbox={places.mailbox} onDone={() => onEnd(true)} />}
        {way?.kind === 'wallet' && places.wallet && (
          <ByWallet place={places.wallet} wallets={wallets} onChooser={setChooser} onDone={() => onEnd(true)} />
        )}
        {way !== null && ways.length > 1 && (
          <button type="button" className={buttonClass('bare')} onClick={() => setWay(null)}>
            Confirm in another way
          </button>
        )}
      </div>
    </Dialog>
  );
}

function wayWords(way: Way, wallets: readonly string[]): string {
  if (way.kind === 'passkey') return 'Use a passkey';
  return way.kind === 'email' ? `Mail a code to ${way.value}` : `Sign with ${wallets.map(shorten).join(' or ')}`;
}

type WaysProps = { ways: readonly Way[]; wallets: readonly string[]; onChoose: (way: Way) => void };

function Ways({ ways, wallets, onChoose }: WaysProps) {
  if (ways.length === 0) {
    return (
      <p className="text-sm">
        You sign in with a wallet only, and this portal cannot reach wallets right now. Please tell its operator.
      </p>
    );
  }
  return (
    <div className="space-y-2.5">
      {ways.map((way) => (
        <button
          key={way.kind === 'email' ? way.value : way.kind}
          type="button"
          className={`${buttonClass('small')} w-full`}
          onClick={() => onChoose(way)}
        >
          {wayWords(way, wallets)}
        </button>
      ))}
    </div>
  );
}

function ByMail({ email, mailbox, onDone }: { email: string; mailbox: string | null; onDone: () => void }) {
  const { merchantId, confirm } = useWho();
  const post = (path: string, body: object) => askDesk(`${confirm}/${path}`, { method: 'POST', body, merchantId });
  return (
    <MailCode
      email={email}
      mailbox={mailbox}
      send={() => post('code', { email })}
      check={(code) => post('code/check', { email, code })}
      onDone={onDone}
    />
  );
}

type ByWalletProps = {
  place: WalletPlace;
  wallets: readonly string[];
  onChooser: (open: boolean) => void;
  onDone: () => void;
};

function ByWallet({ place, wallets, onChooser, onDone }: ByWalletProps) {
  const { merchantId, confirm } = useWho();
  const facts = { method: 'POST', merchantId } as const;
  const offer = async (address: string, chainId: number): Promise<{ message: string } | WalletFailure> => {
    const body = { address, chain_id: chainId };
    const answer = await askDesk(`${confirm}/wallet-message`, { ...facts, body, returns: walletMessage });
    return answer.ok ? answer.data : { detail: answer.problem.detail };
  };
  const prove = async (proof: Proof): Promise<WalletFailure | null> => {
    const answer = await askDesk(`${confirm}/wallet`, { ...facts, body: proof });
    return answer.ok ? null : { detail: answer.problem.detail };
  };
  return (
    <WalletSigner
      place={place}
      allowed={wallets.map((one) => one.toLowerCase())}
      verb="Confirm with"
      offer={offer}
      prove={prove}
      onChooser={onChooser}
      onDone={onDone}
    />
  );
}
