CREATE TABLE "closes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"chain" text NOT NULL,
	"day" text NOT NULL,
	"version" integer NOT NULL,
	"status" text NOT NULL,
	"reason" text,
	"from_block" bigint,
	"to_block" bigint,
	"cut_at" timestamp (3) with time zone NOT NULL,
	"totals" jsonb NOT NULL,
	"difference_ids" text[] NOT NULL,
	"reconciliation_id" text collate "C" NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "differences" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"chain" text NOT NULL,
	"symbol" text,
	"amount" numeric(78, 0),
	"hash" text collate "C",
	"log_index" integer,
	"block_number" bigint,
	"block_hash" text collate "C",
	"block_time" timestamp (3) with time zone,
	"from_address" text collate "C",
	"to_address" text collate "C",
	"source_ref" text,
	"payout_id" text collate "C",
	"candidates" text[] DEFAULT '{}' NOT NULL,
	"detail" text NOT NULL,
	"owner_id" text collate "C",
	"note" text,
	"settled_by" text,
	"settled_account" text,
	"settled_by_id" text collate "C",
	"settled_at" timestamp (3) with time zone,
	"found_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reconciliations" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"chain" text NOT NULL,
	"day" text NOT NULL,
	"status" text NOT NULL,
	"reason" text,
	"from_block" bigint,
	"to_block" bigint,
	"next_block" bigint,
	"counts" jsonb NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"lease_owner" text,
	"lease_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "closes" ADD CONSTRAINT "closes_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "differences" ADD CONSTRAINT "differences_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconciliations" ADD CONSTRAINT "reconciliations_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "closes_versions" ON "closes" USING btree ("merchant_id","chain","day","version");--> statement-breakpoint
CREATE UNIQUE INDEX "differences_once" ON "differences" USING btree ("merchant_id","key");--> statement-breakpoint
CREATE INDEX "differences_newest" ON "differences" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE INDEX "differences_unsettled" ON "differences" USING btree ("merchant_id","chain","id") WHERE status <> 'settled';--> statement-breakpoint
CREATE UNIQUE INDEX "reconciliations_one_active" ON "reconciliations" USING btree ("merchant_id","chain") WHERE status in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "reconciliations_active" ON "reconciliations" USING btree ("created_at") WHERE status in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "reconciliations_newest" ON "reconciliations" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE INDEX "postings_moves" ON "postings" USING btree ("merchant_id",(split_part(source_ref, ':', 2)::numeric)) WHERE kind in ('deposit', 'outflow') and source_ref ~ '^[a-z]+:[0-9]+:';--> statement-breakpoint
CREATE INDEX "postings_settled" ON "postings" USING btree ("merchant_id","created_at") WHERE kind = 'settle';--> statement-breakpoint
CREATE INDEX "postings_reversing" ON "postings" USING btree ("reverses") WHERE reverses is not null;--> statement-breakpoint
-- A close is a signed-off page: it stays as it was, and the day's next one has the next version.
CREATE TRIGGER closes_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON closes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'drawbridge_app') THEN
    REVOKE UPDATE, DELETE ON closes FROM drawbridge_app;
  END IF;
END $$;
