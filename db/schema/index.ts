export * from './access';
export * from './by-hand';
export * from './ledger';
export * from './mails';
export * from './merchants';
export * from './operations';
export * from './payouts';
export * from './webhooks';
