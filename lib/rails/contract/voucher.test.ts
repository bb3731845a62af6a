import { decodeFunctionData, hashStruct, hashTypedData, recoverTypedDataAddress } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { expect, test } from 'vitest';
import vectors from '@/contracts/test/vectors/eip712.json';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { hex } from '@/lib/chains/address';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { claimTypes, domainOf, keyPayoutTypes, payoutTypes, signClaim, signWith } from './voucher';

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

test.each(vectors.keyPayouts)(
  'the portal hashes $what and what its key signs as the contract does',
  async ({ chainId, message, digest, signature, claim }) => {
    const domain = { ...domainOf(chainId), verifyingContract: hex(vectors.domain.verifyingContract) };
    const data = { ...messageOf({ ...message, recipient: message.claimKey }), claimKey: hex(message.claimKey) };
    const typed = { domain, types: keyPayoutTypes, primaryType: 'KeyPayout', message: data } as const;
    expect(hashTypedData(typed)).toBe(digest);
    expect(await privateKeyToAccount(hex(vectors.signer.privateKey)).signTypedData(typed)).toBe(signature);
    const payout = hashStruct({ data, types: keyPayoutTypes, primaryType: 'KeyPayout' });
    const named = { payout, recipient: hex(claim.recipient) };
    const typedClaim = { domain, types: claimTypes, primaryType: 'Claim', message: named } as const;
    expect([payout, hashTypedData(typedClaim)]).toEqual([claim.payout, claim.digest]);
    expect(await privateKeyToAccount(hex(vectors.claimKey.privateKey)).signTypedData(typedClaim)).toBe(claim.signature);
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
