CREATE TABLE "burnt_claim_ids" (
	"vault_id" text collate "C" NOT NULL,
	"word" numeric(78, 0) NOT NULL,
	"mask" numeric(78, 0) NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "burnt_claim_ids_vault_id_word_mask_pk" PRIMARY KEY("vault_id","word","mask")
);
--> statement-breakpoint
ALTER TABLE "claim_links" ADD COLUMN "earlier_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "burnt_claim_ids" ADD CONSTRAINT "burnt_claim_ids_vault_id_vaults_id_fk" FOREIGN KEY ("vault_id") REFERENCES "public"."vaults"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Of several live links of one payout only the newest stays.
UPDATE claim_links AS old SET revoked_at = now() FROM claim_links AS newer
WHERE old.payout_id = newer.payout_id AND old.revoked_at IS NULL AND newer.revoked_at IS NULL
  AND (newer.created_at, newer.token_hash) > (old.created_at, old.token_hash);--> statement-breakpoint
CREATE UNIQUE INDEX "claim_links_one_live" ON "claim_links" USING btree ("payout_id") WHERE revoked_at is null;--> statement-breakpoint
-- The next id of a vault. A sequence is never set back, so two payouts never share one; words with burnt ids are stepped over.
CREATE OR REPLACE FUNCTION next_claim_id(vault_id text) RETURNS numeric LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  vault record;
  candidate numeric;
BEGIN
  SELECT number, namespace INTO STRICT vault FROM vaults WHERE id = vault_id;
  LOOP
    candidate := vault.namespace * 18446744073709551616::numeric + nextval('vault_' || vault.number || '_claim_ids');
    EXIT WHEN NOT EXISTS (
      SELECT FROM burnt_claim_ids AS burnt WHERE burnt.vault_id = next_claim_id.vault_id AND burnt.word = div(candidate, 256)
    );
  END LOOP;
  RETURN candidate;
END $$;
