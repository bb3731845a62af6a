ALTER TABLE "burnt_claim_ids" ADD COLUMN "merchant_id" text collate "C";--> statement-breakpoint
UPDATE "burnt_claim_ids" SET "merchant_id" = "vaults"."merchant_id" FROM "vaults" WHERE "vaults"."id" = "burnt_claim_ids"."vault_id";--> statement-breakpoint
ALTER TABLE "burnt_claim_ids" ALTER COLUMN "merchant_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "burnt_claim_ids" ADD CONSTRAINT "burnt_claim_ids_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;