CREATE TABLE "balance_mark" (
	"key" text PRIMARY KEY NOT NULL,
	"rolled_to" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "balances" (
	"merchant_id" text collate "C" NOT NULL,
	"chain" text NOT NULL,
	"symbol" text NOT NULL,
	"account" text NOT NULL,
	"amount" numeric(78, 0) NOT NULL,
	CONSTRAINT "balances_merchant_id_chain_symbol_account_pk" PRIMARY KEY("merchant_id","chain","symbol","account")
);
--> statement-breakpoint
CREATE TABLE "entries" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"posting_id" text collate "C" NOT NULL,
	"chain" text NOT NULL,
	"symbol" text NOT NULL,
	"credit" text NOT NULL,
	"debit" text NOT NULL,
	"amount" numeric(78, 0) NOT NULL,
	"written_in" bigint DEFAULT (pg_current_xact_id()::text)::bigint NOT NULL,
	CONSTRAINT "entries_positive" CHECK (amount > 0),
	CONSTRAINT "entries_two_sides" CHECK (credit <> debit)
);
--> statement-breakpoint
CREATE TABLE "postings" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"source_ref" text NOT NULL,
	"payout_id" text collate "C",
	"reverses" text collate "C",
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"requests_per_minute" integer,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "merchant_assets" (
	"merchant_id" text collate "C" NOT NULL,
	"chain" text NOT NULL,
	"symbol" text NOT NULL,
	"fee" numeric(78, 0) NOT NULL,
	"minimum" numeric(78, 0) NOT NULL,
	"maximum" numeric(78, 0) NOT NULL,
	CONSTRAINT "merchant_assets_merchant_id_chain_symbol_pk" PRIMARY KEY("merchant_id","chain","symbol")
);
--> statement-breakpoint
CREATE TABLE "merchants" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"logo_url" text,
	"accent_color" text,
	"support_url" text,
	"embed_origins" text[] DEFAULT '{}' NOT NULL,
	"test_mode" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vaults" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"chain" text NOT NULL,
	"address" text collate "C" NOT NULL,
	"signer_address" text collate "C" NOT NULL,
	"signer_key" text NOT NULL,
	"fee_collector" text collate "C" NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "vaults_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"namespace" numeric(78, 0) NOT NULL,
	"opened_block" bigint,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_lines" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"action" text NOT NULL,
	"subject_id" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chain_blocks" (
	"chain" text NOT NULL,
	"number" bigint NOT NULL,
	"hash" text collate "C" NOT NULL,
	"time" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "chain_blocks_chain_number_pk" PRIMARY KEY("chain","number")
);
--> statement-breakpoint
CREATE TABLE "chain_cursors" (
	"chain" text PRIMARY KEY NOT NULL,
	"number" bigint NOT NULL,
	"final_number" bigint NOT NULL,
	"final_time" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"merchant_id" text collate "C" NOT NULL,
	"key_hash" text NOT NULL,
	"fingerprint" text NOT NULL,
	"status" integer,
	"answer" text,
	"locked_until" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_merchant_id_key_hash_pk" PRIMARY KEY("merchant_id","key_hash")
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"name" text PRIMARY KEY NOT NULL,
	"owner" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_counts" (
	"key" text PRIMARY KEY NOT NULL,
	"window_start" timestamp (3) with time zone NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claim_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"payout_id" text collate "C" NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "payouts" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"vault_id" text collate "C" NOT NULL,
	"status" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"rail" text NOT NULL,
	"chain" text NOT NULL,
	"symbol" text NOT NULL,
	"token" text collate "C" NOT NULL,
	"decimals" integer NOT NULL,
	"gross" numeric(78, 0) NOT NULL,
	"fee" numeric(78, 0) NOT NULL,
	"net" numeric(78, 0) NOT NULL,
	"fee_payer" text NOT NULL,
	"fee_collector" text collate "C" NOT NULL,
	"recipient_type" text NOT NULL,
	"recipient_address" text collate "C",
	"recipient_email" text,
	"reference" text NOT NULL,
	"description" text,
	"return_url" text,
	"cancel_url" text,
	"metadata" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"claim_id" numeric(78, 0) NOT NULL,
	"request_key" text,
	"failure_reason" text,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"signed_until" timestamp (3) with time zone,
	"cancel_requested_at" timestamp (3) with time zone,
	"awaiting_funds_since" timestamp (3) with time zone,
	"completed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "transfers" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"payout_id" text collate "C" NOT NULL,
	"rail" text NOT NULL,
	"chain" text NOT NULL,
	"status" text NOT NULL,
	"hash" text collate "C" NOT NULL,
	"sender" text collate "C",
	"nonce" bigint,
	"recipient" text collate "C",
	"block_number" bigint,
	"block_hash" text collate "C",
	"log_index" integer,
	"seen_at" timestamp (3) with time zone,
	"failure_reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vouchers" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"payout_id" text collate "C" NOT NULL,
	"recipient" text collate "C" NOT NULL,
	"deadline" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"delivery_id" text collate "C" NOT NULL,
	"number" integer NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"duration_ms" integer NOT NULL,
	"status" integer,
	"answer" text,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"event_id" text collate "C" NOT NULL,
	"endpoint_id" text collate "C" NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"lease_owner" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"delivered_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "endpoints" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"url" text NOT NULL,
	"dialect" text NOT NULL,
	"events" text[] NOT NULL,
	"description" text,
	"status" text DEFAULT 'active' NOT NULL,
	"secret" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"type" text NOT NULL,
	"payout_id" text collate "C" NOT NULL,
	"payout_version" integer NOT NULL,
	"data" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"fanned_out_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "balances" ADD CONSTRAINT "balances_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merchant_assets" ADD CONSTRAINT "merchant_assets_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vaults" ADD CONSTRAINT "vaults_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_lines" ADD CONSTRAINT "audit_lines_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_links" ADD CONSTRAINT "claim_links_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_links" ADD CONSTRAINT "claim_links_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_vault_id_vaults_id_fk" FOREIGN KEY ("vault_id") REFERENCES "public"."vaults"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vouchers" ADD CONSTRAINT "vouchers_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vouchers" ADD CONSTRAINT "vouchers_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_endpoint_id_endpoints_id_fk" FOREIGN KEY ("endpoint_id") REFERENCES "public"."endpoints"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endpoints" ADD CONSTRAINT "endpoints_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entries_of_posting" ON "entries" USING btree ("posting_id");--> statement-breakpoint
CREATE INDEX "entries_of_asset" ON "entries" USING btree ("merchant_id","chain","symbol","id");--> statement-breakpoint
CREATE INDEX "entries_unrolled" ON "entries" USING btree ("written_in");--> statement-breakpoint
CREATE UNIQUE INDEX "postings_once" ON "postings" USING btree ("kind","source_ref");--> statement-breakpoint
CREATE INDEX "postings_of_payout" ON "postings" USING btree ("payout_id");--> statement-breakpoint
CREATE INDEX "postings_newest" ON "postings" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_by_hash" ON "api_keys" USING btree ("hash");--> statement-breakpoint
CREATE UNIQUE INDEX "vaults_one_per_chain" ON "vaults" USING btree ("merchant_id","chain");--> statement-breakpoint
CREATE INDEX "audit_lines_of_subject" ON "audit_lines" USING btree ("merchant_id","subject_id","id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_by_age" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "claim_links_of_payout" ON "claim_links" USING btree ("payout_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payouts_reference_once" ON "payouts" USING btree ("merchant_id","reference");--> statement-breakpoint
CREATE UNIQUE INDEX "payouts_claim_id_once" ON "payouts" USING btree ("vault_id","claim_id");--> statement-breakpoint
CREATE INDEX "payouts_newest" ON "payouts" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE INDEX "payouts_newest_by_status" ON "payouts" USING btree ("merchant_id","status","id");--> statement-breakpoint
CREATE INDEX "payouts_open_by_expiry" ON "payouts" USING btree ("expires_at") WHERE status in ('pending', 'failed', 'awaiting_approval');--> statement-breakpoint
CREATE INDEX "payouts_to_cancel" ON "payouts" USING btree ("cancel_requested_at") WHERE cancel_requested_at is not null and status = 'pending';--> statement-breakpoint
CREATE INDEX "payouts_without_funds" ON "payouts" USING btree ("awaiting_funds_since") WHERE awaiting_funds_since is not null and status = 'pending';--> statement-breakpoint
CREATE UNIQUE INDEX "transfers_one_live" ON "transfers" USING btree ("payout_id") WHERE status in ('prepared', 'submitted', 'confirming', 'unknown');--> statement-breakpoint
CREATE UNIQUE INDEX "transfers_settle_once" ON "transfers" USING btree ("chain","hash","log_index") WHERE status = 'confirmed';--> statement-breakpoint
CREATE INDEX "transfers_of_payout" ON "transfers" USING btree ("payout_id","id");--> statement-breakpoint
CREATE INDEX "transfers_by_hash" ON "transfers" USING btree ("chain","hash");--> statement-breakpoint
CREATE INDEX "transfers_live" ON "transfers" USING btree ("chain","status") WHERE status in ('submitted', 'confirming');--> statement-breakpoint
CREATE INDEX "transfers_by_block" ON "transfers" USING btree ("chain","block_number");--> statement-breakpoint
CREATE INDEX "vouchers_of_payout" ON "vouchers" USING btree ("payout_id","deadline");--> statement-breakpoint
CREATE INDEX "attempts_of_delivery" ON "attempts" USING btree ("delivery_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_once" ON "deliveries" USING btree ("event_id","endpoint_id");--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("endpoint_id","next_attempt_at","id") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "deliveries_of_endpoint" ON "deliveries" USING btree ("endpoint_id","id");--> statement-breakpoint
CREATE INDEX "endpoints_of_merchant" ON "endpoints" USING btree ("merchant_id");--> statement-breakpoint
CREATE INDEX "events_newest" ON "events" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE INDEX "events_of_payout" ON "events" USING btree ("payout_id");--> statement-breakpoint
CREATE INDEX "events_to_fan_out" ON "events" USING btree ("id") WHERE fanned_out_at is null;