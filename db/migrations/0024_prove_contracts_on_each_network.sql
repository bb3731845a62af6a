ALTER TABLE "wallets" ADD COLUMN "proven_chains" text[];
--> statement-breakpoint
UPDATE "wallets" SET "proven_chains" = ARRAY["proven_chain"] WHERE "proven_chain" IS NOT NULL;
