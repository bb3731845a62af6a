import * as business from '@/app/api/sign-in/business/route';
import * as signInCode from '@/app/api/sign-in/code/route';
import * as signInPasskey from '@/app/api/sign-in/passkey-challenge/route';
import * as signInMessage from '@/app/api/sign-in/wallet-message/route';
import type { Resource } from '@/lib/http/pipeline/resource';
import * as keyPolicy from './api-keys/[id]/policy/route';
import * as apiKey from './api-keys/[id]/route';
import * as apiKeys from './api-keys/route';
import * as approvalRules from './approval-rules/route';
import * as approvals from './approvals/route';
import * as exportAudit from './audit/export/route';
import * as audit from './audit/route';
import * as stepUpByCode from './confirm/code/check/route';
import * as stepUpCode from './confirm/code/route';
import * as stepUpByPasskey from './confirm/passkey/route';
import * as stepUpPasskey from './confirm/passkey-challenge/route';
import * as stepUpByWallet from './confirm/wallet/route';
import * as stepUpMessage from './confirm/wallet-message/route';
import * as doorKeys from './door-keys/route';
import * as exportAll from './export/route';
import * as gateway from './gateways/[id]/route';
import * as gateways from './gateways/route';
import * as passedSteps from './guide/passed/route';
import * as guide from './guide/route';
import * as linkCode from './identities/code/route';
import * as linkEmail from './identities/email/route';
import * as identities from './identities/route';
import * as linkWallet from './identities/wallet/route';
import * as linkMessage from './identities/wallet-message/route';
import * as checkBooks from './ledger/check/route';
import * as exportLedger from './ledger/export/route';
import * as bookLines from './ledger/lines/route';
import * as posting from './ledger/postings/[id]/route';
import * as ledger from './ledger/route';
import * as live from './live/route';
import * as me from './me/route';
import * as timeZone from './me/time-zone/route';
import * as merchant from './merchant/route';
import * as twin from './merchant/twin/route';
import * as linkBuyer from './orders/[id]/buyer-link/route';
import * as deliverOrder from './orders/[id]/deliver/route';
import * as disputeOrder from './orders/[id]/dispute/route';
import * as holdOrder from './orders/[id]/hold/route';
import * as refundOrder from './orders/[id]/refund/route';
import * as releaseOrder from './orders/[id]/release/route';
import * as resolveOrder from './orders/[id]/resolve/route';
import * as resumeOrder from './orders/[id]/resume/route';
import * as changeSeller from './orders/[id]/seller/route';
import * as passkey from './passkeys/[id]/route';
import * as newPasskey from './passkeys/challenge/route';
import * as passkeys from './passkeys/route';
import * as viewPayment from './payments/[id]/route';
import * as ask from './payments/ask/route';
import * as giveUp from './payments/give-up/route';
import * as hold from './payments/hold/route';
import * as prepare from './payments/prepare/route';
import * as preview from './payments/preview/route';
import * as rejectPayment from './payments/reject/route';
import * as writeOff from './payments/release/route';
import * as report from './payments/report/route';
import * as payments from './payments/route';
import * as unsigned from './payments/unsigned/route';
import * as approve from './payouts/[id]/approve/route';
import * as cancelPayout from './payouts/[id]/cancel/route';
import * as payoutInvitation from './payouts/[id]/invitation/route';
import * as payoutLink from './payouts/[id]/link/route';
import * as overrule from './payouts/[id]/overrule/route';
import * as payoutRecipient from './payouts/[id]/recipient/route';
import * as recordPayment from './payouts/[id]/record/route';
import * as rejectPayout from './payouts/[id]/reject/route';
import * as tryAgain from './payouts/[id]/try-again/route';
import * as exportPayouts from './payouts/export/route';
import * as payoutNews from './payouts/news/route';
import * as previewPayout from './payouts/preview/route';
import * as deskPayouts from './payouts/route';
import * as assignDifference from './reconciliation/differences/[id]/assign/route';
import * as difference from './reconciliation/differences/[id]/route';
import * as resolveDifference from './reconciliation/differences/[id]/settle/route';
import * as differences from './reconciliation/differences/route';
import * as reconciliation from './reconciliation/route';
import * as reconciliationRun from './reconciliation/runs/[id]/route';
import * as session from './sessions/[id]/route';
import * as sessions from './sessions/route';
import * as chosenAssets from './settings/assets/route';
import * as branding from './settings/branding/route';
import * as embedding from './settings/embedding/route';
import * as logo from './settings/logo/route';
import * as alertsTo from './settings/notices/route';
import * as settings from './settings/route';
import * as screening from './settings/screening/route';
import * as terms from './settings/terms/route';
import * as decideSubmission from './submissions/[id]/decide/route';
import * as invite from './team/invites/[id]/route';
import * as invites from './team/invites/route';
import * as member from './team/members/[id]/route';
import * as team from './team/route';
import * as followVaultCall from './vaults/[id]/calls/route';
import * as chooseSigner from './vaults/[id]/signer/route';
import * as offerSigner from './vaults/[id]/signers/route';
import * as trySigner from './vaults/[id]/signers/try/route';
import * as vaultCalls from './vaults/calls/route';
import * as deskVaults from './vaults/route';
import * as vaultSigners from './vaults/signers/route';
import * as verifications from './verifications/route';
import * as view from './views/[id]/route';
import * as views from './views/route';
import * as wallet from './wallets/[id]/route';
import * as walletMessage from './wallets/message/route';
import * as walletProof from './wallets/proof/route';
import * as wallets from './wallets/route';
import * as resendDelivery from './webhooks/deliveries/[id]/resend/route';
import * as delivery from './webhooks/deliveries/[id]/route';
import * as resendRange from './webhooks/endpoints/[id]/resend/route';
import * as resendExhausted from './webhooks/endpoints/[id]/resend-exhausted/route';
import * as rotateSecret from './webhooks/endpoints/[id]/rotate-secret/route';
import * as endpoint from './webhooks/endpoints/[id]/route';
import * as testEndpoint from './webhooks/endpoints/[id]/test/route';
import * as verifySample from './webhooks/endpoints/[id]/verify-sample/route';
import * as endpoints from './webhooks/endpoints/route';
import * as sourceSecret from './webhooks/sources/[id]/replace-secret/route';
import * as source from './webhooks/sources/[id]/route';
import * as sources from './webhooks/sources/route';

/** Every address that only our own pages use: by the cookie of a session, and no part of the API's reference. */
export const deskRoutes: readonly Resource[] = [
  ...[business, signInMessage, signInCode, signInPasskey, me, timeZone, merchant, sessions, session],
  ...[stepUpMessage, stepUpByWallet, stepUpCode, stepUpByCode, stepUpPasskey, stepUpByPasskey],
  ...[passkeys, newPasskey, passkey],
  ...[identities, linkMessage, linkWallet, linkCode, linkEmail],
  ...[team, invites, invite, member, audit, exportAudit],
  ...[
    live,
    deskPayouts,
    previewPayout,
    payoutNews,
    exportPayouts,
    cancelPayout,
    tryAgain,
    payoutLink,
    payoutRecipient,
    payoutInvitation,
    verifications,
    views,
    view,
  ],
  ...[reconciliation, reconciliationRun, differences, difference, assignDifference, resolveDifference],
  ...[vaultSigners, offerSigner, trySigner, chooseSigner],
  ...[
    deskVaults,
    vaultCalls,
    followVaultCall,
    settings,
    branding,
    logo,
    embedding,
    alertsTo,
    screening,
    terms,
    chosenAssets,
  ],
  ...[guide, passedSteps, twin],
  ...[ledger, bookLines, posting, checkBooks, exportLedger, exportAll],
  ...[approvals, approve, overrule, rejectPayout, approvalRules, recordPayment],
  ...[wallets, walletMessage, walletProof, wallet],
  ...[payments, viewPayment, hold, giveUp, preview, prepare, ask, report, rejectPayment, unsigned, writeOff],
  ...[apiKeys, apiKey, keyPolicy, doorKeys, delivery, resendDelivery],
  ...[endpoints, endpoint, rotateSecret, testEndpoint, resendRange, resendExhausted, verifySample, sources, source],
  sourceSecret,
  ...[deliverOrder, holdOrder, resumeOrder, disputeOrder, resolveOrder, releaseOrder, refundOrder],
  ...[changeSeller, linkBuyer],
  ...[gateways, gateway, decideSubmission],
];
