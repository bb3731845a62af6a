import { drawbridgeAddress } from '@/lib/chains/deployments';
import { chainOf } from '@/lib/chains/registry';
import { signReceipt } from '@/lib/receipts/jws';
import type { ReceiptContent } from '@/lib/receipts/schema';
import type { PayoutAnswer } from '@/lib/wire/payout';

/** The key of RFC 8037, which everybody has: no portal publishes it, so that a sample never passes for a receipt. */
const everybodys = {
  kid: 'sample',
  privateJwk: {
    ...{ kty: 'OKP' as const, crv: 'Ed25519' as const },
    d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
    x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  },
};

const vault = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8';

/** A receipt in the shape of a real one. */
export function sampleReceipt(payout: PayoutAnswer, { merchantId, now }: { merchantId: string; now: Date }): string {
  const { key, id, name, test } = chainOf(payout.chain);
  const content: ReceiptContent = {
    iss: 'https://portal.example',
    jti: 're_06e2m5k3v7q8w9x0y1z2a3b4c8',
    sub: payout.id,
    iat: Math.floor(now.getTime() / 1000),
    reference: payout.reference,
    description: payout.description,
    merchant: { id: merchantId, name: 'Sample merchant' },
    rail: payout.rail,
    asset: { symbol: payout.asset, decimals: 6, token: '0x04656F0497aa3FeaeaA22CdaF34b808224603510' },
    gross: { units: '25000000', text: '25.00' },
    fee: { units: '500000', text: '0.50' },
    net: { units: '24500000', text: '24.50' },
    fee_payer: payout.fee_payer,
    rates: null,
    recipient: { address: payout.recipient.address ?? vault },
    chain: { key, id, name, test },
    contract: drawbridgeAddress,
    vault,
    claim_id: '7',
    transfer: {
      hash: payout.transfer?.hash ?? `0x${'0'.repeat(64)}`,
      log_index: 1,
      from: vault,
      block_number: payout.transfer?.block_number ?? '0',
      block_hash: '0x5d3f07ad2e4a3c6bb1f0c7e98d4b6a52f1e0d9c8b7a695847362514fe3d2c1b0',
    },
    screening: null,
    created_at: payout.created_at,
    completed_at: payout.completed_at ?? payout.updated_at,
  };
  return signReceipt(content, everybodys);
}
