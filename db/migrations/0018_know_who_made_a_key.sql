ALTER TABLE "sign_in_codes" ADD COLUMN "device" text;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "created_by" text collate "C";--> statement-breakpoint
ALTER TABLE "payouts" ADD COLUMN "created_by_key" text collate "C";--> statement-breakpoint
CREATE INDEX "sign_in_codes_of_holder" ON "sign_in_codes" USING btree ("holder","created_at");--> statement-breakpoint
-- The audit knows who made the keys that are there, and which of them asked for what waits for approval now.
UPDATE "api_keys" SET "created_by" = line."actor_id" FROM "audit_lines" line
WHERE line."merchant_id" = "api_keys"."merchant_id" AND line."subject_id" = "api_keys"."id"
  AND line."action" = 'api_key.created' AND line."actor_kind" = 'user';--> statement-breakpoint
UPDATE "payouts" SET "created_by_key" = line."actor_id" FROM "audit_lines" line
WHERE "payouts"."status" = 'awaiting_approval' AND "payouts"."created_by" IS NULL
  AND line."merchant_id" = "payouts"."merchant_id" AND line."subject_id" = "payouts"."id"
  AND line."action" = 'payout.created' AND line."actor_kind" = 'api_key';--> statement-breakpoint
-- Who consented to what is never written anew, by whoever has the application's password.
CREATE TRIGGER approvals_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON approvals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'drawbridge_app') THEN
    REVOKE UPDATE, DELETE ON approvals FROM drawbridge_app;
  END IF;
END $$;
