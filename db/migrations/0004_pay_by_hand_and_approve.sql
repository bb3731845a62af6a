CREATE TABLE "approval_rules" (
	"merchant_id" text collate "C" NOT NULL,
	"chain" text NOT NULL,
	"symbol" text NOT NULL,
	"one_from" numeric(78, 0),
	"two_from" numeric(78, 0),
	"new_destination" boolean NOT NULL,
	"updated_by" text collate "C",
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "approval_rules_merchant_id_chain_symbol_pk" PRIMARY KEY("merchant_id","chain","symbol")
);
--> statement-breakpoint
CREATE TABLE "approvals" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"payout_id" text collate "C" NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"digest" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payment_batches" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"chain" text NOT NULL,
	"symbol" text NOT NULL,
	"token" text collate "C" NOT NULL,
	"way" text NOT NULL,
	"sender" text collate "C" NOT NULL,
	"sender_kind" text NOT NULL,
	"nonce_floor" bigint NOT NULL,
	"count" integer NOT NULL,
	"total" numeric(78, 0) NOT NULL,
	"first_id" numeric(78, 0),
	"deadline" timestamp (3) with time zone,
	"calls_id" text,
	"proposal" text collate "C",
	"user_id" text collate "C" NOT NULL,
	"tab" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payment_holds" (
	"payout_id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"tab" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "wallets" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"address" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"added_by" text collate "C",
	"proven_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "payouts" ALTER COLUMN "vault_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "payouts" ALTER COLUMN "fee_collector" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "payouts" ALTER COLUMN "claim_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "transfers" ALTER COLUMN "hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "payouts" ADD COLUMN "created_by" text collate "C";--> statement-breakpoint
ALTER TABLE "payouts" ADD COLUMN "approvals_needed" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "transfers" ADD COLUMN "batch_id" text collate "C";--> statement-breakpoint
ALTER TABLE "transfers" ADD COLUMN "prepared_block" bigint;--> statement-breakpoint
ALTER TABLE "transfers" ADD COLUMN "unsigned_block" bigint;--> statement-breakpoint
ALTER TABLE "approval_rules" ADD CONSTRAINT "approval_rules_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_batches" ADD CONSTRAINT "payment_batches_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_holds" ADD CONSTRAINT "payment_holds_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wallets" ADD CONSTRAINT "wallets_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "approvals_once" ON "approvals" USING btree ("payout_id","user_id","digest");--> statement-breakpoint
CREATE INDEX "payment_batches_newest" ON "payment_batches" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE INDEX "payment_holds_of_user" ON "payment_holds" USING btree ("merchant_id","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "wallets_once" ON "wallets" USING btree ("merchant_id","address");--> statement-breakpoint
CREATE INDEX "wallets_by_address" ON "wallets" USING btree ("address");--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_batch_id_payment_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."payment_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "transfers_log_once" ON "transfers" USING btree ("chain","hash","log_index") WHERE rail = 'wallet' and status in ('confirming', 'confirmed');--> statement-breakpoint
CREATE INDEX "transfers_by_hand" ON "transfers" USING btree ("chain","sender") WHERE rail = 'wallet' and status in ('prepared', 'submitted', 'dropped');--> statement-breakpoint
CREATE INDEX "transfers_of_batch" ON "transfers" USING btree ("batch_id");--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_vault_of_contract" CHECK (rail <> 'contract' or (vault_id is not null and claim_id is not null and fee_collector is not null));