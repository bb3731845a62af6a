import { decodeFunctionData, hashTypedData, recoverTypedDataAddress } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { expect, test } from 'vitest';
import vectors from '@/contracts/test/vectors/eip712.json';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { hex } from '@/lib/chains/address';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { domainOf, payoutTypes, signClaim, signWith } from './voucher';

function messageOf(message: (typeof vectors)['payouts'][number]['message']) {
  return {
    vault: hex(message.vault),
    token: hex(message.token),
    recipient: hex(message.recipient),
    feeCollector: hex(message.feeCollector),
    amount: BigInt(message.amount),
    fee: BigInt(message.fee),
    payoutId: BigInt(message.payoutId),
    deadline: BigInt(message.deadline),
  };
}

test.each(vectors.payouts)(
  'the portal hashes $what as the contract does',
  async ({ chainId, message, digest, signature }) => {
    const domain = { ...domainOf(chainId), verifyingContract: hex(vectors.domain.verifyingContract) };
    const typed = { domain, types: payoutTypes, primaryType: 'Payout', message: messageOf(message) } as const;
    expect(hashTypedData(typed)).toBe(digest);
    const account = privateKeyToAccount(hex(vectors.signer.privateKey));
    expect(await account.signTypedData(typed)).toBe(signature);
  },
);

test('a signed claim is a call to the contract that names its payout and was signed by the given key', async () => {
  const [{ message }] = [vectors.payouts[0] ?? expect.unreachable()];
  const { vault, token, feeCollector, amount, fee, payoutId, recipient } = messageOf(message);
  const facts = {
    rail: 'contract',
    chain: 'local',
    vault,
    token,
    feeCollector,
    gross: amount,
    fee,
    claimId: payoutId,
  } as const;
  const deadline = new Date('2026-01-31T12:00:00.900Z');
  const answer = await signClaim(facts, recipient, deadline, signWith(vectors.signer.privateKey));
  const call = answer.ok ? answer.call : expect.unreachable();
  expect(call).toMatchObject({ chainId: 31337, to: drawbridgeAddress, value: '0x0' });
  const decoded = decodeFunctionData({ abi: drawbridgeAbi, data: call.data });
  const [payout, signature] = decoded.functionName === 'claim' ? decoded.args : expect.unreachable();
  expect(payout).toMatchObject({ vault, token, recipient, amount, fee, payoutId, deadline: 1_769_860_800n });
  const signed = { domain: domainOf(31337), types: payoutTypes, primaryType: 'Payout', message: payout } as const;
  expect(await recoverTypedDataAddress({ ...signed, signature })).toBe(vectors.signer.address);
});
