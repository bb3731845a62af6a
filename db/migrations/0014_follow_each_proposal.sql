ALTER TABLE "transfers" ADD COLUMN "proposal" text collate "C";--> statement-breakpoint
ALTER TABLE "transfers" ADD COLUMN "proposal_number" bigint;--> statement-breakpoint
CREATE UNIQUE INDEX "transfers_paid_once" ON "transfers" USING btree ("payout_id") WHERE status = 'confirmed';--> statement-breakpoint
-- One proposal carried the whole signing, unless it was signed one by one: then nobody can say whose the last one was,
-- and it is kept as what the wallet answered, so that no word of a person frees what it may still pay.
UPDATE "transfers" SET "proposal" = b."proposal" FROM "payment_batches" b
  WHERE b."id" = "transfers"."batch_id" AND b."proposal" IS NOT NULL AND (b."way" <> 'one_by_one' OR b."count" = 1);--> statement-breakpoint
UPDATE "payment_batches" SET "calls_id" = "proposal"
  WHERE "proposal" IS NOT NULL AND "calls_id" IS NULL AND "way" = 'one_by_one' AND "count" > 1;--> statement-breakpoint
ALTER TABLE "payment_batches" DROP COLUMN "proposal";
