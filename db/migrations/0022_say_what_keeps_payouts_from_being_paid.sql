CREATE TABLE "vault_checks" (
	"vault_id" text collate "C" NOT NULL,
	"symbol" text NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"obstacle" text,
	"missing" numeric(78, 0) NOT NULL,
	"payable" numeric(78, 0) NOT NULL,
	"trouble_since" timestamp (3) with time zone,
	"told_of" text,
	"told_at" timestamp (3) with time zone,
	"checked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "vault_checks_vault_id_symbol_pk" PRIMARY KEY("vault_id","symbol"),
	CONSTRAINT "vault_checks_missing" CHECK (missing >= 0 and payable >= 0),
	CONSTRAINT "vault_checks_obstacle_word" CHECK (obstacle in ('token_paused', 'vault_blocked', 'token_fee', 'signer_terms', 'funds', 'allowance', 'signer_limit', 'recipient_blocked', 'token_refuses', 'other'))
);
--> statement-breakpoint
DROP INDEX "payouts_without_funds";--> statement-breakpoint
DROP INDEX "payouts_short";--> statement-breakpoint
ALTER TABLE "payouts" ADD COLUMN "obstacle" text;--> statement-breakpoint
ALTER TABLE "payouts" ADD COLUMN "obstacle_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "payouts" ADD COLUMN "obstacles_told" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
UPDATE "payouts" SET "obstacle" = 'funds', "obstacle_since" = "awaiting_funds_since", "obstacles_told" = '{funds}'
	WHERE "awaiting_funds_since" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "vault_checks" ADD CONSTRAINT "vault_checks_vault_id_vaults_id_fk" FOREIGN KEY ("vault_id") REFERENCES "public"."vaults"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vault_checks" ADD CONSTRAINT "vault_checks_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "vault_checks_in_trouble" ON "vault_checks" USING btree ("merchant_id") WHERE trouble_since is not null;--> statement-breakpoint
CREATE INDEX "payouts_held_up" ON "payouts" USING btree ("vault_id","symbol","id") WHERE obstacle is not null and status = 'pending';--> statement-breakpoint
CREATE INDEX "payouts_claimable" ON "payouts" USING btree ("vault_id","symbol","gross") WHERE rail = 'contract' and status = 'pending';--> statement-breakpoint
CREATE INDEX "payouts_short" ON "payouts" USING btree ("merchant_id","id") WHERE obstacle is not null and status = 'pending';--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_obstacle_since" CHECK ((obstacle is null) = (obstacle_since is null));--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_obstacle_word" CHECK (obstacle in ('token_paused', 'vault_blocked', 'token_fee', 'signer_terms', 'funds', 'allowance', 'signer_limit', 'recipient_blocked', 'token_refuses', 'other'));