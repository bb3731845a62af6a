ALTER TABLE "endpoints" ADD COLUMN "previous_secrets" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
UPDATE "endpoints" SET "previous_secrets" = jsonb_build_array(jsonb_build_object(
  'secret', "previous_secret",
  'until', to_char("previous_until" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
WHERE "previous_secret" IS NOT NULL AND "previous_until" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "endpoints" DROP COLUMN "previous_secret";--> statement-breakpoint
ALTER TABLE "endpoints" DROP COLUMN "previous_until";