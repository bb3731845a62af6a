DROP INDEX "payouts_completed";--> statement-breakpoint
CREATE INDEX "entries_seldom_debit" ON "entries" USING btree ("merchant_id","debit","posting_id") WHERE debit in ('external', 'own_wallets', 'owed', 'suspense');--> statement-breakpoint
CREATE INDEX "entries_seldom_credit" ON "entries" USING btree ("merchant_id","credit","posting_id") WHERE credit in ('external', 'own_wallets', 'owed', 'suspense');--> statement-breakpoint
CREATE INDEX "payouts_completed" ON "payouts" USING btree ("merchant_id","completed_at","rail","chain","symbol","gross") WHERE completed_at is not null;