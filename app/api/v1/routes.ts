import * as keys from '@/app/.well-known/jwks.json/route';
import * as health from '@/app/api/health/route';
import * as confirmTx from '@/app/api/payment/admin/confirm-tx/[id]/route';
import * as adminPayouts from '@/app/api/payment/admin/payouts/route';
import * as payment from '@/app/api/payment/shkeeper/payout/[id]/route';
import * as paySeller from '@/app/api/payment/shkeeper/payout/route';
import type { Resource } from '@/lib/http/pipeline/resource';
import * as claimCode from './claims/[token]/code/route';
import * as claimDestination from './claims/[token]/destination/route';
import * as claimDispute from './claims/[token]/dispute/route';
import * as claimProofMessage from './claims/[token]/proof/message/route';
import * as claimProof from './claims/[token]/proof/route';
import * as acceptClaimQuote from './claims/[token]/quote/accept/route';
import * as claimQuote from './claims/[token]/quote/route';
import * as claimReceipt from './claims/[token]/receipt/route';
import * as claimReminder from './claims/[token]/reminder/route';
import * as claim from './claims/[token]/route';
import * as claimSend from './claims/[token]/send/route';
import * as claimTransfers from './claims/[token]/transfers/route';
import * as events from './events/route';
import * as gateway from './gateways/[id]/route';
import * as gateways from './gateways/route';
import * as openapi from './openapi.json/route';
import * as addedChains from './operator/chains/route';
import * as makeMerchantKey from './operator/merchants/[id]/api-keys/route';
import * as inviteToMerchant from './operator/merchants/[id]/invitations/route';
import * as merchantLimits from './operator/merchants/[id]/limits/route';
import * as merchant from './operator/merchants/[id]/route';
import * as placeVault from './operator/merchants/[id]/vaults/route';
import * as merchants from './operator/merchants/route';
import * as addedTokens from './operator/tokens/route';
import * as extendOrder from './order-links/[token]/extension/route';
import * as objectToOrder from './order-links/[token]/objection/route';
import * as orderLink from './order-links/[token]/route';
import * as orderSettings from './order-settings/route';
import * as linkBuyer from './orders/[id]/buyer-link/route';
import * as cancelOrder from './orders/[id]/cancel/route';
import * as deliverOrder from './orders/[id]/deliver/route';
import * as disputeOrder from './orders/[id]/dispute/route';
import * as fundOrder from './orders/[id]/fund/route';
import * as holdOrder from './orders/[id]/hold/route';
import * as refundOrder from './orders/[id]/refund/route';
import * as releaseOrder from './orders/[id]/release/route';
import * as resolveOrder from './orders/[id]/resolve/route';
import * as resumeOrder from './orders/[id]/resume/route';
import * as order from './orders/[id]/route';
import * as changeSeller from './orders/[id]/seller/route';
import * as orders from './orders/route';
import * as attestation from './payouts/[id]/attestation/route';
import * as cancel from './payouts/[id]/cancel/route';
import * as invitation from './payouts/[id]/invitation/route';
import * as link from './payouts/[id]/link/route';
import * as mails from './payouts/[id]/mails/route';
import * as receipt from './payouts/[id]/receipt/route';
import * as recipient from './payouts/[id]/recipient/route';
import * as payout from './payouts/[id]/route';
import * as payouts from './payouts/route';
import * as validate from './payouts/validate/route';
import * as acceptQuote from './quotes/[id]/accept/route';
import * as quote from './quotes/[id]/route';
import * as quotes from './quotes/route';
import * as relayCosts from './relay-costs/route';
import * as rewardSource from './reward-sources/[id]/route';
import * as rewardSources from './reward-sources/route';
import * as admitReward from './rewards/[id]/admit/route';
import * as reverseReward from './rewards/[id]/reverse/route';
import * as rewards from './rewards/route';
import * as redeemCoins from './rewards/users/[id]/redeem/route';
import * as rewardUser from './rewards/users/[id]/route';
import * as sourceSecret from './sources/[id]/replace-secret/route';
import * as source from './sources/[id]/route';
import * as sources from './sources/route';
import * as verificationMessage from './verifications/[token]/message/route';
import * as verification from './verifications/[token]/route';
import * as walletVerification from './wallet-verifications/[id]/route';
import * as walletVerifications from './wallet-verifications/route';
import * as resendDelivery from './webhook-deliveries/[id]/resend/route';
import * as webhookDelivery from './webhook-deliveries/[id]/route';
import * as webhookDeliveries from './webhook-deliveries/route';
import * as resendWebhooks from './webhook-endpoints/[id]/resend/route';
import * as rotateSecret from './webhook-endpoints/[id]/rotate-secret/route';
import * as webhookEndpoint from './webhook-endpoints/[id]/route';
import * as testEndpoint from './webhook-endpoints/[id]/test/route';
import * as verifySample from './webhook-endpoints/[id]/verify-sample/route';
import * as webhookEndpoints from './webhook-endpoints/route';
import * as webhookSources from './webhook-sources/route';

/** Every address of the API, in the order in which the reference shows them. */
export const routes: readonly Resource[] = [
  payouts,
  validate,
  payout,
  cancel,
  link,
  recipient,
  invitation,
  mails,
  attestation,
  receipt,
  quotes,
  quote,
  acceptQuote,
  relayCosts,
  paySeller,
  payment,
  confirmTx,
  adminPayouts,
  orders,
  order,
  fundOrder,
  deliverOrder,
  releaseOrder,
  refundOrder,
  holdOrder,
  resumeOrder,
  disputeOrder,
  resolveOrder,
  cancelOrder,
  changeSeller,
  linkBuyer,
  orderSettings,
  orderLink,
  objectToOrder,
  extendOrder,
  claim,
  claimCode,
  claimDestination,
  claimProofMessage,
  claimProof,
  claimDispute,
  claimReminder,
  claimQuote,
  acceptClaimQuote,
  claimSend,
  claimTransfers,
  claimReceipt,
  walletVerifications,
  walletVerification,
  verification,
  verificationMessage,
  rewardSources,
  rewardSource,
  rewardUser,
  redeemCoins,
  rewards,
  reverseReward,
  admitReward,
  gateways,
  gateway,
  webhookEndpoints,
  webhookEndpoint,
  rotateSecret,
  testEndpoint,
  verifySample,
  webhookDeliveries,
  webhookDelivery,
  resendDelivery,
  resendWebhooks,
  events,
  webhookSources,
  sources,
  source,
  sourceSecret,
  merchants,
  merchant,
  inviteToMerchant,
  placeVault,
  makeMerchantKey,
  merchantLimits,
  addedTokens,
  addedChains,
  health,
  keys,
  openapi,
];
