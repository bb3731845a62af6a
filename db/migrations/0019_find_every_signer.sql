CREATE TABLE "named_signers" (
	"merchant_id" text collate "C" NOT NULL,
	"vault_id" text collate "C" NOT NULL,
	"signer" text collate "C" NOT NULL,
	"token" text collate "C" NOT NULL,
	CONSTRAINT "named_signers_merchant_id_vault_id_signer_token_pk" PRIMARY KEY("merchant_id","vault_id","signer","token")
);
--> statement-breakpoint
ALTER TABLE "vaults" ADD COLUMN "signers_read_to" bigint;--> statement-breakpoint
ALTER TABLE "named_signers" ADD CONSTRAINT "named_signers_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "named_signers" ADD CONSTRAINT "named_signers_vault_id_vaults_id_fk" FOREIGN KEY ("vault_id") REFERENCES "public"."vaults"("id") ON DELETE no action ON UPDATE no action;