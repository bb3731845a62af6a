import type { RecipientType } from '@/db/vocabulary/payouts';
import type { PolicyBody, PolicyOnWire } from '@/lib/access/policies/schema';
import type { Exposures } from '@/lib/desk/keys/schema';

export type PaidAsset = Exposures['assets'][number];

/** What stands in the form; texts as they were typed. */
export type PolicyDraft = {
  assets: readonly { pays: boolean; max_payout: string; max_day: string }[];
  recipients: readonly RecipientType[];
  wallets: string;
  mail_domains: string;
  ip_ranges: string;
};

const everyKind: readonly RecipientType[] = ['wallet', 'email', 'anyone'];

export function draftOf(policy: PolicyOnWire | null, assets: readonly PaidAsset[]): PolicyDraft {
  return {
    assets: assets.map(({ chain, asset }) => {
      const limit = policy?.assets?.find((one) => one.chain === chain && one.asset === asset);
      const { max_payout, max_day } = limit ?? {};
      return { pays: !policy?.assets || limit !== undefined, max_payout: max_payout ?? '', max_day: max_day ?? '' };
    }),
    recipients: policy?.recipients ?? everyKind,
    wallets: policy?.wallets.join('\n') ?? '',
    mail_domains: policy?.mail_domains.join('\n') ?? '',
    ip_ranges: policy?.ip_ranges.join('\n') ?? '',
  };
}

/** Whether only people who are listed can be paid: who has a link, any wallet or any mailbox may be a stranger's. */
export function namesRecipients({ recipients, wallets, mail_domains }: PolicyBody): boolean {
  const lists = { wallet: wallets, email: mail_domains, anyone: [] };
  return (recipients ?? everyKind).every((kind) => lists[kind].length > 0);
}

const linesOf = (text: string) => text.split(/[\s,;]+/).filter((line) => line !== '');

/** What is sent. Where every asset is allowed in any amount, none is named, so that an asset that is set up later is, too. */
export function bodyOf({ assets, recipients, ...texts }: PolicyDraft, offered: readonly PaidAsset[]) {
  const named = offered.flatMap(({ chain, asset }, index) => {
    const { pays = false, max_payout = '', max_day = '' } = assets[index] ?? {};
    return pays ? [{ chain, asset, max_payout: max_payout.trim() || null, max_day: max_day.trim() || null }] : [];
  });
  const anything = named.length === offered.length && named.every((one) => !one.max_payout && !one.max_day);
  return {
    assets: anything ? null : named,
    recipients: recipients.length === everyKind.length ? null : recipients,
    wallets: linesOf(texts.wallets),
    mail_domains: linesOf(texts.mail_domains),
    ip_ranges: linesOf(texts.ip_ranges),
  };
}
