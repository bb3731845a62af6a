CREATE TABLE "payment_assurances" (
	"merchant_id" text collate "C" NOT NULL,
	"payout_id" text collate "C" NOT NULL,
	"chain" text NOT NULL,
	"hash" text collate "C" NOT NULL,
	"sender" text collate "C",
	"user_id" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "payment_assurances_once" UNIQUE NULLS NOT DISTINCT("payout_id","hash","user_id","sender")
);
--> statement-breakpoint
ALTER TABLE "payment_assurances" ADD CONSTRAINT "payment_assurances_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE TRIGGER payment_assurances_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON payment_assurances FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'drawbridge_app') THEN
    REVOKE UPDATE, DELETE ON payment_assurances FROM drawbridge_app;
  END IF;
END
$$;
