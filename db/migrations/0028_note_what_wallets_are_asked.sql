ALTER TABLE "transfers" ADD COLUMN "asked_at" timestamp (3) with time zone;--> statement-breakpoint
-- Until now all payments of a run counted as asked from its start.
UPDATE "transfers" SET "asked_at" = "created_at" WHERE "rail" = 'wallet';
