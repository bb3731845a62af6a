import { hexOf } from '@/components/wallet/hex-text';
import { watchForReplacement } from '@/components/wallet/send-call';
import { readWalletError, walletWords } from '@/components/wallet/wallet-error';
import { askToSend, askToSendAll, goToChain, hashOfCalls, otherAccount, type Signer, untilAllowed } from './ask-wallet';
import type { Halt, Step, StepState } from './run';

export type WalletAnswer = { hash?: string; calls_id?: string };

type SignTask = {
  signer: Signer;
  steps: readonly Step[];
  /** Aborted when the person does not want to wait for the wallet any longer. */
  stop: AbortSignal;
  onStep: (index: number, state: StepState) => void;
  /** Notes at the portal that this step is handed to the wallet next. Answers why it may not be, or null. */
  note: (step: Step) => Promise<string | null>;
  /** Brings to the portal what the wallet answered for one step. */
  report: (step: Step, told: WalletAnswer) => Promise<void>;
};

/**
 * Asks the wallet step by step, never twice for the same. Answers where and why it ended, or null when all was asked.
 * What the wallet answers after the person has stopped waiting is still reported.
 */
export async function signSteps(task: SignTask): Promise<{ at: number; halt: Halt } | null> {
  for (const [at, step] of task.steps.entries()) {
    const halt = await signStep(task, at, step);
    if (halt) return { at, halt };
  }
  return null;
}

async function signStep(task: SignTask, at: number, step: Step): Promise<Halt | null> {
  const { signer, stop, onStep } = task;
  if (stop.aborted) return { why: 'stopped' };
  // A wallet that answers none of this was asked for no payment yet.
  const before = await Promise.race([readyToAsk(task, step), aborted(stop)]);
  if (before === 'stopped' || stop.aborted) return { why: 'stopped' };
  if (before) return before;
  onStep(at, { at: 'asking' });
  const asked = ask(task, at, step);
  const given = await Promise.race([asked, aborted(stop)]);
  if (given === 'stopped') {
    const isPayment = step.transferIds.length > 0;
    return isPayment ? { why: 'unclear', words: '' } : { why: 'stopped' };
  }
  if (given) return given;
  const [call] = step.calls;
  if (call?.does !== 'allow') return null;
  onStep(at, { at: 'settling' });
  await untilAllowed(signer, step.signing, call, stop);
  onStep(at, { at: 'sent', hash: null });
  return stop.aborted ? { why: 'stopped' } : null;
}

/** The right account on the right network, and the portal knows that a payment is handed over: in this order. */
async function readyToAsk({ signer, note }: SignTask, step: Step): Promise<Halt | null> {
  const { signing, transferIds } = step;
  const other = await otherAccount(signer, signing.sender).catch(() => ({ shown: null }));
  if (other) return { why: 'wrong_account', shown: other.shown };
  try {
    await goToChain(signer, signing.chain_id);
  } catch {
    return { why: 'wrong_network' };
  }
  const refused = transferIds.length > 0 ? await note(step) : null;
  return refused === null ? null : { why: 'withheld', words: refused };
}

async function ask({ signer, onStep, report }: SignTask, at: number, step: Step): Promise<Halt | null> {
  const [call] = step.calls;
  if (!call) return null;
  try {
    if (step.signing.way === 'calls') {
      const id = await askToSendAll(signer, step.signing);
      onStep(at, { at: 'sent', hash: null });
      await report(step, { calls_id: id });
      void hashOfCalls(signer, id).then((hash) => (hash ? report(step, { hash }) : undefined));
      return null;
    }
    const hash = await askToSend(signer, step.signing, call);
    if (call.does === 'allow') return null;
    onStep(at, { at: 'sent', hash });
    await report(step, { hash });
    const { config, connector } = signer;
    void watchForReplacement(config, connector, hexOf(hash), (next) => void report(step, { hash: next }));
    return null;
  } catch (error) {
    return haltOf(error);
  }
}

/** Only a plain no is taken as one, by its person or because it cannot. After any other answer, the wallet may have signed. */
function haltOf(error: unknown): Halt {
  const trouble = readWalletError(error);
  if (trouble === 'rejected') return { why: 'rejected' };
  if (trouble === 'wallet_busy') return { why: 'busy' };
  if (trouble === 'unable') return { why: 'unable', words: walletWords(error) };
  return { why: 'unclear', words: walletWords(error) };
}

function aborted(stop: AbortSignal): Promise<'stopped'> {
  return new Promise((resolve) => stop.addEventListener('abort', () => resolve('stopped'), { once: true }));
}
