CREATE TABLE "desk_hours" (
	"merchant_id" text collate "C" NOT NULL,
	"hour" timestamp (0) with time zone NOT NULL,
	"figures" jsonb NOT NULL,
	CONSTRAINT "desk_hours_merchant_id_hour_pk" PRIMARY KEY("merchant_id","hour")
);
--> statement-breakpoint
CREATE TABLE "desk_liabilities" (
	"merchant_id" text collate "C" PRIMARY KEY NOT NULL,
	"figures" jsonb NOT NULL,
	"as_of" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "desk_views" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "payouts_reference_once";--> statement-breakpoint
ALTER TABLE "desk_hours" ADD CONSTRAINT "desk_hours_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_liabilities" ADD CONSTRAINT "desk_liabilities_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_views" ADD CONSTRAINT "desk_views_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_views" ADD CONSTRAINT "desk_views_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "desk_views_once" ON "desk_views" USING btree ("merchant_id","user_id","name");--> statement-breakpoint
CREATE INDEX "payouts_to_wallet" ON "payouts" USING btree ("merchant_id","recipient_address","id") WHERE recipient_address is not null;--> statement-breakpoint
CREATE INDEX "payouts_to_email" ON "payouts" USING btree ("merchant_id",lower(recipient_email),"id") WHERE recipient_email is not null;--> statement-breakpoint
CREATE INDEX "payouts_short" ON "payouts" USING btree ("merchant_id","id") WHERE awaiting_funds_since is not null and status = 'pending';--> statement-breakpoint
CREATE INDEX "payouts_to_pay" ON "payouts" USING btree ("merchant_id","id") WHERE rail = 'wallet' and status = 'pending';--> statement-breakpoint
CREATE INDEX "payouts_completed" ON "payouts" USING btree ("merchant_id","completed_at") WHERE completed_at is not null;--> statement-breakpoint
CREATE INDEX "transfers_to" ON "transfers" USING btree ("merchant_id","recipient","payout_id") WHERE recipient is not null;--> statement-breakpoint
CREATE INDEX "transfers_unknown" ON "transfers" USING btree ("merchant_id","payout_id") WHERE status = 'unknown';--> statement-breakpoint
CREATE UNIQUE INDEX "payouts_reference_once" ON "payouts" USING btree ("merchant_id","reference" text_pattern_ops);--> statement-breakpoint
-- The figures of an hour are kept once it is over; a payment taken back later makes them untrue.
CREATE FUNCTION forget_desk_hour() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Whoever keeps figures of this merchant holds the lock alone: they count this change, or it finds their row.
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('desk_hours ' || OLD.merchant_id, 0));
  DELETE FROM desk_hours WHERE merchant_id = OLD.merchant_id AND hour = date_trunc('hour', OLD.completed_at, 'UTC');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER payouts_forget_desk_hour AFTER UPDATE OF completed_at ON payouts FOR EACH ROW
  WHEN (OLD.completed_at IS NOT NULL AND OLD.completed_at IS DISTINCT FROM NEW.completed_at)
  EXECUTE FUNCTION forget_desk_hour();
