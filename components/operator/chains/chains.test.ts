import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { StepUp } from '@/components/desk/frame/step-up';
import { OperatorFacts } from '@/components/operator/frame/operator-facts';
import { type OperatorPermission, operatorPermissions } from '@/db/vocabulary/operators';
import { chainOf, shippedFacts } from '@/lib/chains/registry';
import type { AddedChainAnswer } from '@/lib/networks/schema';
import { addChainBody } from '@/lib/networks/schema';
import type { OperatorViewer } from '@/lib/operators/schema';
import { bodyOf, draftFaults, emptyChain, ruleOf } from './chain-draft';
import { type ChainLine, chainLines } from './chain-line';
import { ChainList } from './chain-list';
import { explainRefusal } from './refusal-words';

const places = { wallet: null, mailbox: null, passkey: false };
const still = () => {};
const router = {
  back: still,
  forward: still,
  refresh: still,
  push: still,
  replace: still,
  prefetch: still,
  bfcacheId: '',
};

type Reader = { user?: string; may?: readonly OperatorPermission[] };

/** What an operator with these permissions reads. */
function told(page: ReactNode, { user = 'usr_ben', may = operatorPermissions }: Reader = {}): string {
  const viewer: OperatorViewer = {
    ...{ user_id: user, name: 'Ben', identities: [], passkeys: [], role: 'admin', permissions: [...may] },
    ...{ session_id: 'ses_1', time_zone: 'UTC', stepped_up_until: null, member: false },
  };
  const proved = { places, children: page };
  const operated = { viewer, children: createElement(StepUp, proved) };
  const whole = createElement(AppRouterContext, { value: router }, createElement(OperatorFacts, operated));
  return renderToStaticMarkup(whole)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

const meadow: AddedChainAnswer = {
  ...{ key: 'meadow', chain_id: 77_001, name: 'Meadow', currency: { name: 'Hay', symbol: 'HAY' } },
  ...{ explorer_url: null, finality: { tag: 'finalized', depth: 64 }, block_seconds: 2, relay_max_gwei: 50 },
  ...{ test: false, node_hosts: ['one.example', 'two.example'], public_node: 'https://rpc.meadow.example' },
  ...{ status: 'waiting', proposed_by: 'usr_ann', agreed_by: null, created_at: '2026-01-01T00:00:00.000Z' },
  listed_at: null,
};
const nothing = { known: [], added: [], nodes: [], read: [], contracts: new Map() };
const list = (lines: readonly ChainLine[]) => createElement(ChainList, { lines });
const listed = (more: Partial<ChainLine> = {}) => {
  const [line] = chainLines({ ...nothing, added: [{ ...meadow, status: 'listed' }] });
  return list([{ ...(line ?? expect.unreachable()), ...more }]);
};

test('what waits is told to a second operator with its rule in words, who alone may agree; its proposer may take it back, a reader neither', () => {
  const waiting = list(chainLines({ ...nothing, added: [meadow] }));
  expect(told(waiting)).toMatch(
    /Waits for a second operator.*counts when the network itself calls it final, usually after about 2 minutes.*one.example, two.example.*Compare id, finality and currency.*Agree to Meadow.*Take back Meadow/,
  );
  expect(told(waiting, { user: 'usr_ann' })).toMatch(
    /^(?!.*Agree to).*Another operator has to agree.*Take back Meadow/,
  );
  expect(told(waiting, { may: ['installation:read'] })).toMatch(
    /^(?!.*Agree to|.*Take back).*Waits for a second operator/,
  );
});

test('what is listed says what comes next: its contract, then a token, then vaults', () => {
  expect(told(listed({ hasContract: false }))).toMatch(
    /Deploy the contract, from the checklist.*Add a token.*connect a vault/,
  );
  expect(told(listed({ hasContract: null }))).toMatch(/do not say whether the contract is there\. Deploy/);
  expect(told(listed({ hasContract: true, tokens: ['USDT'] }))).toMatch(/The contract is there.*Tokens: USDT/);
  expect(told(list(chainLines({ ...nothing, added: [meadow] })))).not.toMatch(/Deploy the contract|Add a token/);
});

test('every network stands there with its nodes and how far it is read; one without a node says which setting is missing', () => {
  const node = {
    ...{
      host: 'one.example',
      place: 0,
      looked_at: '2026-01-01T00:00:00.000Z',
      answers: true,
      head: '120',
      final: '90',
    },
    ...{ log_blocks: '1000', lag_blocks: '0', lag_seconds: 0, lacks: [], last_fault: null, last_fault_at: null },
  };
  const dumb = { ...node, host: 'two.example', place: 1, answers: false, last_fault: 'HTTP 500' };
  const read = { name: 'Base', read_to: '118', final: '90', read_at: null, trouble: 'It was not read for 5 minutes.' };
  const words = told(
    list(
      chainLines({
        ...{ ...nothing, known: shippedFacts, added: [meadow], read: [{ chain: 'base', ...read }] },
        nodes: [{ chain: 'base', dispute: 'Two nodes say different things.', nodes: [node, dumb] }],
      }),
    ),
  );
  expect(words).toMatch(/Meadow.*Base/);
  expect(words).toMatch(/Base base · 8453 · ETH · live · of this version Two nodes say different things/);
  expect(words).toMatch(/block 118, final 90.*not read for 5 minutes.*one.example answers, newest block 120, final 90/);
  expect(words).toMatch(/two.example does not answer: HTTP 500/);
  expect(words).toMatch(/Not served: RPC_URL_POLYGON names no node/);
  expect(words).not.toContain(chainOf('local').name);
});

test('the form sends what the wire takes, says its rule as a sentence, and each fault at its field before it is sent', () => {
  const draft = {
    ...{ ...emptyChain, name: 'Meadow', key: 'meadow', chainId: '77001', publicNode: 'https://rpc.meadow.example' },
    nodes: ['https://one.example/KEY', ' https://two.example/KEY ', ''],
  };
  expect(draftFaults(draft)).toEqual(new Map());
  const body = addChainBody.parse(bodyOf(draft));
  expect(body).toMatchObject({ chain_id: 77_001, test: false, explorer_url: null, nodes: { length: 2 } });
  expect(body.finality).toEqual({ tag: 'finalized', usual_depth: 64 });
  expect(bodyOf({ ...draft, finality: 'depth' }).finality).toEqual({ confirmations: 64 });
  expect(ruleOf({ ...draft, finality: 'depth' })).toBe('A payout counts as paid after 64 blocks, about 2 minutes.');
  expect(ruleOf({ ...draft, depth: 'many' })).toBeNull();
  expect([...draftFaults(emptyChain).keys()].toSorted()).toEqual(['chain_id', 'key', 'name', 'nodes', 'public_node']);
  expect(draftFaults({ ...draft, depth: '1.5' }).get('finality')).toMatch(/whole number of blocks/);
  expect(draftFaults({ ...draft, nodes: ['', ''] }).get('nodes')).toBe('needs a node');
  expect(draftFaults({ ...draft, nodes: ['ftp://KEY'] }).get('nodes')).toMatch(/^(?!.*KEY)must be web addresses/);
});

test('each refusal has words of its own about what to do, after what the portal says', () => {
  const codes = ['chain_refused', 'chain_known', 'chain_own', 'not_found', 'step_up_required', 'forbidden'] as const;
  const words = codes.map((code) => explainRefusal({ code, title: 'No', detail: 'No.' })?.detail);
  expect(new Set(words).size).toBe(codes.length);
  expect(words.every((one) => one && /^No\. \S/.test(one))).toBe(true);
  expect(explainRefusal(null)).toBeNull();
});
