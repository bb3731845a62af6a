import type { VerificationAnswer } from '@/lib/wire/attestation';
import type { SampleFacts } from './samples';

const address = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC';

/** A verification that never was, named as the payout of the same sample would be. */
export function sampleVerification({ payoutId, now }: SampleFacts): VerificationAnswer {
  const at = (seconds: number) => new Date(now.getTime() + seconds * 1000).toISOString();
  return {
    ...{ id: payoutId.replace(/^po_/, 'wv_'), status: 'verified', reference: 'customer-7' },
    ...{ address: null, return_url: null },
    attestation: {
      id: payoutId.replace(/^po_/, 'at_'),
      address,
      message: `pay.example.com wants you to sign in with your Ethereum account:\n${address}\n\nI hold this wallet …`,
      signature: `0x${'5b'.repeat(65)}`,
      ...{ method: 'eip191', chain: 'local', attested_at: at(0) },
      block: { number: '21004711', hash: '0xaa32969220743644e3480d96e95a423d351049ac6296b8315103225709881ae3' },
    },
    ...{ expires_at: at(86_400), verified_at: at(0), created_at: at(-60) },
  };
}
