ALTER TABLE "identities" ADD COLUMN "chain" text;--> statement-breakpoint
ALTER TABLE "wallets" ADD COLUMN "proven_chain" text;