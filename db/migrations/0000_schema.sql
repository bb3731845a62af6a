CREATE TABLE "invites" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"role" text NOT NULL,
	"invited_by" text collate "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"accepted_by" text collate "C",
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "invites_kind_word" CHECK ("kind" = any('{"wallet","email"}'::text[])),
	CONSTRAINT "invites_role_word" CHECK ("role" = any('{"owner","approver","payer","developer","viewer"}'::text[])),
	CONSTRAINT "invites_value_lower_case" CHECK ("value" = lower("value"))
);
--> statement-breakpoint
CREATE TABLE "members" (
	"merchant_id" text collate "C" NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "members_merchant_id_user_id_pk" PRIMARY KEY("merchant_id","user_id"),
	CONSTRAINT "members_role_word" CHECK ("role" = any('{"owner","approver","payer","developer","viewer"}'::text[]))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"merchant_id" text collate "C",
	"proved_by" text NOT NULL,
	"origin_address" text,
	"user_agent" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"stepped_up_at" timestamp (3) with time zone,
	"operator_stepped_up_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "sessions_proved_by_word" CHECK ("proved_by" = any('{"wallet","email","passkey"}'::text[]))
);
--> statement-breakpoint
CREATE TABLE "sign_in_codes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"email" text NOT NULL,
	"holder" text NOT NULL,
	"network" text NOT NULL,
	"device" text,
	"hash" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "sign_in_codes_purpose_word" CHECK ("purpose" = any('{"sign_in","confirm","link","pay_from"}'::text[]))
);
--> statement-breakpoint
CREATE TABLE "sign_in_nonces" (
	"hash" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"holder" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "sign_in_nonces_purpose_word" CHECK ("purpose" = any('{"sign_in","confirm","link","pay_from"}'::text[]))
);
--> statement-breakpoint
CREATE TABLE "attestations" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"payout_id" text collate "C",
	"verification_id" text collate "C",
	"address" text collate "C" NOT NULL,
	"message" text NOT NULL,
	"signature" text NOT NULL,
	"method" text NOT NULL,
	"chain" text NOT NULL,
	"block_number" numeric(78, 0) NOT NULL,
	"block_hash" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "attestations_method_word" CHECK ("method" = any('{"eip191","erc1271","erc6492"}'::text[])),
	CONSTRAINT "attestations_address_lower_case" CHECK ("address" = lower("address")),
	CONSTRAINT "attestations_signature_lower_case" CHECK ("signature" = lower("signature")),
	CONSTRAINT "attestations_block_hash_lower_case" CHECK ("block_hash" = lower("block_hash")),
	CONSTRAINT "attestations_block_number_not_negative" CHECK ("block_number" >= 0),
	CONSTRAINT "attestations_subject" CHECK ((payout_id is null) <> (verification_id is null))
);
--> statement-breakpoint
CREATE TABLE "wallet_verifications" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"token_hash" text NOT NULL,
	"address" text collate "C",
	"reference" text NOT NULL,
	"return_url" text,
	"created_by_key" text collate "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"verified_at" timestamp (3) with time zone,
	CONSTRAINT "wallet_verifications_address_lower_case" CHECK ("address" = lower("address"))
);
--> statement-breakpoint
CREATE TABLE "approval_rules" (
	"merchant_id" text collate "C" NOT NULL,
	"chain" text NOT NULL,
	"symbol" text NOT NULL,
	"one_from" numeric(78, 0),
	"two_from" numeric(78, 0),
	"new_destination" boolean NOT NULL,
	"updated_by" text collate "C",
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "approval_rules_merchant_id_chain_symbol_pk" PRIMARY KEY("merchant_id","chain","symbol"),
	CONSTRAINT "approval_rules_one_from_not_negative" CHECK ("one_from" >= 0),
	CONSTRAINT "approval_rules_two_from_not_negative" CHECK ("two_from" >= 0)
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
CREATE TABLE "payment_assurances" (
	"merchant_id" text collate "C" NOT NULL,
	"payout_id" text collate "C" NOT NULL,
	"chain" text NOT NULL,
	"hash" text collate "C" NOT NULL,
	"sender" text collate "C",
	"user_id" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "payment_assurances_once" UNIQUE NULLS NOT DISTINCT("payout_id","hash","user_id","sender"),
	CONSTRAINT "payment_assurances_hash_lower_case" CHECK ("hash" = lower("hash")),
	CONSTRAINT "payment_assurances_sender_lower_case" CHECK ("sender" = lower("sender"))
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
CREATE TABLE "payment_signings" (
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
	"user_id" text collate "C" NOT NULL,
	"tab" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "payment_signings_way_word" CHECK ("way" = any('{"transfer","calls","disperse","one_by_one"}'::text[])),
	CONSTRAINT "payment_signings_sender_kind_word" CHECK ("sender_kind" = any('{"key","contract"}'::text[])),
	CONSTRAINT "payment_signings_token_lower_case" CHECK ("token" = lower("token")),
	CONSTRAINT "payment_signings_sender_lower_case" CHECK ("sender" = lower("sender")),
	CONSTRAINT "payment_signings_count_positive" CHECK ("count" > 0),
	CONSTRAINT "payment_signings_total_positive" CHECK ("total" > 0),
	CONSTRAINT "payment_signings_first_id_not_negative" CHECK ("first_id" >= 0),
	CONSTRAINT "payment_signings_nonce_floor_not_negative" CHECK ("nonce_floor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "wallets" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"address" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"added_by" text collate "C",
	"proven_at" timestamp (3) with time zone,
	"proven_chains" text[],
	"created_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "wallets_proven_chains_keys" CHECK (array_to_string("proven_chains", ',', '') ~ '^([a-z][a-z0-9]{1,15}(,[a-z][a-z0-9]{1,15})*)?$'),
	CONSTRAINT "wallets_address_lower_case" CHECK ("address" = lower("address"))
);
--> statement-breakpoint
CREATE TABLE "chains" (
	"key" text PRIMARY KEY NOT NULL,
	"chain_id" bigint NOT NULL,
	"shipped" boolean NOT NULL,
	"name" text NOT NULL,
	"currency_name" text NOT NULL,
	"currency_symbol" text NOT NULL,
	"explorer_url" text,
	"finality_tag" text,
	"finality_depth" integer NOT NULL,
	"depth_without_tag" integer,
	"block_ms" integer NOT NULL,
	"relay_max_gwei" integer NOT NULL,
	"test" boolean NOT NULL,
	"nodes" text,
	"public_node" text,
	"status" text NOT NULL,
	"proposer_kind" text,
	"proposer_id" text,
	"agreed_by" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"listed_at" timestamp (3) with time zone,
	CONSTRAINT "chains_key_key" CHECK ("key" ~ '^[a-z][a-z0-9]{1,15}$'),
	CONSTRAINT "chains_finality_tag_word" CHECK ("finality_tag" = any('{"safe","finalized"}'::text[])),
	CONSTRAINT "chains_status_word" CHECK ("status" = any('{"waiting","listed"}'::text[])),
	CONSTRAINT "chains_proposer_kind_word" CHECK ("proposer_kind" = any('{"operator","operator_key","system"}'::text[])),
	CONSTRAINT "chains_chain_id_positive" CHECK ("chain_id" > 0),
	CONSTRAINT "chains_finality_depth_positive" CHECK ("finality_depth" > 0),
	CONSTRAINT "chains_depth_without_tag_positive" CHECK ("depth_without_tag" > 0),
	CONSTRAINT "chains_block_ms_positive" CHECK ("block_ms" > 0),
	CONSTRAINT "chains_relay_max_gwei_positive" CHECK ("relay_max_gwei" > 0),
	CONSTRAINT "chains_proposer" CHECK (num_nulls(proposer_kind, proposer_id) in (0, 2)),
	CONSTRAINT "chains_origin" CHECK (shipped or proposer_id is not null),
	CONSTRAINT "chains_listed" CHECK ((status = 'listed') = (listed_at is not null)),
	CONSTRAINT "chains_without_tag" CHECK (depth_without_tag is null or finality_tag is not null)
);
--> statement-breakpoint
CREATE TABLE "coindirect_payouts" (
	"uuid" text PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"payout_id" text collate "C" NOT NULL,
	"link_hash" text NOT NULL,
	"address" text collate "C",
	"accepted_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "coindirect_payouts_uuid_lower_case" CHECK ("uuid" = lower("uuid")),
	CONSTRAINT "coindirect_payouts_address_lower_case" CHECK ("address" = lower("address")),
	CONSTRAINT "coindirect_payouts_accepted" CHECK (accepted_at is null or address is not null)
);
--> statement-breakpoint
CREATE TABLE "hawk_nonces" (
	"key_id" text collate "C" NOT NULL,
	"seconds" integer NOT NULL,
	"nonce_hash" text collate "C" NOT NULL,
	CONSTRAINT "hawk_nonces_key_id_seconds_nonce_hash_pk" PRIMARY KEY("key_id","seconds","nonce_hash"),
	CONSTRAINT "hawk_nonces_nonce_hash_lower_case" CHECK ("nonce_hash" = lower("nonce_hash")),
	CONSTRAINT "hawk_nonces_seconds_positive" CHECK ("seconds" > 0)
);
--> statement-breakpoint
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
CREATE TABLE "dex3_payouts" (
	"payout_id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"key_id" text collate "C" NOT NULL,
	"signature_hash" text NOT NULL,
	"webhook" text,
	"said" jsonb NOT NULL,
	CONSTRAINT "dex3_payouts_said" CHECK (jsonb_typeof(said) = 'object')
);
--> statement-breakpoint
CREATE TABLE "door_keys" (
	"key_id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"door" text NOT NULL,
	"public_id" text NOT NULL,
	"secret" text NOT NULL,
	"settings" jsonb NOT NULL,
	CONSTRAINT "door_keys_door_word" CHECK ("door" = any('{"coindirect","dex3"}'::text[])),
	CONSTRAINT "door_keys_settings" CHECK (jsonb_typeof(settings) = 'object')
);
--> statement-breakpoint
CREATE TABLE "gateway_assets" (
	"gateway_id" text collate "C" NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"chain" text NOT NULL,
	"symbol" text NOT NULL,
	"crypto" text NOT NULL,
	"wallet" text collate "C" NOT NULL,
	"held" numeric(78, 0) NOT NULL,
	"coins" numeric(78, 0) NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "gateway_assets_gateway_id_chain_symbol_pk" PRIMARY KEY("gateway_id","chain","symbol"),
	CONSTRAINT "gateway_assets_wallet_lower_case" CHECK ("wallet" = lower("wallet")),
	CONSTRAINT "gateway_assets_held_not_negative" CHECK ("held" >= 0),
	CONSTRAINT "gateway_assets_coins_not_negative" CHECK ("coins" >= 0)
);
--> statement-breakpoint
CREATE TABLE "gateway_submission_notes" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"submission_id" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"answer_status" integer,
	"said" text NOT NULL,
	"times" integer DEFAULT 1 NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "gateway_submission_notes_kind_word" CHECK ("kind" = any('{"handed_in","task","row","chain","person"}'::text[])),
	CONSTRAINT "gateway_submission_notes_times_positive" CHECK ("times" > 0)
);
--> statement-breakpoint
CREATE TABLE "gateway_submissions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"gateway_id" text collate "C" NOT NULL,
	"payout_id" text collate "C" NOT NULL,
	"transfer_id" text collate "C" NOT NULL,
	"attempt" integer NOT NULL,
	"external_id" text NOT NULL,
	"status" text NOT NULL,
	"chain" text NOT NULL,
	"crypto" text NOT NULL,
	"wallet" text collate "C" NOT NULL,
	"token" text collate "C" NOT NULL,
	"recipient" text collate "C" NOT NULL,
	"amount" numeric(78, 0) NOT NULL,
	"task_id" text,
	"named_hash" text collate "C",
	"submit_block" bigint NOT NULL,
	"read_to" bigint,
	"looks" integer DEFAULT 0 NOT NULL,
	"next_look_at" timestamp (3) with time zone NOT NULL,
	"unknown_since" timestamp (3) with time zone,
	"decidable_at" timestamp (3) with time zone,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "gateway_submissions_status_word" CHECK ("status" = any('{"submitting","accepted","unknown","seen","paid","refused","failed","unsent"}'::text[])),
	CONSTRAINT "gateway_submissions_wallet_lower_case" CHECK ("wallet" = lower("wallet")),
	CONSTRAINT "gateway_submissions_token_lower_case" CHECK ("token" = lower("token")),
	CONSTRAINT "gateway_submissions_recipient_lower_case" CHECK ("recipient" = lower("recipient")),
	CONSTRAINT "gateway_submissions_named_hash_lower_case" CHECK ("named_hash" = lower("named_hash")),
	CONSTRAINT "gateway_submissions_amount_positive" CHECK ("amount" > 0),
	CONSTRAINT "gateway_submissions_attempt_positive" CHECK ("attempt" > 0),
	CONSTRAINT "gateway_submissions_submit_block_not_negative" CHECK ("submit_block" >= 0),
	CONSTRAINT "gateway_submissions_read_to_not_negative" CHECK ("read_to" >= 0),
	CONSTRAINT "gateway_submissions_looks_not_negative" CHECK ("looks" >= 0),
	CONSTRAINT "gateway_submissions_external_id" CHECK (external_id = payout_id || '-' || attempt)
);
--> statement-breakpoint
CREATE TABLE "gateways" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"url" text NOT NULL,
	"username" text NOT NULL,
	"password" text NOT NULL,
	"api_key" text NOT NULL,
	"source_id" text collate "C" NOT NULL,
	"fault" text,
	"fault_words" text,
	"fault_since" timestamp (3) with time zone,
	"next_try_at" timestamp (3) with time zone NOT NULL,
	"created_by" text collate "C",
	"created_by_key" text collate "C",
	"request_key" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "gateways_kind_word" CHECK ("kind" = any('{"shkeeper"}'::text[])),
	CONSTRAINT "gateways_state_word" CHECK ("state" = any('{"active","disabled"}'::text[])),
	CONSTRAINT "gateways_fault_word" CHECK ("fault" = any('{"unreachable","not_a_gateway","login_refused","login_not_admin","key_refused","crypto_unknown","wallet_unknown","wallet_offline"}'::text[])),
	CONSTRAINT "gateways_fault" CHECK (num_nonnulls(fault, fault_words, fault_since) in (0, 3))
);
--> statement-breakpoint
CREATE TABLE "hot_wallets" (
	"chain" text NOT NULL,
	"address" text collate "C" NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"lost_at" timestamp (3) with time zone,
	CONSTRAINT "hot_wallets_chain_address_merchant_id_pk" PRIMARY KEY("chain","address","merchant_id"),
	CONSTRAINT "hot_wallets_address_lower_case" CHECK ("address" = lower("address"))
);
--> statement-breakpoint
CREATE TABLE "key_limits" (
	"key_id" text collate "C" NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"chain" text NOT NULL,
	"symbol" text NOT NULL,
	"max_payout" numeric(78, 0),
	"max_day" numeric(78, 0),
	CONSTRAINT "key_limits_key_id_chain_symbol_pk" PRIMARY KEY("key_id","chain","symbol"),
	CONSTRAINT "key_limits_max_payout_positive" CHECK ("max_payout" > 0),
	CONSTRAINT "key_limits_max_day_positive" CHECK ("max_day" > 0)
);
--> statement-breakpoint
CREATE TABLE "key_policies" (
	"key_id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"recipients" text[],
	"wallets" text[] DEFAULT '{}' NOT NULL,
	"mail_domains" text[] DEFAULT '{}' NOT NULL,
	"ip_ranges" text[] DEFAULT '{}' NOT NULL,
	"updated_by" text collate "C",
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "key_policies_recipients_words" CHECK ("recipients" <@ '{"wallet","email","anyone"}'::text[])
);
--> statement-breakpoint
CREATE TABLE "key_spends" (
	"number" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "key_spends_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"key_id" text collate "C" NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"chain" text NOT NULL,
	"symbol" text NOT NULL,
	"amount" numeric(78, 0) NOT NULL,
	"payout_id" text collate "C",
	"order_id" text collate "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "key_spends_amount_positive" CHECK ("amount" > 0),
	CONSTRAINT "key_spends_of_one" CHECK (num_nonnulls(payout_id, order_id) = 1)
);
--> statement-breakpoint
CREATE TABLE "assets" (
	"id" text PRIMARY KEY NOT NULL,
	"chain" text,
	"symbol" text NOT NULL,
	"token" text collate "C",
	"decimals" integer NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "assets_kind_word" CHECK ("kind" = any('{"token","currency","points"}'::text[])),
	CONSTRAINT "assets_token_lower_case" CHECK ("token" = lower("token")),
	CONSTRAINT "assets_id" CHECK (id = coalesce(chain || ':', '') || symbol),
	CONSTRAINT "assets_token" CHECK ((kind = 'token') = (token is not null) and (token is null or chain is not null)),
	CONSTRAINT "assets_decimals" CHECK (decimals between 0 and 36)
);
--> statement-breakpoint
CREATE TABLE "balance_mark" (
	"key" text PRIMARY KEY NOT NULL,
	"rolled_to" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "balances" (
	"merchant_id" text collate "C" NOT NULL,
	"chain" text,
	"symbol" text NOT NULL,
	"asset" text GENERATED ALWAYS AS (coalesce(chain || ':', '') || symbol) STORED NOT NULL,
	"account" text NOT NULL,
	"amount" numeric(78, 0) NOT NULL,
	CONSTRAINT "balances_merchant_id_asset_account_pk" PRIMARY KEY("merchant_id","asset","account"),
	CONSTRAINT "balances_account_word" CHECK ("account" = any('{"external","available","committed","own_wallets","gateway_wallets","owed","escrow","own_escrow","paid","fees","suspense","granted","coins","coins_held","redeemed"}'::text[]))
);
--> statement-breakpoint
CREATE TABLE "book_checks" (
	"merchant_id" text collate "C" PRIMARY KEY NOT NULL,
	"checked_at" timestamp (3) with time zone NOT NULL,
	"accounts" integer NOT NULL,
	"faults" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entries" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"posting_id" text collate "C" NOT NULL,
	"chain" text,
	"symbol" text NOT NULL,
	"asset" text GENERATED ALWAYS AS (coalesce(chain || ':', '') || symbol) STORED NOT NULL,
	"credit" text NOT NULL,
	"debit" text NOT NULL,
	"amount" numeric(78, 0) NOT NULL,
	"written_in" bigint DEFAULT (pg_current_xact_id()::text)::bigint NOT NULL,
	CONSTRAINT "entries_credit_word" CHECK ("credit" = any('{"external","available","committed","own_wallets","gateway_wallets","owed","escrow","own_escrow","paid","fees","suspense","granted","coins","coins_held","redeemed"}'::text[])),
	CONSTRAINT "entries_debit_word" CHECK ("debit" = any('{"external","available","committed","own_wallets","gateway_wallets","owed","escrow","own_escrow","paid","fees","suspense","granted","coins","coins_held","redeemed"}'::text[])),
	CONSTRAINT "entries_amount_positive" CHECK ("amount" > 0),
	CONSTRAINT "entries_two_sides" CHECK (credit <> debit)
);
--> statement-breakpoint
CREATE TABLE "postings" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text collate "C" NOT NULL,
	"round" integer DEFAULT 1 NOT NULL,
	"chain" text,
	"symbol" text NOT NULL,
	"asset" text GENERATED ALWAYS AS (coalesce(chain || ':', '') || symbol) STORED NOT NULL,
	"block_number" bigint,
	"block_hash" text collate "C",
	"hash" text collate "C",
	"log_index" integer,
	"reverses" text collate "C",
	"payout_id" text collate "C" GENERATED ALWAYS AS (case when subject_kind = 'payout' then subject_id end) STORED,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "postings_kind_word" CHECK ("kind" = any('{"deposit","outflow","reserve","settle","unreserve","clear","escrow","unescrow","reward","admit","redeem","unredeem","reversal"}'::text[])),
	CONSTRAINT "postings_subject_kind_word" CHECK ("subject_kind" = any('{"payout","order","reward","redemption","vault","own_wallets"}'::text[])),
	CONSTRAINT "postings_chain_key" CHECK ("chain" ~ '^[a-z][a-z0-9]{1,15}$'),
	CONSTRAINT "postings_block_hash_lower_case" CHECK ("block_hash" = lower("block_hash")),
	CONSTRAINT "postings_hash_lower_case" CHECK ("hash" = lower("hash")),
	CONSTRAINT "postings_block_number_not_negative" CHECK ("block_number" >= 0),
	CONSTRAINT "postings_log_index_not_negative" CHECK ("log_index" >= 0),
	CONSTRAINT "postings_round_positive" CHECK ("round" > 0),
	CONSTRAINT "postings_log" CHECK (num_nulls(block_number, block_hash, hash, log_index) in (0, 4)),
	CONSTRAINT "postings_log_chain" CHECK (hash is null or chain is not null),
	CONSTRAINT "postings_reversal" CHECK ((kind = 'reversal') = (reverses is not null))
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"payout_id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"language" text,
	"notify" boolean NOT NULL,
	"invited_at" timestamp (3) with time zone,
	"reminders" integer DEFAULT 0 NOT NULL,
	"next_reminder_at" timestamp (3) with time zone,
	"asked_for" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "invitations_language_word" CHECK ("language" = any('{"en","es","pt-BR","fr","ar","fa","tr","ru","hi","id","vi","zh-Hans"}'::text[])),
	CONSTRAINT "invitations_reminders_not_negative" CHECK ("reminders" >= 0)
);
--> statement-breakpoint
CREATE TABLE "mail_opt_outs" (
	"merchant_id" text collate "C" NOT NULL,
	"email" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "mail_opt_outs_merchant_id_email_pk" PRIMARY KEY("merchant_id","email")
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C",
	"payout_id" text collate "C",
	"kind" text,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"html" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"lease_owner" text,
	"worthless_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"failed_at" timestamp (3) with time zone,
	"error" text,
	"state" text DEFAULT 'queued' NOT NULL,
	"state_at" timestamp (3) with time zone,
	"smtp_code" integer,
	"retryable" boolean,
	"told_state" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "mails_kind_word" CHECK ("kind" = any('{"invitation","reminder","code","link","undone"}'::text[])),
	CONSTRAINT "mails_state_word" CHECK ("state" = any('{"queued","delayed","sent","refused","failed","late","bounced","complained","unsubscribed"}'::text[])),
	CONSTRAINT "mails_told_state_word" CHECK ("told_state" = any('{"queued","delayed","sent","refused","failed","late","bounced","complained","unsubscribed"}'::text[])),
	CONSTRAINT "mails_smtp_code_not_negative" CHECK ("smtp_code" >= 0),
	CONSTRAINT "mails_kind_of_payout" CHECK ((payout_id is null) = (kind is null))
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_by" text collate "C",
	"request_key" text,
	"requests_per_minute" integer,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "api_keys_scopes_words" CHECK ("scopes" <@ '{"payouts:read","payouts:write","payouts:pay","webhooks:read","webhooks:write","gateways:read","gateways:write","exports:read"}'::text[])
);
--> statement-breakpoint
CREATE TABLE "businesses" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"self_registered" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "logos" (
	"merchant_id" text collate "C" PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"type" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "logos_type_word" CHECK ("type" = any('{"image/png","image/jpeg","image/webp"}'::text[])),
	CONSTRAINT "logos_size" CHECK (octet_length(bytes) <= 262144)
);
--> statement-breakpoint
CREATE TABLE "merchant_assets" (
	"merchant_id" text collate "C" NOT NULL,
	"chain" text NOT NULL,
	"symbol" text NOT NULL,
	"fee" numeric(78, 0) NOT NULL,
	"minimum" numeric(78, 0) NOT NULL,
	"maximum" numeric(78, 0) NOT NULL,
	"fee_kind" text DEFAULT 'flat' NOT NULL,
	"fee_margin" integer,
	"fee_ceiling" numeric(78, 0),
	CONSTRAINT "merchant_assets_merchant_id_chain_symbol_pk" PRIMARY KEY("merchant_id","chain","symbol"),
	CONSTRAINT "merchant_assets_fee_kind_word" CHECK ("fee_kind" = any('{"flat","computed"}'::text[])),
	CONSTRAINT "merchant_assets_fee_not_negative" CHECK ("fee" >= 0),
	CONSTRAINT "merchant_assets_minimum_not_negative" CHECK ("minimum" >= 0),
	CONSTRAINT "merchant_assets_maximum_not_negative" CHECK ("maximum" >= 0),
	CONSTRAINT "merchant_assets_fee_margin_not_negative" CHECK ("fee_margin" >= 0),
	CONSTRAINT "merchant_assets_fee_ceiling_not_negative" CHECK ("fee_ceiling" >= 0),
	CONSTRAINT "merchant_assets_bounds" CHECK (minimum <= maximum),
	CONSTRAINT "merchant_assets_computed" CHECK (num_nonnulls(fee_margin, fee_ceiling) = case fee_kind when 'computed' then 2 else 0 end),
	CONSTRAINT "merchant_assets_ceiling" CHECK (fee <= fee_ceiling)
);
--> statement-breakpoint
CREATE TABLE "merchants" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"business_id" text collate "C",
	"name" text NOT NULL,
	"logo_url" text,
	"logo_hash" text,
	"accent_color" text,
	"support_url" text,
	"embed_origins" text[] DEFAULT '{}' NOT NULL,
	"alert_email" text,
	"language" text,
	"test_mode" boolean DEFAULT false NOT NULL,
	"reference" text,
	"request_key" text,
	"closing_since" timestamp (3) with time zone,
	"closing_cancels" boolean DEFAULT false NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "merchants_closed" CHECK (closed_at is null or closing_since is not null),
	CONSTRAINT "merchants_closing_cancels" CHECK (not closing_cancels or closing_since is not null),
	CONSTRAINT "merchants_language_word" CHECK ("language" = any('{"en","es","pt-BR","fr","ar","fa","tr","ru","hi","id","vi","zh-Hans"}'::text[]))
);
--> statement-breakpoint
CREATE TABLE "named_signers" (
	"merchant_id" text collate "C" NOT NULL,
	"vault_id" text collate "C" NOT NULL,
	"signer" text collate "C" NOT NULL,
	"token" text collate "C" NOT NULL,
	CONSTRAINT "named_signers_merchant_id_vault_id_signer_token_pk" PRIMARY KEY("merchant_id","vault_id","signer","token"),
	CONSTRAINT "named_signers_signer_lower_case" CHECK ("signer" = lower("signer")),
	CONSTRAINT "named_signers_token_lower_case" CHECK ("token" = lower("token"))
);
--> statement-breakpoint
CREATE TABLE "remote_signers" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"vault_id" text collate "C" NOT NULL,
	"url" text NOT NULL,
	"address" text collate "C" NOT NULL,
	"secret" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"refused_code" text,
	"refused_at" timestamp (3) with time zone,
	"silent_since" timestamp (3) with time zone,
	"silent_code" text,
	CONSTRAINT "remote_signers_address_lower_case" CHECK ("address" = lower("address")),
	CONSTRAINT "remote_signers_refused" CHECK (num_nonnulls(refused_code, refused_at) in (0, 2)),
	CONSTRAINT "remote_signers_silent" CHECK (num_nonnulls(silent_since, silent_code) in (0, 2))
);
--> statement-breakpoint
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
	CONSTRAINT "vault_checks_obstacle_word" CHECK ("obstacle" = any('{"token_paused","vault_blocked","token_fee","signer_terms","funds","allowance","signer_limit","recipient_blocked","token_refuses","signer_declined","signer_unreachable","gateway_funds","gateway_coins","gateway_unreachable","gateway_refused","screening","other"}'::text[])),
	CONSTRAINT "vault_checks_told_of_word" CHECK ("told_of" = any('{"token_paused","vault_blocked","token_fee","signer_terms","funds","allowance","signer_limit","recipient_blocked","token_refuses","signer_declined","signer_unreachable","gateway_funds","gateway_coins","gateway_unreachable","gateway_refused","screening","other"}'::text[])),
	CONSTRAINT "vault_checks_missing_not_negative" CHECK ("missing" >= 0),
	CONSTRAINT "vault_checks_payable_not_negative" CHECK ("payable" >= 0)
);
--> statement-breakpoint
CREATE TABLE "vaults" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"chain" text NOT NULL,
	"address" text collate "C" NOT NULL,
	"placed" boolean DEFAULT false NOT NULL,
	"signer_address" text collate "C" NOT NULL,
	"signer_key" text,
	"remote_signer_id" text collate "C",
	"fee_collector" text collate "C" NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "vaults_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"namespace" numeric(78, 0) NOT NULL,
	"opened_block" bigint,
	"signers_read_to" bigint,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "vaults_address_lower_case" CHECK ("address" = lower("address")),
	CONSTRAINT "vaults_signer_address_lower_case" CHECK ("signer_address" = lower("signer_address")),
	CONSTRAINT "vaults_fee_collector_lower_case" CHECK ("fee_collector" = lower("fee_collector")),
	CONSTRAINT "vaults_namespace_not_negative" CHECK ("namespace" >= 0),
	CONSTRAINT "vaults_opened_block_not_negative" CHECK ("opened_block" >= 0),
	CONSTRAINT "vaults_signers_read_to_not_negative" CHECK ("signers_read_to" >= 0),
	CONSTRAINT "vaults_one_signer" CHECK (num_nonnulls(signer_key, remote_signer_id) = 1)
);
--> statement-breakpoint
CREATE TABLE "chain_nodes" (
	"chain" text NOT NULL,
	"mark" text NOT NULL,
	"host" text NOT NULL,
	"place" integer NOT NULL,
	"looked_at" timestamp (3) with time zone NOT NULL,
	"head_number" bigint,
	"head_time" timestamp (3) with time zone,
	"final_number" bigint,
	"log_blocks" bigint,
	"lacks" text[] NOT NULL,
	"last_fault" text,
	"last_fault_at" timestamp (3) with time zone,
	CONSTRAINT "chain_nodes_chain_mark_pk" PRIMARY KEY("chain","mark"),
	CONSTRAINT "chain_nodes_head_number_not_negative" CHECK ("head_number" >= 0),
	CONSTRAINT "chain_nodes_final_number_not_negative" CHECK ("final_number" >= 0),
	CONSTRAINT "chain_nodes_log_blocks_not_negative" CHECK ("log_blocks" >= 0)
);
--> statement-breakpoint
CREATE TABLE "node_disputes" (
	"chain" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"marks" text[] NOT NULL,
	"hosts" text[] NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"told_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "node_disputes_chain_kind_subject_pk" PRIMARY KEY("chain","kind","subject"),
	CONSTRAINT "node_disputes_kind_word" CHECK ("kind" = any('{"block","receipt","moves"}'::text[]))
);
--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"merchant_id" text collate "C" PRIMARY KEY NOT NULL,
	"sequence" bigint NOT NULL,
	"hash" text NOT NULL
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
	"origin_address" text,
	"user_agent" text,
	"before" jsonb,
	"after" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"written_in" bigint DEFAULT (pg_current_xact_id()::text)::bigint NOT NULL,
	CONSTRAINT "audit_lines_actor_kind_word" CHECK ("actor_kind" = any('{"api_key","user","claimant","system","operator","operator_key"}'::text[])),
	CONSTRAINT "audit_lines_detail_coded" CHECK (("detail" -> 'because' is null or coalesce("detail" -> 'because' ->> 'code', '') = any('{"claim_reverted","claim_skipped","payment_reverted","moved_something_else","paid_something_else","replaced_in_wallet","replaced_by_transfer","unknown_to_network","reorganised","not_as_agreed","no_claim_reported","no_payment_there","recipient_not_signed_for","other_amount","booked_elsewhere","not_sent_in_time","not_signed","declined","never_asked","reported_late","another_hash_named","safe_number_used","written_off","too_old","unknown_sender","unconfirmed_sender","contested","gateway_unclear","gateway_paid_otherwise","gateway_failed","gateway_refused","said_unsent","fits_many","was_not_open","another_awaits_approval","wallet_unproved","another_on_its_way","not_the_amount","of_doubted_transfer","claim_id_unknown","order_unknown","no_payout_explains","paid_alike_before","member_says_so","outcome_unknown","settlement_alone","nothing_booked","booked_otherwise","without_a_place","transfer_not_there","deposit_otherwise","deposit_not_there","outflow_otherwise","outflow_not_there","vault_holds_less","vault_holds_more","gateway_says_paid","gateway_says_paid_by","gateway_says_failed","gateway_names_another","gateway_has_no_record","gateway_not_read","proposal_unnumbered","proposal_open","nonce_unknown","nonce_open","merchant_closed","paid_for_good","money_moved_otherwise","claim_sent","claim_seen","payment_sent","payment_seen","handed_to_gateway","under_way_again","offered_again","approved","not_approved","merchant_asked","merchant_asked_and_lapsed","not_paid_in_time","burnt_by_vault","paid_otherwise","taken_for_paid","screening_overruled"}'::text[])) and ("detail" -> 'unproven' is null or coalesce("detail" -> 'unproven' ->> 'code', '') = any('{"claim_reverted","claim_skipped","payment_reverted","moved_something_else","paid_something_else","replaced_in_wallet","replaced_by_transfer","unknown_to_network","reorganised","not_as_agreed","no_claim_reported","no_payment_there","recipient_not_signed_for","other_amount","booked_elsewhere","not_sent_in_time","not_signed","declined","never_asked","reported_late","another_hash_named","safe_number_used","written_off","too_old","unknown_sender","unconfirmed_sender","contested","gateway_unclear","gateway_paid_otherwise","gateway_failed","gateway_refused","said_unsent","fits_many","was_not_open","another_awaits_approval","wallet_unproved","another_on_its_way","not_the_amount","of_doubted_transfer","claim_id_unknown","order_unknown","no_payout_explains","paid_alike_before","member_says_so","outcome_unknown","settlement_alone","nothing_booked","booked_otherwise","without_a_place","transfer_not_there","deposit_otherwise","deposit_not_there","outflow_otherwise","outflow_not_there","vault_holds_less","vault_holds_more","gateway_says_paid","gateway_says_paid_by","gateway_says_failed","gateway_names_another","gateway_has_no_record","gateway_not_read","proposal_unnumbered","proposal_open","nonce_unknown","nonce_open","merchant_closed","paid_for_good","money_moved_otherwise","claim_sent","claim_seen","payment_sent","payment_seen","handed_to_gateway","under_way_again","offered_again","approved","not_approved","merchant_asked","merchant_asked_and_lapsed","not_paid_in_time","burnt_by_vault","paid_otherwise","taken_for_paid","screening_overruled"}'::text[])))
);
--> statement-breakpoint
CREATE TABLE "audit_mark" (
	"key" text PRIMARY KEY NOT NULL,
	"written_in" bigint NOT NULL,
	"line_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_seals" (
	"line_id" bigint PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"sequence" bigint NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	"sealed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chain_blocks" (
	"chain" text NOT NULL,
	"number" bigint NOT NULL,
	"hash" text collate "C" NOT NULL,
	"time" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "chain_blocks_chain_number_pk" PRIMARY KEY("chain","number"),
	CONSTRAINT "chain_blocks_hash_lower_case" CHECK ("hash" = lower("hash")),
	CONSTRAINT "chain_blocks_number_not_negative" CHECK ("number" >= 0)
);
--> statement-breakpoint
CREATE TABLE "chain_cursors" (
	"chain" text PRIMARY KEY NOT NULL,
	"number" bigint NOT NULL,
	"final_number" bigint NOT NULL,
	"final_time" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "chain_cursors_number_not_negative" CHECK ("number" >= 0),
	CONSTRAINT "chain_cursors_final_number_not_negative" CHECK ("final_number" >= 0)
);
--> statement-breakpoint
CREATE TABLE "chain_troubles" (
	"chain" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
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
CREATE TABLE "installation" (
	"key" text PRIMARY KEY NOT NULL,
	"self_registration" boolean DEFAULT false NOT NULL,
	"backup_at" timestamp (3) with time zone,
	"backup_by" text collate "C",
	"fee_collector" text collate "C",
	"mail_code_hash" text,
	"mail_arrived_at" timestamp (3) with time zone,
	"demo_since" timestamp (3) with time zone,
	CONSTRAINT "installation_one" CHECK (key = 'installation'),
	CONSTRAINT "installation_fee_collector_lower_case" CHECK ("fee_collector" = lower("fee_collector")),
	CONSTRAINT "installation_backup" CHECK (num_nonnulls(backup_at, backup_by) in (0, 2))
);
--> statement-breakpoint
CREATE TABLE "operator_head" (
	"key" text PRIMARY KEY NOT NULL,
	"sequence" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "operator_head_one" CHECK (key = 'operator_lines')
);
--> statement-breakpoint
CREATE TABLE "operator_keys" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_by" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "operator_keys_scopes_words" CHECK ("scopes" <@ '{"installation:read","merchants:read","merchants:write","fees:read","stops:write","tokens:write","chains:write"}'::text[])
);
--> statement-breakpoint
CREATE TABLE "operator_lines" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"action" text NOT NULL,
	"subject_id" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"origin_address" text,
	"user_agent" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"written_in" bigint DEFAULT (pg_current_xact_id()::text)::bigint NOT NULL,
	CONSTRAINT "operator_lines_actor_kind_word" CHECK ("actor_kind" = any('{"operator","operator_key","system"}'::text[])),
	CONSTRAINT "operator_lines_detail_coded" CHECK (("detail" -> 'because' is null or coalesce("detail" -> 'because' ->> 'code', '') = any('{"claim_reverted","claim_skipped","payment_reverted","moved_something_else","paid_something_else","replaced_in_wallet","replaced_by_transfer","unknown_to_network","reorganised","not_as_agreed","no_claim_reported","no_payment_there","recipient_not_signed_for","other_amount","booked_elsewhere","not_sent_in_time","not_signed","declined","never_asked","reported_late","another_hash_named","safe_number_used","written_off","too_old","unknown_sender","unconfirmed_sender","contested","gateway_unclear","gateway_paid_otherwise","gateway_failed","gateway_refused","said_unsent","fits_many","was_not_open","another_awaits_approval","wallet_unproved","another_on_its_way","not_the_amount","of_doubted_transfer","claim_id_unknown","order_unknown","no_payout_explains","paid_alike_before","member_says_so","outcome_unknown","settlement_alone","nothing_booked","booked_otherwise","without_a_place","transfer_not_there","deposit_otherwise","deposit_not_there","outflow_otherwise","outflow_not_there","vault_holds_less","vault_holds_more","gateway_says_paid","gateway_says_paid_by","gateway_says_failed","gateway_names_another","gateway_has_no_record","gateway_not_read","proposal_unnumbered","proposal_open","nonce_unknown","nonce_open","merchant_closed","paid_for_good","money_moved_otherwise","claim_sent","claim_seen","payment_sent","payment_seen","handed_to_gateway","under_way_again","offered_again","approved","not_approved","merchant_asked","merchant_asked_and_lapsed","not_paid_in_time","burnt_by_vault","paid_otherwise","taken_for_paid","screening_overruled"}'::text[])) and ("detail" -> 'unproven' is null or coalesce("detail" -> 'unproven' ->> 'code', '') = any('{"claim_reverted","claim_skipped","payment_reverted","moved_something_else","paid_something_else","replaced_in_wallet","replaced_by_transfer","unknown_to_network","reorganised","not_as_agreed","no_claim_reported","no_payment_there","recipient_not_signed_for","other_amount","booked_elsewhere","not_sent_in_time","not_signed","declined","never_asked","reported_late","another_hash_named","safe_number_used","written_off","too_old","unknown_sender","unconfirmed_sender","contested","gateway_unclear","gateway_paid_otherwise","gateway_failed","gateway_refused","said_unsent","fits_many","was_not_open","another_awaits_approval","wallet_unproved","another_on_its_way","not_the_amount","of_doubted_transfer","claim_id_unknown","order_unknown","no_payout_explains","paid_alike_before","member_says_so","outcome_unknown","settlement_alone","nothing_booked","booked_otherwise","without_a_place","transfer_not_there","deposit_otherwise","deposit_not_there","outflow_otherwise","outflow_not_there","vault_holds_less","vault_holds_more","gateway_says_paid","gateway_says_paid_by","gateway_says_failed","gateway_names_another","gateway_has_no_record","gateway_not_read","proposal_unnumbered","proposal_open","nonce_unknown","nonce_open","merchant_closed","paid_for_good","money_moved_otherwise","claim_sent","claim_seen","payment_sent","payment_seen","handed_to_gateway","under_way_again","offered_again","approved","not_approved","merchant_asked","merchant_asked_and_lapsed","not_paid_in_time","burnt_by_vault","paid_otherwise","taken_for_paid","screening_overruled"}'::text[])))
);
--> statement-breakpoint
CREATE TABLE "operator_links" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"role" text NOT NULL,
	"invited_by" text collate "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"used_by" text collate "C",
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "operator_links_role_word" CHECK ("role" = any('{"admin","support"}'::text[])),
	CONSTRAINT "operator_links_used" CHECK (num_nonnulls(used_at, used_by) in (0, 2))
);
--> statement-breakpoint
CREATE TABLE "operator_seals" (
	"line_id" bigint PRIMARY KEY NOT NULL,
	"sequence" bigint NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	"sealed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "operators" (
	"user_id" text collate "C" PRIMARY KEY NOT NULL,
	"role" text NOT NULL,
	"invited_by" text collate "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "operators_role_word" CHECK ("role" = any('{"admin","support"}'::text[]))
);
--> statement-breakpoint
CREATE TABLE "order_links" (
	"order_id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"token_hash" text NOT NULL,
	"sealed_link" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "order_links_by_token" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "order_settings" (
	"merchant_id" text collate "C" PRIMARY KEY NOT NULL,
	"grace_days" integer NOT NULL,
	"dispute_days" integer NOT NULL,
	"categories" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "order_settings_grace_days_not_negative" CHECK ("grace_days" >= 0),
	CONSTRAINT "order_settings_dispute_days_positive" CHECK ("dispute_days" > 0),
	CONSTRAINT "order_settings_categories_object" CHECK (jsonb_typeof(categories) = 'object')
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"status" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"reference" text NOT NULL,
	"category" text,
	"rail" text NOT NULL,
	"chain" text NOT NULL,
	"symbol" text NOT NULL,
	"token" text collate "C" NOT NULL,
	"decimals" integer NOT NULL,
	"amount" numeric(78, 0) NOT NULL,
	"funded" numeric(78, 0) DEFAULT 0 NOT NULL,
	"held" numeric(78, 0) DEFAULT 0 NOT NULL,
	"releasing" numeric(78, 0) DEFAULT 0 NOT NULL,
	"refunding" numeric(78, 0) DEFAULT 0 NOT NULL,
	"released" numeric(78, 0) DEFAULT 0 NOT NULL,
	"refunded" numeric(78, 0) DEFAULT 0 NOT NULL,
	"fees" numeric(78, 0) DEFAULT 0 NOT NULL,
	"parts" integer DEFAULT 0 NOT NULL,
	"buyer_id" text NOT NULL,
	"buyer_contact" text,
	"buyer_language" text,
	"seller_id" text NOT NULL,
	"seller_address" text collate "C",
	"seller_email" text,
	"seller_contact" text,
	"seller_language" text,
	"pending_seller_address" text collate "C",
	"pending_address_until" timestamp (3) with time zone,
	"pay_in_reference" text,
	"pay_in_hash" text collate "C",
	"pay_in_fault" text,
	"pay_in_checked_at" timestamp (3) with time zone,
	"funded_at" timestamp (3) with time zone,
	"grace_seconds" integer NOT NULL,
	"delivered_at" timestamp (3) with time zone,
	"delivered_by" text,
	"auto_release_at" timestamp (3) with time zone,
	"frozen_since" timestamp (3) with time zone,
	"frozen_for" text[] DEFAULT '{}' NOT NULL,
	"remaining_ms" bigint,
	"extended_until" timestamp (3) with time zone,
	"announced_days" integer,
	"told_status" text,
	"on_hold_since" timestamp (3) with time zone,
	"on_hold_words" text,
	"disputed_at" timestamp (3) with time zone,
	"disputed_words" text,
	"dispute_deadline_at" timestamp (3) with time zone,
	"dispute_alarmed_at" timestamp (3) with time zone,
	"resolved_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone,
	"created_by" text collate "C",
	"created_by_key" text collate "C",
	"request_key" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "orders_status_word" CHECK ("status" = any('{"awaiting_funds","funded","delivered","releasing","partially_released","released","on_hold","disputed","refunding","refunded","cancelled"}'::text[])),
	CONSTRAINT "orders_rail_word" CHECK ("rail" = any('{"contract","wallet","shkeeper"}'::text[])),
	CONSTRAINT "orders_buyer_language_word" CHECK ("buyer_language" = any('{"en","es","pt-BR","fr","ar","fa","tr","ru","hi","id","vi","zh-Hans"}'::text[])),
	CONSTRAINT "orders_seller_language_word" CHECK ("seller_language" = any('{"en","es","pt-BR","fr","ar","fa","tr","ru","hi","id","vi","zh-Hans"}'::text[])),
	CONSTRAINT "orders_pay_in_fault_word" CHECK ("pay_in_fault" = any('{"reverted","other_token","not_to_us","other_amount","too_old"}'::text[])),
	CONSTRAINT "orders_told_status_word" CHECK ("told_status" = any('{"awaiting_funds","funded","delivered","releasing","partially_released","released","on_hold","disputed","refunding","refunded","cancelled"}'::text[])),
	CONSTRAINT "orders_frozen_for_words" CHECK ("frozen_for" <@ '{"on_hold","disputed","no_address","no_cover","address_change","not_sent"}'::text[]),
	CONSTRAINT "orders_token_lower_case" CHECK ("token" = lower("token")),
	CONSTRAINT "orders_seller_address_lower_case" CHECK ("seller_address" = lower("seller_address")),
	CONSTRAINT "orders_pending_seller_address_lower_case" CHECK ("pending_seller_address" = lower("pending_seller_address")),
	CONSTRAINT "orders_pay_in_hash_lower_case" CHECK ("pay_in_hash" = lower("pay_in_hash")),
	CONSTRAINT "orders_funded_not_negative" CHECK ("funded" >= 0),
	CONSTRAINT "orders_held_not_negative" CHECK ("held" >= 0),
	CONSTRAINT "orders_releasing_not_negative" CHECK ("releasing" >= 0),
	CONSTRAINT "orders_refunding_not_negative" CHECK ("refunding" >= 0),
	CONSTRAINT "orders_released_not_negative" CHECK ("released" >= 0),
	CONSTRAINT "orders_refunded_not_negative" CHECK ("refunded" >= 0),
	CONSTRAINT "orders_fees_not_negative" CHECK ("fees" >= 0),
	CONSTRAINT "orders_parts_not_negative" CHECK ("parts" >= 0),
	CONSTRAINT "orders_decimals_not_negative" CHECK ("decimals" >= 0),
	CONSTRAINT "orders_grace_seconds_not_negative" CHECK ("grace_seconds" >= 0),
	CONSTRAINT "orders_remaining_ms_not_negative" CHECK ("remaining_ms" >= 0),
	CONSTRAINT "orders_announced_days_not_negative" CHECK ("announced_days" >= 0),
	CONSTRAINT "orders_amount_positive" CHECK ("amount" > 0),
	CONSTRAINT "orders_version_positive" CHECK ("version" > 0),
	CONSTRAINT "orders_money" CHECK (funded = held + releasing + released + refunded + fees),
	CONSTRAINT "orders_refunding" CHECK (refunding <= releasing),
	CONSTRAINT "orders_funded_whole" CHECK (funded = 0 or funded >= amount),
	CONSTRAINT "orders_funded_at" CHECK ((funded > 0) = (funded_at is not null)),
	CONSTRAINT "orders_seller" CHECK (seller_address is not null or seller_email is not null),
	CONSTRAINT "orders_frozen" CHECK ((frozen_since is null) = (frozen_for = '{}')),
	CONSTRAINT "orders_remaining" CHECK (frozen_since is null or auto_release_at is null),
	CONSTRAINT "orders_pending_address" CHECK ((pending_seller_address is null) = (pending_address_until is null)),
	CONSTRAINT "orders_disputed" CHECK ((disputed_at is null) = (dispute_deadline_at is null)),
	CONSTRAINT "orders_dispute_alarmed" CHECK (disputed_at is not null or dispute_alarmed_at is null)
);
--> statement-breakpoint
CREATE TABLE "burnt_claim_ids" (
	"merchant_id" text collate "C" NOT NULL,
	"vault_id" text collate "C" NOT NULL,
	"word" numeric(78, 0) NOT NULL,
	"mask" numeric(78, 0) NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "burnt_claim_ids_vault_id_word_mask_pk" PRIMARY KEY("vault_id","word","mask"),
	CONSTRAINT "burnt_claim_ids_word_not_negative" CHECK ("word" >= 0),
	CONSTRAINT "burnt_claim_ids_mask_not_negative" CHECK ("mask" >= 0)
);
--> statement-breakpoint
CREATE TABLE "claim_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"payout_id" text collate "C" NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"earlier_until" timestamp (3) with time zone,
	"sealed_link" text,
	"opened_at" timestamp (3) with time zone,
	"disputed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "payout_fees" (
	"payout_id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"gas" numeric(78, 0) NOT NULL,
	"gas_price" numeric(78, 0) NOT NULL,
	"max_gas_price" numeric(78, 0) NOT NULL,
	"least" numeric(78, 0) NOT NULL,
	"margin" integer NOT NULL,
	"ceiling" numeric(78, 0) NOT NULL,
	"evidence" jsonb NOT NULL,
	CONSTRAINT "payout_fees_gas_positive" CHECK ("gas" > 0),
	CONSTRAINT "payout_fees_gas_price_not_negative" CHECK ("gas_price" >= 0),
	CONSTRAINT "payout_fees_max_gas_price_not_negative" CHECK ("max_gas_price" >= 0),
	CONSTRAINT "payout_fees_least_not_negative" CHECK ("least" >= 0),
	CONSTRAINT "payout_fees_margin_not_negative" CHECK ("margin" >= 0),
	CONSTRAINT "payout_fees_ceiling_not_negative" CHECK ("ceiling" >= 0),
	CONSTRAINT "payout_fees_ceiling" CHECK (least <= ceiling)
);
--> statement-breakpoint
CREATE TABLE "payouts" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"vault_id" text collate "C",
	"status" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"rail" text NOT NULL,
	"delivery" text DEFAULT 'claim' NOT NULL,
	"chain" text NOT NULL,
	"symbol" text NOT NULL,
	"token" text collate "C" NOT NULL,
	"decimals" integer NOT NULL,
	"gross" numeric(78, 0) NOT NULL,
	"fee" numeric(78, 0) NOT NULL,
	"net" numeric(78, 0) NOT NULL,
	"fee_payer" text NOT NULL,
	"fee_collector" text collate "C",
	"recipient_type" text NOT NULL,
	"recipient_address" text collate "C",
	"recipient_email" text,
	"recipient_proof" text DEFAULT 'none' NOT NULL,
	"recipient_key" text collate "C",
	"key_voucher" text,
	"reference" text NOT NULL,
	"description" text,
	"return_url" text,
	"cancel_url" text,
	"metadata" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"claim_id" numeric(78, 0),
	"created_by" text collate "C",
	"created_by_key" text collate "C",
	"order_id" text collate "C",
	"order_side" text,
	"display_currency" text,
	"display_decimals" integer,
	"display_amount" numeric(78, 0),
	"display_rate" text,
	"quote_id" text collate "C",
	"quoted_until" timestamp (3) with time zone,
	"payable_in" text[],
	"redemption_id" text collate "C",
	"approvals_needed" integer DEFAULT 0 NOT NULL,
	"request_key" text,
	"failure_code" text,
	"failure_facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"signed_until" timestamp (3) with time zone,
	"cancel_requested_at" timestamp (3) with time zone,
	"obstacle" text,
	"obstacle_since" timestamp (3) with time zone,
	"obstacle_held" numeric(78, 0),
	"obstacles_told" text[] DEFAULT '{}' NOT NULL,
	"completed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "payouts_status_word" CHECK ("status" = any('{"awaiting_approval","pending","processing","completed","failed","cancelled","expired"}'::text[])),
	CONSTRAINT "payouts_rail_word" CHECK ("rail" = any('{"contract","wallet","shkeeper"}'::text[])),
	CONSTRAINT "payouts_delivery_word" CHECK ("delivery" = any('{"claim","send"}'::text[])),
	CONSTRAINT "payouts_fee_payer_word" CHECK ("fee_payer" = any('{"recipient","merchant"}'::text[])),
	CONSTRAINT "payouts_recipient_type_word" CHECK ("recipient_type" = any('{"wallet","email","anyone"}'::text[])),
	CONSTRAINT "payouts_recipient_proof_word" CHECK ("recipient_proof" = any('{"none","signature"}'::text[])),
	CONSTRAINT "payouts_obstacle_word" CHECK ("obstacle" = any('{"token_paused","vault_blocked","token_fee","signer_terms","funds","allowance","signer_limit","recipient_blocked","token_refuses","signer_declined","signer_unreachable","gateway_funds","gateway_coins","gateway_unreachable","gateway_refused","screening","other"}'::text[])),
	CONSTRAINT "payouts_order_side_word" CHECK ("order_side" = any('{"release","refund"}'::text[])),
	CONSTRAINT "payouts_failure_code_word" CHECK ("failure_code" = any('{"claim_reverted","claim_skipped","payment_reverted","moved_something_else","paid_something_else","replaced_in_wallet","replaced_by_transfer","unknown_to_network","reorganised","not_as_agreed","no_claim_reported","no_payment_there","recipient_not_signed_for","other_amount","booked_elsewhere","not_sent_in_time","not_signed","declined","never_asked","reported_late","another_hash_named","safe_number_used","written_off","too_old","unknown_sender","unconfirmed_sender","contested","gateway_unclear","gateway_paid_otherwise","gateway_failed","gateway_refused","said_unsent"}'::text[])),
	CONSTRAINT "payouts_failure_facts_flat" CHECK (jsonb_typeof("failure_facts") = 'object' and not jsonb_path_exists("failure_facts", 'strict $.* ? (@.type() == "object" || @.type() == "array" || @.type() == "null")', '{}', true)),
	CONSTRAINT "payouts_obstacles_told_words" CHECK ("obstacles_told" <@ '{"token_paused","vault_blocked","token_fee","signer_terms","funds","allowance","signer_limit","recipient_blocked","token_refuses","signer_declined","signer_unreachable","gateway_funds","gateway_coins","gateway_unreachable","gateway_refused","screening","other"}'::text[]),
	CONSTRAINT "payouts_token_lower_case" CHECK ("token" = lower("token")),
	CONSTRAINT "payouts_fee_collector_lower_case" CHECK ("fee_collector" = lower("fee_collector")),
	CONSTRAINT "payouts_recipient_address_lower_case" CHECK ("recipient_address" = lower("recipient_address")),
	CONSTRAINT "payouts_recipient_key_lower_case" CHECK ("recipient_key" = lower("recipient_key")),
	CONSTRAINT "payouts_fee_not_negative" CHECK ("fee" >= 0),
	CONSTRAINT "payouts_claim_id_not_negative" CHECK ("claim_id" >= 0),
	CONSTRAINT "payouts_decimals_not_negative" CHECK ("decimals" >= 0),
	CONSTRAINT "payouts_approvals_needed_not_negative" CHECK ("approvals_needed" >= 0),
	CONSTRAINT "payouts_obstacle_held_not_negative" CHECK ("obstacle_held" >= 0),
	CONSTRAINT "payouts_display_decimals_not_negative" CHECK ("display_decimals" >= 0),
	CONSTRAINT "payouts_net_positive" CHECK ("net" > 0),
	CONSTRAINT "payouts_version_positive" CHECK ("version" > 0),
	CONSTRAINT "payouts_display_amount_positive" CHECK ("display_amount" > 0),
	CONSTRAINT "payouts_gross" CHECK (gross = net + fee),
	CONSTRAINT "payouts_vault_of_contract" CHECK (rail <> 'contract' or (vault_id is not null and claim_id is not null and fee_collector is not null)),
	CONSTRAINT "payouts_sent_to_wallet" CHECK (delivery <> 'send' or (rail = 'contract' and recipient_type = 'wallet' and recipient_address is not null)),
	CONSTRAINT "payouts_proof_of_wallet" CHECK (recipient_proof = 'none' or (recipient_type = 'wallet' and rail = 'contract' and delivery = 'claim')),
	CONSTRAINT "payouts_key_of_link" CHECK (recipient_key is null or (recipient_type = 'anyone' and rail = 'contract' and delivery = 'claim')),
	CONSTRAINT "payouts_of_order" CHECK ((order_id is null) = (order_side is null)),
	CONSTRAINT "payouts_obstacle_since" CHECK ((obstacle is null) = (obstacle_since is null)),
	CONSTRAINT "payouts_displayed" CHECK (num_nonnulls(display_currency, display_decimals, display_amount, display_rate) in (0, 4)),
	CONSTRAINT "payouts_display_rate" CHECK (display_rate ~ '^[1-9][0-9]*/[1-9][0-9]*$'),
	CONSTRAINT "payouts_quoted" CHECK ((payable_in is null and quoted_until is null) or (display_amount is not null and rail = 'contract' and delivery = 'claim' and recipient_key is null and order_id is null))
);
--> statement-breakpoint
CREATE TABLE "vouchers" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"payout_id" text collate "C" NOT NULL,
	"recipient" text collate "C" NOT NULL,
	"deadline" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "vouchers_recipient_lower_case" CHECK ("recipient" = lower("recipient"))
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"chain" text,
	"user_id" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	CONSTRAINT "identities_kind_value_pk" PRIMARY KEY("kind","value"),
	CONSTRAINT "identities_kind_word" CHECK ("kind" = any('{"wallet","email"}'::text[])),
	CONSTRAINT "identities_value_lower_case" CHECK ("value" = lower("value"))
);
--> statement-breakpoint
CREATE TABLE "passkeys" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"credential_id" text NOT NULL,
	"public_key" "bytea" NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text[] NOT NULL,
	"synced" boolean NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	CONSTRAINT "passkeys_counter_not_negative" CHECK ("counter" >= 0),
	CONSTRAINT "passkeys_transports_words" CHECK ("transports" <@ '{"ble","cable","hybrid","internal","nfc","smart-card","usb"}'::text[]),
	CONSTRAINT "passkeys_credential" CHECK (credential_id ~ '^[A-Za-z0-9_-]+$' and length(credential_id) between 16 and 1400)
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claim_codes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"payout_id" text collate "C" NOT NULL,
	"email" text NOT NULL,
	"browser" text NOT NULL,
	"network" text,
	"from_mail" boolean NOT NULL,
	"hash" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "claim_codes_tries_not_negative" CHECK ("tries" >= 0)
);
--> statement-breakpoint
CREATE TABLE "claim_proofs" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"payout_id" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"browser" text NOT NULL,
	"email" text,
	"address" text collate "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "claim_proofs_kind_word" CHECK ("kind" = any('{"email","signature"}'::text[])),
	CONSTRAINT "claim_proofs_address_lower_case" CHECK ("address" = lower("address"))
);
--> statement-breakpoint
CREATE TABLE "quotes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"given" text NOT NULL,
	"display_currency" text NOT NULL,
	"display_decimals" integer NOT NULL,
	"display_amount" numeric(78, 0) NOT NULL,
	"rail" text NOT NULL,
	"chain" text NOT NULL,
	"symbol" text NOT NULL,
	"decimals" integer NOT NULL,
	"gross" numeric(78, 0) NOT NULL,
	"fee" numeric(78, 0) NOT NULL,
	"net" numeric(78, 0) NOT NULL,
	"fee_payer" text NOT NULL,
	"rate" text NOT NULL,
	"spread" integer NOT NULL,
	"evidence" jsonb NOT NULL,
	"fee_evidence" jsonb,
	"payout_id" text collate "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	CONSTRAINT "quotes_given_word" CHECK ("given" = any('{"display","asset"}'::text[])),
	CONSTRAINT "quotes_rail_word" CHECK ("rail" = any('{"contract","wallet","shkeeper"}'::text[])),
	CONSTRAINT "quotes_fee_payer_word" CHECK ("fee_payer" = any('{"recipient","merchant"}'::text[])),
	CONSTRAINT "quotes_display_amount_positive" CHECK ("display_amount" > 0),
	CONSTRAINT "quotes_net_positive" CHECK ("net" > 0),
	CONSTRAINT "quotes_fee_not_negative" CHECK ("fee" >= 0),
	CONSTRAINT "quotes_decimals_not_negative" CHECK ("decimals" >= 0),
	CONSTRAINT "quotes_display_decimals_not_negative" CHECK ("display_decimals" >= 0),
	CONSTRAINT "quotes_spread_not_negative" CHECK ("spread" >= 0),
	CONSTRAINT "quotes_gross" CHECK (gross = net + fee),
	CONSTRAINT "quotes_spread" CHECK (spread < 10000),
	CONSTRAINT "quotes_rate" CHECK (rate ~ '^[1-9][0-9]*/[1-9][0-9]*$'),
	CONSTRAINT "quotes_accepted" CHECK (accepted_at is null or payout_id is not null)
);
--> statement-breakpoint
CREATE TABLE "rate_feeds" (
	"feed" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"ask_after" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"trouble" text,
	CONSTRAINT "rate_feeds_feed_word" CHECK ("feed" = any('{"chainlink","kraken","coinbase","bitstamp","binance","ecb"}'::text[])),
	CONSTRAINT "rate_feeds_failures_not_negative" CHECK ("failures" >= 0)
);
--> statement-breakpoint
CREATE TABLE "rate_prices" (
	"currency" text PRIMARY KEY NOT NULL,
	"numerator" numeric(78, 0) NOT NULL,
	"denominator" numeric(78, 0) NOT NULL,
	"agreed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "rate_prices_numerator_positive" CHECK ("numerator" > 0),
	CONSTRAINT "rate_prices_denominator_positive" CHECK ("denominator" > 0)
);
--> statement-breakpoint
CREATE TABLE "rate_readings" (
	"feed" text NOT NULL,
	"currency" text NOT NULL,
	"against" text NOT NULL,
	"numerator" numeric(78, 0) NOT NULL,
	"denominator" numeric(78, 0) NOT NULL,
	"observed_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL,
	"valid_until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "rate_readings_feed_currency_pk" PRIMARY KEY("feed","currency"),
	CONSTRAINT "rate_readings_feed_word" CHECK ("feed" = any('{"chainlink","kraken","coinbase","bitstamp","binance","ecb"}'::text[])),
	CONSTRAINT "rate_readings_numerator_positive" CHECK ("numerator" > 0),
	CONSTRAINT "rate_readings_denominator_positive" CHECK ("denominator" > 0)
);
--> statement-breakpoint
CREATE TABLE "portal_keys" (
	"kid" text PRIMARY KEY NOT NULL,
	"public_jwk" jsonb NOT NULL,
	"sealed_private" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"retired_at" timestamp (3) with time zone,
	CONSTRAINT "portal_keys_private_until_retired" CHECK ((sealed_private is null) = (retired_at is not null))
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"payout_id" text collate "C" NOT NULL,
	"transfer_id" text collate "C" NOT NULL,
	"kid" text NOT NULL,
	"jws" text NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"voided_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "closes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"chain" text NOT NULL,
	"day" text NOT NULL,
	"version" integer NOT NULL,
	"status" text NOT NULL,
	"reason" text,
	"complete" boolean NOT NULL,
	"from_block" bigint,
	"to_block" bigint,
	"cut_at" timestamp (3) with time zone NOT NULL,
	"totals" jsonb NOT NULL,
	"difference_ids" text[] NOT NULL,
	"reconciliation_id" text collate "C" NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "closes_status_word" CHECK ("status" = any('{"green","differences","not_checked"}'::text[])),
	CONSTRAINT "closes_actor_kind_word" CHECK ("actor_kind" = any('{"api_key","user","claimant","system","operator","operator_key"}'::text[]))
);
--> statement-breakpoint
CREATE TABLE "differences" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"key" text NOT NULL,
	"topic" text NOT NULL,
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
	"posting_id" text collate "C",
	"transfer_id" text collate "C",
	"payout_id" text collate "C",
	"candidates" text[] DEFAULT '{}' NOT NULL,
	"reason_code" text NOT NULL,
	"reason_facts" jsonb NOT NULL,
	"owner_id" text collate "C",
	"note" text,
	"resolved_by" text,
	"resolved_account" text,
	"resolved_by_id" text collate "C",
	"resolved_at" timestamp (3) with time zone,
	"found_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "differences_topic_word" CHECK ("topic" = any('{"outgoing","settlement","movement","transfer","balance","gateway"}'::text[])),
	CONSTRAINT "differences_kind_word" CHECK ("kind" = any('{"unexplained","choice","wrong_amount","unknown_claim","unknown_order","transfer_unknown","transfer_differs","settlement_missing","settlement_differs","movement_missing","balance_mismatch","gateway_differs"}'::text[])),
	CONSTRAINT "differences_status_word" CHECK ("status" = any('{"open","assigned","resolved"}'::text[])),
	CONSTRAINT "differences_resolved_by_word" CHECK ("resolved_by" = any('{"payout","account","reversed","explained","gone","accepted","refused"}'::text[])),
	CONSTRAINT "differences_resolved_account_word" CHECK ("resolved_account" = any('{"external","own_wallets","fees"}'::text[])),
	CONSTRAINT "differences_reason_code_word" CHECK ("reason_code" = any('{"claim_reverted","claim_skipped","payment_reverted","moved_something_else","paid_something_else","replaced_in_wallet","replaced_by_transfer","unknown_to_network","reorganised","not_as_agreed","no_claim_reported","no_payment_there","recipient_not_signed_for","other_amount","booked_elsewhere","not_sent_in_time","not_signed","declined","never_asked","reported_late","another_hash_named","safe_number_used","written_off","too_old","unknown_sender","unconfirmed_sender","contested","gateway_unclear","gateway_paid_otherwise","gateway_failed","gateway_refused","said_unsent","fits_many","was_not_open","another_awaits_approval","wallet_unproved","another_on_its_way","not_the_amount","of_doubted_transfer","claim_id_unknown","order_unknown","no_payout_explains","paid_alike_before","member_says_so","outcome_unknown","settlement_alone","nothing_booked","booked_otherwise","without_a_place","transfer_not_there","deposit_otherwise","deposit_not_there","outflow_otherwise","outflow_not_there","vault_holds_less","vault_holds_more","gateway_says_paid","gateway_says_paid_by","gateway_says_failed","gateway_names_another","gateway_has_no_record","gateway_not_read"}'::text[])),
	CONSTRAINT "differences_reason_facts_flat" CHECK (jsonb_typeof("reason_facts") = 'object' and not jsonb_path_exists("reason_facts", 'strict $.* ? (@.type() == "object" || @.type() == "array" || @.type() == "null")', '{}', true)),
	CONSTRAINT "differences_hash_lower_case" CHECK ("hash" = lower("hash")),
	CONSTRAINT "differences_block_hash_lower_case" CHECK ("block_hash" = lower("block_hash")),
	CONSTRAINT "differences_from_address_lower_case" CHECK ("from_address" = lower("from_address")),
	CONSTRAINT "differences_to_address_lower_case" CHECK ("to_address" = lower("to_address")),
	CONSTRAINT "differences_amount" CHECK (amount >= 0 or kind = 'balance_mismatch')
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
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "reconciliations_status_word" CHECK ("status" = any('{"waiting","running","done","not_checked"}'::text[])),
	CONSTRAINT "reconciliations_actor_kind_word" CHECK ("actor_kind" = any('{"api_key","user","claimant","system","operator","operator_key"}'::text[]))
);
--> statement-breakpoint
CREATE TABLE "guides" (
	"merchant_id" text collate "C" PRIMARY KEY NOT NULL,
	"passed" text[] DEFAULT '{}' NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "guides_passed_words" CHECK ("passed" <@ '{"branding","assets","vault","terms","approvals","api_key","webhook","first_payout"}'::text[])
);
--> statement-breakpoint
CREATE TABLE "merchant_limits" (
	"merchant_id" text collate "C" PRIMARY KEY NOT NULL,
	"payouts_per_day" integer NOT NULL,
	"coins_per_payout" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "merchant_limits_above_zero" CHECK (payouts_per_day > 0 and coins_per_payout > 0)
);
--> statement-breakpoint
CREATE TABLE "relay_accounts" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"chain" text NOT NULL,
	"address" text collate "C" NOT NULL,
	"purpose" text NOT NULL,
	"sealed_key" text,
	"signer_url" text,
	"signer_secret" text,
	"next_nonce" bigint DEFAULT 0 NOT NULL,
	"balance" numeric(78, 0),
	"gas_price" numeric(78, 0),
	"looked_at" timestamp (3) with time zone,
	"stop" text,
	"stopped_at" timestamp (3) with time zone,
	"rests_until" timestamp (3) with time zone,
	"rest_code" text,
	"rest_told_at" timestamp (3) with time zone,
	"low_told_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "relay_accounts_purpose_word" CHECK ("purpose" = any('{"relay","treasury"}'::text[])),
	CONSTRAINT "relay_accounts_stop_word" CHECK ("stop" = any('{"by_operator","key_used_elsewhere"}'::text[])),
	CONSTRAINT "relay_accounts_address_lower_case" CHECK ("address" = lower("address")),
	CONSTRAINT "relay_accounts_next_nonce_not_negative" CHECK ("next_nonce" >= 0),
	CONSTRAINT "relay_accounts_balance_not_negative" CHECK ("balance" >= 0),
	CONSTRAINT "relay_accounts_gas_price_not_negative" CHECK ("gas_price" >= 0),
	CONSTRAINT "relay_accounts_stop_at" CHECK ((stop is null) = (stopped_at is null)),
	CONSTRAINT "relay_accounts_one_key" CHECK (num_nonnulls(sealed_key, signer_url) = 1),
	CONSTRAINT "relay_accounts_signer" CHECK (num_nonnulls(signer_url, signer_secret) in (0, 2)),
	CONSTRAINT "relay_accounts_rest" CHECK (num_nonnulls(rests_until, rest_code) in (0, 2))
);
--> statement-breakpoint
CREATE TABLE "relay_sends" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"chain" text NOT NULL,
	"account_id" text collate "C",
	"nonce" bigint,
	"to_address" text collate "C" NOT NULL,
	"data" text NOT NULL,
	"value" numeric(78, 0) NOT NULL,
	"gas" numeric(78, 0) NOT NULL,
	"valid_until" timestamp (3) with time zone NOT NULL,
	"status" text NOT NULL,
	"because" text,
	"hash" text collate "C",
	"block_number" bigint,
	"block_hash" text collate "C",
	"success" boolean,
	"gas_used" numeric(78, 0),
	"gas_price" numeric(78, 0),
	"cost" numeric(78, 0),
	"final_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "relay_sends_status_word" CHECK ("status" = any('{"waiting","signed","sent","mined","filled","lapsed","foreign"}'::text[])),
	CONSTRAINT "relay_sends_because_word" CHECK ("because" = any('{"no_account","accounts_low","gas_too_dear","node_silent","merchant_budget","link_budget","address_budget","tried_too_often","not_payable","skipped","not_mined","closed","claimed_otherwise","key_of_link","link_replaced","approval_changed","recipient_refused","failed_often"}'::text[])),
	CONSTRAINT "relay_sends_to_address_lower_case" CHECK ("to_address" = lower("to_address")),
	CONSTRAINT "relay_sends_hash_lower_case" CHECK ("hash" = lower("hash")),
	CONSTRAINT "relay_sends_block_hash_lower_case" CHECK ("block_hash" = lower("block_hash")),
	CONSTRAINT "relay_sends_nonce_not_negative" CHECK ("nonce" >= 0),
	CONSTRAINT "relay_sends_value_not_negative" CHECK ("value" >= 0),
	CONSTRAINT "relay_sends_block_number_not_negative" CHECK ("block_number" >= 0),
	CONSTRAINT "relay_sends_gas_used_not_negative" CHECK ("gas_used" >= 0),
	CONSTRAINT "relay_sends_gas_price_not_negative" CHECK ("gas_price" >= 0),
	CONSTRAINT "relay_sends_cost_not_negative" CHECK ("cost" >= 0),
	CONSTRAINT "relay_sends_gas_positive" CHECK ("gas" > 0),
	CONSTRAINT "relay_sends_numbered" CHECK ((nonce is null) = (status in ('waiting', 'lapsed'))),
	CONSTRAINT "relay_sends_of_account" CHECK (nonce is null or account_id is not null),
	CONSTRAINT "relay_sends_in_block" CHECK ((status in ('mined', 'filled')) = (block_hash is not null))
);
--> statement-breakpoint
CREATE TABLE "relay_versions" (
	"send_id" text collate "C" NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"chain" text NOT NULL,
	"hash" text collate "C" NOT NULL,
	"raw" text NOT NULL,
	"max_fee" numeric(78, 0) NOT NULL,
	"tip" numeric(78, 0) NOT NULL,
	"pushed_at" timestamp (3) with time zone,
	"taken_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "relay_versions_send_id_number_pk" PRIMARY KEY("send_id","number"),
	CONSTRAINT "relay_versions_kind_word" CHECK ("kind" = any('{"call","fill"}'::text[])),
	CONSTRAINT "relay_versions_hash_lower_case" CHECK ("hash" = lower("hash")),
	CONSTRAINT "relay_versions_number_not_negative" CHECK ("number" >= 0),
	CONSTRAINT "relay_versions_max_fee_not_negative" CHECK ("max_fee" >= 0),
	CONSTRAINT "relay_versions_tip_not_negative" CHECK ("tip" >= 0)
);
--> statement-breakpoint
CREATE TABLE "relayed_claims" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"payout_id" text collate "C" NOT NULL,
	"chain" text NOT NULL,
	"recipient" text collate "C" NOT NULL,
	"link_hash" text,
	"key_signature" text,
	"status" text NOT NULL,
	"because" text,
	"send_id" text collate "C",
	"skips" integer DEFAULT 0 NOT NULL,
	"refusals" integer DEFAULT 0 NOT NULL,
	"not_before" timestamp (3) with time zone NOT NULL,
	"cost" numeric(78, 0),
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "relayed_claims_status_word" CHECK ("status" = any('{"queued","under_way","paid","ended"}'::text[])),
	CONSTRAINT "relayed_claims_because_word" CHECK ("because" = any('{"no_account","accounts_low","gas_too_dear","node_silent","merchant_budget","link_budget","address_budget","tried_too_often","not_payable","skipped","not_mined","closed","claimed_otherwise","key_of_link","link_replaced","approval_changed","recipient_refused","failed_often"}'::text[])),
	CONSTRAINT "relayed_claims_recipient_lower_case" CHECK ("recipient" = lower("recipient")),
	CONSTRAINT "relayed_claims_skips_not_negative" CHECK ("skips" >= 0),
	CONSTRAINT "relayed_claims_refusals_not_negative" CHECK ("refusals" >= 0),
	CONSTRAINT "relayed_claims_cost_not_negative" CHECK ("cost" >= 0),
	CONSTRAINT "relayed_claims_in_send" CHECK (status <> 'under_way' or send_id is not null)
);
--> statement-breakpoint
CREATE TABLE "redemptions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"source_id" text collate "C" NOT NULL,
	"user_uuid" text NOT NULL,
	"currency" text NOT NULL,
	"coins" numeric(78, 0) NOT NULL,
	"status" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"request_key" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "redemptions_status_word" CHECK ("status" = any('{"open","paid","returned"}'::text[])),
	CONSTRAINT "redemptions_coins_positive" CHECK ("coins" > 0),
	CONSTRAINT "redemptions_version_positive" CHECK ("version" > 0)
);
--> statement-breakpoint
CREATE TABLE "reward_purses" (
	"merchant_id" text collate "C" NOT NULL,
	"source_id" text collate "C" NOT NULL,
	"user_uuid" text NOT NULL,
	"currency" text NOT NULL,
	"earned" numeric(78, 0) DEFAULT 0 NOT NULL,
	"reversed" numeric(78, 0) DEFAULT 0 NOT NULL,
	"spent" numeric(78, 0) DEFAULT 0 NOT NULL,
	"coins" numeric(78, 0) DEFAULT 0 NOT NULL,
	"held" numeric(78, 0) DEFAULT 0 NOT NULL,
	"earned_day" text NOT NULL,
	"earned_today" numeric(78, 0) NOT NULL,
	"redeemed_day" text NOT NULL,
	"redeemed_today" numeric(78, 0) DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reward_purses_source_id_user_uuid_currency_pk" PRIMARY KEY("source_id","user_uuid","currency"),
	CONSTRAINT "reward_purses_earned_not_negative" CHECK ("earned" >= 0),
	CONSTRAINT "reward_purses_reversed_not_negative" CHECK ("reversed" >= 0),
	CONSTRAINT "reward_purses_spent_not_negative" CHECK ("spent" >= 0),
	CONSTRAINT "reward_purses_held_not_negative" CHECK ("held" >= 0),
	CONSTRAINT "reward_purses_earned_today_not_negative" CHECK ("earned_today" >= 0),
	CONSTRAINT "reward_purses_redeemed_today_not_negative" CHECK ("redeemed_today" >= 0),
	CONSTRAINT "reward_purses_coins" CHECK (coins = earned - reversed - spent)
);
--> statement-breakpoint
CREATE TABLE "reward_sources" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"description" text,
	"secret" text NOT NULL,
	"former_secret" text,
	"former_until" timestamp (3) with time zone,
	"parameters" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"currencies" text[] DEFAULT '{}' NOT NULL,
	"learns_currencies" boolean NOT NULL,
	"chain" text NOT NULL,
	"symbol" text NOT NULL,
	"rate_coins" numeric(78, 0) NOT NULL,
	"rate_amount" numeric(78, 0) NOT NULL,
	"places" integer NOT NULL,
	"minimum_coins" numeric(78, 0) NOT NULL,
	"max_earned" numeric(78, 0),
	"max_redeemed" numeric(78, 0),
	"request_key" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "reward_sources_rate_coins_positive" CHECK ("rate_coins" > 0),
	CONSTRAINT "reward_sources_rate_amount_positive" CHECK ("rate_amount" > 0),
	CONSTRAINT "reward_sources_minimum_coins_positive" CHECK ("minimum_coins" > 0),
	CONSTRAINT "reward_sources_max_earned_positive" CHECK ("max_earned" > 0),
	CONSTRAINT "reward_sources_max_redeemed_positive" CHECK ("max_redeemed" > 0),
	CONSTRAINT "reward_sources_places_not_negative" CHECK ("places" >= 0),
	CONSTRAINT "reward_sources_former" CHECK (num_nonnulls(former_secret, former_until) in (0, 2))
);
--> statement-breakpoint
CREATE TABLE "rewards" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"source_id" text collate "C" NOT NULL,
	"user_uuid" text NOT NULL,
	"currency" text NOT NULL,
	"trans_uuid" text NOT NULL,
	"coins" numeric(78, 0) NOT NULL,
	"status" text NOT NULL,
	"device_id" text NOT NULL,
	"sdk_app_id" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"reversed_at" timestamp (3) with time zone,
	CONSTRAINT "rewards_status_word" CHECK ("status" = any('{"booked","held","reversed"}'::text[])),
	CONSTRAINT "rewards_coins_positive" CHECK ("coins" > 0),
	CONSTRAINT "rewards_reversed" CHECK ((status = 'reversed') = (reversed_at is not null))
);
--> statement-breakpoint
CREATE TABLE "listed_addresses" (
	"list" text NOT NULL,
	"address" text collate "C" NOT NULL,
	CONSTRAINT "listed_addresses_list_address_pk" PRIMARY KEY("list","address"),
	CONSTRAINT "listed_addresses_list_word" CHECK ("list" = any('{"ofac"}'::text[])),
	CONSTRAINT "listed_addresses_address_lower_case" CHECK ("address" = lower("address"))
);
--> statement-breakpoint
CREATE TABLE "screening_flags" (
	"payout_id" text collate "C" NOT NULL,
	"address" text collate "C" NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"screening_id" text collate "C" NOT NULL,
	"verdict" text NOT NULL,
	"named_by" text[] NOT NULL,
	"raised_at" timestamp (3) with time zone NOT NULL,
	"overruled_by" text collate "C",
	"overruled_at" timestamp (3) with time zone,
	"overruled_words" text,
	CONSTRAINT "screening_flags_payout_id_address_pk" PRIMARY KEY("payout_id","address"),
	CONSTRAINT "screening_flags_verdict_word" CHECK ("verdict" = any('{"clear","listed","unknown"}'::text[])),
	CONSTRAINT "screening_flags_named_by_words" CHECK ("named_by" <@ '{"oracle","ofac","token","own"}'::text[]),
	CONSTRAINT "screening_flags_address_lower_case" CHECK ("address" = lower("address")),
	CONSTRAINT "screening_flags_against" CHECK ((verdict = 'listed') = (cardinality(named_by) > 0) and verdict <> 'clear'),
	CONSTRAINT "screening_flags_overruled" CHECK ((overruled_at is null) = (overruled_by is null) and (overruled_at is null) = (overruled_words is null))
);
--> statement-breakpoint
CREATE TABLE "screening_lists" (
	"list" text PRIMARY KEY NOT NULL,
	"list_date" text,
	"sha256" text,
	"addresses" integer NOT NULL,
	"read_at" timestamp (3) with time zone,
	"tried_at" timestamp (3) with time zone NOT NULL,
	"trouble" text,
	CONSTRAINT "screening_lists_list_word" CHECK ("list" = any('{"ofac"}'::text[])),
	CONSTRAINT "screening_lists_addresses_not_negative" CHECK ("addresses" >= 0)
);
--> statement-breakpoint
CREATE TABLE "screening_settings" (
	"merchant_id" text collate "C" PRIMARY KEY NOT NULL,
	"pay_unknown_below" numeric(78, 0),
	"screener_url" text,
	"screener_secret" text,
	"updated_by" text collate "C",
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "screening_settings_pay_unknown_below_positive" CHECK ("pay_unknown_below" > 0),
	CONSTRAINT "screening_settings_screener" CHECK ((screener_url is null) = (screener_secret is null))
);
--> statement-breakpoint
CREATE TABLE "screenings" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"payout_id" text collate "C" NOT NULL,
	"address" text collate "C" NOT NULL,
	"stage" text NOT NULL,
	"verdict" text NOT NULL,
	"level" text,
	"category" text,
	"name" text,
	"answers" jsonb NOT NULL,
	"network" text,
	"screened_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "screenings_stage_word" CHECK ("stage" = any('{"created","asked","signing"}'::text[])),
	CONSTRAINT "screenings_verdict_word" CHECK ("verdict" = any('{"clear","listed","unknown"}'::text[])),
	CONSTRAINT "screenings_level_word" CHECK ("level" = any('{"none","low","medium","high","severe"}'::text[])),
	CONSTRAINT "screenings_address_lower_case" CHECK ("address" = lower("address"))
);
--> statement-breakpoint
CREATE TABLE "screenings_due" (
	"payout_id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stops" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"scope" text NOT NULL,
	"chain" text,
	"rail" text,
	"merchant_id" text collate "C",
	"asset" text,
	"suspends" boolean DEFAULT false NOT NULL,
	"reason" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"by_kind" text NOT NULL,
	"by_id" text collate "C" NOT NULL,
	"lifted_at" timestamp (3) with time zone,
	"lifted_by_kind" text,
	"lifted_by_id" text collate "C",
	"lift_reason" text,
	CONSTRAINT "stops_scope_word" CHECK ("scope" = any('{"installation","chain","rail","merchant","token"}'::text[])),
	CONSTRAINT "stops_rail_word" CHECK ("rail" = any('{"contract","wallet","shkeeper"}'::text[])),
	CONSTRAINT "stops_by_kind_word" CHECK ("by_kind" = any('{"operator","operator_key","system"}'::text[])),
	CONSTRAINT "stops_lifted_by_kind_word" CHECK ("lifted_by_kind" = any('{"operator","operator_key","system"}'::text[])),
	CONSTRAINT "stops_scope_value" CHECK ((chain is not null) = (scope = 'chain') and (rail is not null) = (scope = 'rail')
        and (merchant_id is not null) = (scope = 'merchant') and (asset is not null) = (scope = 'token')),
	CONSTRAINT "stops_suspends" CHECK (not suspends or scope = 'merchant'),
	CONSTRAINT "stops_lifted" CHECK (num_nonnulls(lifted_at, lifted_by_kind, lifted_by_id, lift_reason) in (0, 4))
);
--> statement-breakpoint
CREATE TABLE "added_tokens" (
	"chain" text NOT NULL,
	"token" text collate "C" NOT NULL,
	"symbol" text NOT NULL,
	"name" text NOT NULL,
	"decimals" integer NOT NULL,
	"findings" text[] NOT NULL,
	"resembles" text,
	"status" text NOT NULL,
	"proposer_kind" text NOT NULL,
	"proposer_id" text NOT NULL,
	"agreed_by" text,
	"code_hash" text collate "C",
	"looked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"listed_at" timestamp (3) with time zone,
	CONSTRAINT "added_tokens_chain_token_pk" PRIMARY KEY("chain","token"),
	CONSTRAINT "added_tokens_status_word" CHECK ("status" = any('{"waiting","listed"}'::text[])),
	CONSTRAINT "added_tokens_proposer_kind_word" CHECK ("proposer_kind" = any('{"operator","operator_key","system"}'::text[])),
	CONSTRAINT "added_tokens_findings_words" CHECK ("findings" <@ '{"proxy","pausable","blocklist","fee_possible","look_alike","code_changed","refused_now"}'::text[]),
	CONSTRAINT "added_tokens_token_lower_case" CHECK ("token" = lower("token")),
	CONSTRAINT "added_tokens_code_hash_lower_case" CHECK ("code_hash" = lower("code_hash")),
	CONSTRAINT "added_tokens_decimals_not_negative" CHECK ("decimals" >= 0),
	CONSTRAINT "added_tokens_listed" CHECK ((status = 'listed') = (listed_at is not null))
);
--> statement-breakpoint
CREATE TABLE "token_openings" (
	"vault_id" text collate "C" NOT NULL,
	"symbol" text NOT NULL,
	"block" bigint NOT NULL,
	CONSTRAINT "token_openings_vault_id_symbol_pk" PRIMARY KEY("vault_id","symbol"),
	CONSTRAINT "token_openings_block_not_negative" CHECK ("block" >= 0)
);
--> statement-breakpoint
CREATE TABLE "transfers" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"payout_id" text collate "C" NOT NULL,
	"rail" text NOT NULL,
	"chain" text NOT NULL,
	"status" text NOT NULL,
	"hash" text collate "C",
	"signing_id" text collate "C",
	"prepared_block" bigint,
	"denied_at_block" bigint,
	"asked_at" timestamp (3) with time zone,
	"sender" text collate "C",
	"nonce" bigint,
	"proposal" text collate "C",
	"proposal_number" bigint,
	"recipient" text collate "C",
	"block_number" bigint,
	"block_hash" text collate "C",
	"log_index" integer,
	"seen_at" timestamp (3) with time zone,
	"failure_code" text,
	"failure_facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "transfers_rail_word" CHECK ("rail" = any('{"contract","wallet","shkeeper"}'::text[])),
	CONSTRAINT "transfers_status_word" CHECK ("status" = any('{"prepared","submitted","confirming","confirmed","reverted","replaced","dropped","unknown","differs"}'::text[])),
	CONSTRAINT "transfers_failure_code_word" CHECK ("failure_code" = any('{"claim_reverted","claim_skipped","payment_reverted","moved_something_else","paid_something_else","replaced_in_wallet","replaced_by_transfer","unknown_to_network","reorganised","not_as_agreed","no_claim_reported","no_payment_there","recipient_not_signed_for","other_amount","booked_elsewhere","not_sent_in_time","not_signed","declined","never_asked","reported_late","another_hash_named","safe_number_used","written_off","too_old","unknown_sender","unconfirmed_sender","contested","gateway_unclear","gateway_paid_otherwise","gateway_failed","gateway_refused","said_unsent"}'::text[])),
	CONSTRAINT "transfers_failure_facts_flat" CHECK (jsonb_typeof("failure_facts") = 'object' and not jsonb_path_exists("failure_facts", 'strict $.* ? (@.type() == "object" || @.type() == "array" || @.type() == "null")', '{}', true)),
	CONSTRAINT "transfers_hash_lower_case" CHECK ("hash" = lower("hash")),
	CONSTRAINT "transfers_sender_lower_case" CHECK ("sender" = lower("sender")),
	CONSTRAINT "transfers_proposal_lower_case" CHECK ("proposal" = lower("proposal")),
	CONSTRAINT "transfers_recipient_lower_case" CHECK ("recipient" = lower("recipient")),
	CONSTRAINT "transfers_block_hash_lower_case" CHECK ("block_hash" = lower("block_hash")),
	CONSTRAINT "transfers_nonce_not_negative" CHECK ("nonce" >= 0),
	CONSTRAINT "transfers_block_number_not_negative" CHECK ("block_number" >= 0),
	CONSTRAINT "transfers_log_index_not_negative" CHECK ("log_index" >= 0)
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"delivery_id" text collate "C" NOT NULL,
	"number" integer NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"duration_ms" integer NOT NULL,
	"method" text DEFAULT 'POST' NOT NULL,
	"url" text,
	"request_headers" jsonb,
	"request_body" text,
	"status" integer,
	"answer" text,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "breakers" (
	"endpoint_id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"failures" integer NOT NULL,
	"failing_since" timestamp (3) with time zone NOT NULL,
	"probe_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"event_id" text collate "C" NOT NULL,
	"endpoint_id" text collate "C" NOT NULL,
	"subject_id" text collate "C" NOT NULL,
	"position" bigint NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"lease_owner" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"delivered_at" timestamp (3) with time zone,
	CONSTRAINT "deliveries_newest" UNIQUE("merchant_id","id"),
	CONSTRAINT "deliveries_status_word" CHECK ("status" = any('{"pending","delivered","exhausted"}'::text[]))
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
	"pause_reason" text,
	"signing" text DEFAULT 'hmac' NOT NULL,
	"secret" text NOT NULL,
	"previous_secrets" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"headers" text,
	"header_names" text[] DEFAULT '{}' NOT NULL,
	"ordered" boolean DEFAULT false NOT NULL,
	"retry_hours" integer DEFAULT 4 NOT NULL,
	"alert_email" text,
	"alerted_at" timestamp (3) with time zone,
	"request_key" text,
	"rotation_key" text,
	"key_id" text collate "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "endpoints_of_merchant" UNIQUE("merchant_id","id"),
	CONSTRAINT "endpoints_dialect_word" CHECK ("dialect" = any('{"standard","coindirect","nitro","dex3","s2s","shkeeper","order_flow"}'::text[])),
	CONSTRAINT "endpoints_status_word" CHECK ("status" = any('{"active","paused"}'::text[])),
	CONSTRAINT "endpoints_pause_reason_word" CHECK ("pause_reason" = any('{"by_merchant","gone"}'::text[])),
	CONSTRAINT "endpoints_signing_word" CHECK ("signing" = any('{"hmac","ed25519"}'::text[])),
	CONSTRAINT "endpoints_events_words" CHECK ("events" <@ '{"*","payout.created","payout.approved","payout.requoted","payout.awaiting_funds","payout.not_payable","payout.processing","payout.completed","payout.failed","payout.cancelled","payout.expired","payout.recipient_changed","mail.failed","mail.bounced","mail.complained","claim.recipient_disputed","wallet.verified","order.created","order.funded","order.delivered","order.releasing","order.partially_released","order.released","order.on_hold","order.resumed","order.disputed","order.dispute_overdue","order.refunding","order.refunded","order.cancelled","order.not_sent","order.updated"}'::text[])
);
--> statement-breakpoint
CREATE TABLE "event_sequences" (
	"merchant_id" text collate "C" PRIMARY KEY NOT NULL,
	"last" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"type" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text collate "C" NOT NULL,
	"subject_version" integer NOT NULL,
	"data" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "events_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"sequence" bigint,
	"test" boolean DEFAULT false NOT NULL,
	"fanned_out_at" timestamp (3) with time zone,
	CONSTRAINT "events_type_word" CHECK ("type" = any('{"payout.created","payout.approved","payout.requoted","payout.awaiting_funds","payout.not_payable","payout.processing","payout.completed","payout.failed","payout.cancelled","payout.expired","payout.recipient_changed","mail.failed","mail.bounced","mail.complained","claim.recipient_disputed","wallet.verified","order.created","order.funded","order.delivered","order.releasing","order.partially_released","order.released","order.on_hold","order.resumed","order.disputed","order.dispute_overdue","order.refunding","order.refunded","order.cancelled","order.not_sent","order.updated"}'::text[])),
	CONSTRAINT "events_subject_kind_word" CHECK ("subject_kind" = any('{"payout","order","wallet_verification"}'::text[])),
	CONSTRAINT "events_subject_version_positive" CHECK ("subject_version" > 0)
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"dialect" text NOT NULL,
	"source_id" text collate "C" NOT NULL,
	"key" text NOT NULL,
	"target" text NOT NULL,
	"headers" jsonb NOT NULL,
	"body" "bytea" NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"next_look_at" timestamp (3) with time zone NOT NULL,
	"looked_at" timestamp (3) with time zone,
	"outcome" text,
	"payout_id" text collate "C",
	"forgotten_at" timestamp (3) with time zone,
	CONSTRAINT "messages_dialect_word" CHECK ("dialect" = any('{"standard","coindirect","nitro","dex3","s2s","shkeeper","order_flow"}'::text[])),
	CONSTRAINT "messages_outcome_word" CHECK ("outcome" = any('{"followed","looked","nothing_of_ours"}'::text[]))
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"dialect" text NOT NULL,
	"description" text,
	"secret" text NOT NULL,
	"former_secret" text,
	"former_until" timestamp (3) with time zone,
	"request_key" text,
	"replacement_key" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "sources_dialect_word" CHECK ("dialect" = any('{"standard","coindirect","nitro","dex3","s2s","shkeeper","order_flow"}'::text[])),
	CONSTRAINT "sources_former" CHECK (num_nonnulls(former_secret, former_until) in (0, 2))
);
--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_accepted_by_users_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attestations" ADD CONSTRAINT "attestations_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attestations" ADD CONSTRAINT "attestations_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attestations" ADD CONSTRAINT "attestations_verification_id_wallet_verifications_id_fk" FOREIGN KEY ("verification_id") REFERENCES "public"."wallet_verifications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attestations" ADD CONSTRAINT "attestations_chain_chains_key_fk" FOREIGN KEY ("chain") REFERENCES "public"."chains"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wallet_verifications" ADD CONSTRAINT "wallet_verifications_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wallet_verifications" ADD CONSTRAINT "wallet_verifications_created_by_key_api_keys_id_fk" FOREIGN KEY ("created_by_key") REFERENCES "public"."api_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_rules" ADD CONSTRAINT "approval_rules_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_rules" ADD CONSTRAINT "approval_rules_chain_chains_key_fk" FOREIGN KEY ("chain") REFERENCES "public"."chains"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_rules" ADD CONSTRAINT "approval_rules_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_assurances" ADD CONSTRAINT "payment_assurances_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_assurances" ADD CONSTRAINT "payment_assurances_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_assurances" ADD CONSTRAINT "payment_assurances_chain_chains_key_fk" FOREIGN KEY ("chain") REFERENCES "public"."chains"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_assurances" ADD CONSTRAINT "payment_assurances_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_holds" ADD CONSTRAINT "payment_holds_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_holds" ADD CONSTRAINT "payment_holds_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_holds" ADD CONSTRAINT "payment_holds_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_signings" ADD CONSTRAINT "payment_signings_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_signings" ADD CONSTRAINT "payment_signings_chain_chains_key_fk" FOREIGN KEY ("chain") REFERENCES "public"."chains"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_signings" ADD CONSTRAINT "payment_signings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wallets" ADD CONSTRAINT "wallets_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wallets" ADD CONSTRAINT "wallets_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coindirect_payouts" ADD CONSTRAINT "coindirect_payouts_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coindirect_payouts" ADD CONSTRAINT "coindirect_payouts_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hawk_nonces" ADD CONSTRAINT "hawk_nonces_key_id_api_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."api_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_hours" ADD CONSTRAINT "desk_hours_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_liabilities" ADD CONSTRAINT "desk_liabilities_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_views" ADD CONSTRAINT "desk_views_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_views" ADD CONSTRAINT "desk_views_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dex3_payouts" ADD CONSTRAINT "dex3_payouts_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dex3_payouts" ADD CONSTRAINT "dex3_payouts_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dex3_payouts" ADD CONSTRAINT "dex3_payouts_key_id_door_keys_key_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."door_keys"("key_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_keys" ADD CONSTRAINT "door_keys_key_id_api_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."api_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_keys" ADD CONSTRAINT "door_keys_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_assets" ADD CONSTRAINT "gateway_assets_gateway_id_gateways_id_fk" FOREIGN KEY ("gateway_id") REFERENCES "public"."gateways"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_assets" ADD CONSTRAINT "gateway_assets_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_assets" ADD CONSTRAINT "gateway_assets_chain_chains_key_fk" FOREIGN KEY ("chain") REFERENCES "public"."chains"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_assets" ADD CONSTRAINT "gateway_assets_chain_wallet_merchant_id_hot_wallets_chain_address_merchant_id_fk" FOREIGN KEY ("chain","wallet","merchant_id") REFERENCES "public"."hot_wallets"("chain","address","merchant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_submission_notes" ADD CONSTRAINT "gateway_submission_notes_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_submission_notes" ADD CONSTRAINT "gateway_submission_notes_submission_id_gateway_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."gateway_submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_submissions" ADD CONSTRAINT "gateway_submissions_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_submissions" ADD CONSTRAINT "gateway_submissions_gateway_id_gateways_id_fk" FOREIGN KEY ("gateway_id") REFERENCES "public"."gateways"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_submissions" ADD CONSTRAINT "gateway_submissions_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_submissions" ADD CONSTRAINT "gateway_submissions_transfer_id_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."transfers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_submissions" ADD CONSTRAINT "gateway_submissions_chain_chains_key_fk" FOREIGN KEY ("chain") REFERENCES "public"."chains"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateways" ADD CONSTRAINT "gateways_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateways" ADD CONSTRAINT "gateways_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateways" ADD CONSTRAINT "gateways_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateways" ADD CONSTRAINT "gateways_created_by_key_api_keys_id_fk" FOREIGN KEY ("created_by_key") REFERENCES "public"."api_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hot_wallets" ADD CONSTRAINT "hot_wallets_chain_chains_key_fk" FOREIGN KEY ("chain") REFERENCES "public"."chains"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hot_wallets" ADD CONSTRAINT "hot_wallets_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_limits" ADD CONSTRAINT "key_limits_key_id_key_policies_key_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."key_policies"("key_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_limits" ADD CONSTRAINT "key_limits_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_limits" ADD CONSTRAINT "key_limits_chain_chains_key_fk" FOREIGN KEY ("chain") REFERENCES "public"."chains"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_policies" ADD CONSTRAINT "key_policies_key_id_api_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."api_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_policies" ADD CONSTRAINT "key_policies_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_policies" ADD CONSTRAINT "key_policies_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_spends" ADD CONSTRAINT "key_spends_key_id_api_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."api_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_spends" ADD CONSTRAINT "key_spends_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_spends" ADD CONSTRAINT "key_spends_chain_chains_key_fk" FOREIGN KEY ("chain") REFERENCES "public"."chains"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_spends" ADD CONSTRAINT "key_spends_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_spends" ADD CONSTRAINT "key_spends_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assets" ADD CONSTRAINT "assets_chain_chains_key_fk" FOREIGN KEY ("chain") REFERENCES "public"."chains"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "balances" ADD CONSTRAINT "balances_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "balances" ADD CONSTRAINT "balances_asset_assets_id_fk" FOREIGN KEY ("asset") REFERENCES "public"."assets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "book_checks" ADD CONSTRAINT "book_checks_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_asset_assets_id_fk" FOREIGN KEY ("asset") REFERENCES "public"."assets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_reverses_postings_id_fk" FOREIGN KEY ("reverses") REFERENCES "public"."postings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_opt_outs" ADD CONSTRAINT "mail_opt_outs_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "logos" ADD CONSTRAINT "logos_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merchant_assets" ADD CONSTRAINT "merchant_assets_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merchant_assets" ADD CONSTRAINT "merchant_assets_chain_chains_key_fk" FOREIGN KEY ("chain") REFERENCES "public"."chains"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merchants" ADD CONSTRAINT "merchants_business_id_businesses_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."businesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "named_signers" ADD CONSTRAINT "named_signers_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "named_signers" ADD CONSTRAINT "named_signers_vault_id_vaults_id_fk" FOREIGN KEY ("vault_id") REFERENCES "public"."vaults"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remote_signers" ADD CONSTRAINT "remote_signers_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remote_signers" ADD CONSTRAINT "remote_signers_vault_id_vaults_id_fk" FOREIGN KEY ("vault_id") REFERENCES "public"."vaults"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vault_checks" ADD CONSTRAINT "vault_checks_vault_id_vaults_id_fk" FOREIGN KEY ("vault_id") REFERENCES "public"."vaults"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vault_checks" ADD CONSTRAINT "vault_checks_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vaults" ADD CONSTRAINT "vaults_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vaults" ADD CONSTRAINT "vaults_chain_chains_key_fk" FOREIGN KEY ("chain") REFERENCES "public"."chains"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vaults" ADD CONSTRAINT "vaults_remote_signer_id_remote_signers_id_fk" FOREIGN KEY ("remote_signer_id") REFERENCES "public"."remote_signers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chain_nodes" ADD CONSTRAINT "chain_nodes_chain_chains_key_fk" FOREIGN KEY ("chain") REFERENCES "public"."chains"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "node_disputes" ADD CONSTRAINT "node_disputes_chain_chains_key_fk" FOREIGN KEY ("chain") REFERENCES "public"."chains"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_heads" ADD CONSTRAINT "audit_heads_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_lines" ADD CONSTRAINT "audit_lines_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_seals" ADD CONSTRAINT "audit_seals_line_id_audit_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."audit_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_seals" ADD CONSTRAINT "audit_seals_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chain_blocks" ADD CONSTRAINT "chain_blocks_chain_chains_key_fk" FOREIGN KEY ("chain") REFERENCES "public"."chains"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chain_cursors" ADD CONSTRAINT "chain_cursors_chain_chains_key_fk" FOREIGN KEY ("chain") REFERENCES "public"."chains"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chain_troubles" ADD CONSTRAINT "chain_troubles_chain_chains_key_fk" FOREIGN KEY ("chain") REFERENCES "public"."chains"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "installation" ADD CONSTRAINT "installation_backup_by_users_id_fk" FOREIGN KEY ("backup_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator_keys" ADD CONSTRAINT "operator_keys_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator_links" ADD CONSTRAINT "operator_links_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator_links" ADD CONSTRAINT "operator_links_used_by_users_id_fk" FOREIGN KEY ("used_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator_seals" ADD CONSTRAINT "operator_seals_line_id_operator_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."operator_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operators" ADD CONSTRAINT "operators_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operators" ADD CONSTRAINT "operators_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_links" ADD CONSTRAINT "order_links_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_links" ADD CONSTRAINT "order_links_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_settings" ADD CONSTRAINT "order_settings_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_chain_chains_key_fk" FOREIGN KEY ("chain") REFERENCES "public"."chains"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_created_by_key_api_keys_id_fk" FOREIGN KEY ("created_by_key") REFERENCES "public"."api_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "burnt_claim_ids" ADD CONSTRAINT "burnt_claim_ids_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "burnt_claim_ids" ADD CONSTRAINT "burnt_claim_ids_vault_id_vaults_id_fk" FOREIGN KEY ("vault_id") REFERENCES "public"."vaults"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_links" ADD CONSTRAINT "claim_links_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_links" ADD CONSTRAINT "claim_links_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout_fees" ADD CONSTRAINT "payout_fees_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout_fees" ADD CONSTRAINT "payout_fees_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_vault_id_vaults_id_fk" FOREIGN KEY ("vault_id") REFERENCES "public"."vaults"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_chain_chains_key_fk" FOREIGN KEY ("chain") REFERENCES "public"."chains"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_created_by_key_api_keys_id_fk" FOREIGN KEY ("created_by_key") REFERENCES "public"."api_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_quote_id_quotes_id_fk" FOREIGN KEY ("quote_id") REFERENCES "public"."quotes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_redemption_id_redemptions_id_fk" FOREIGN KEY ("redemption_id") REFERENCES "public"."redemptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vouchers" ADD CONSTRAINT "vouchers_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vouchers" ADD CONSTRAINT "vouchers_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_chain_chains_key_fk" FOREIGN KEY ("chain") REFERENCES "public"."chains"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_codes" ADD CONSTRAINT "claim_codes_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_codes" ADD CONSTRAINT "claim_codes_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_proofs" ADD CONSTRAINT "claim_proofs_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_proofs" ADD CONSTRAINT "claim_proofs_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_chain_chains_key_fk" FOREIGN KEY ("chain") REFERENCES "public"."chains"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_transfer_id_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."transfers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_kid_portal_keys_kid_fk" FOREIGN KEY ("kid") REFERENCES "public"."portal_keys"("kid") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closes" ADD CONSTRAINT "closes_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closes" ADD CONSTRAINT "closes_chain_chains_key_fk" FOREIGN KEY ("chain") REFERENCES "public"."chains"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closes" ADD CONSTRAINT "closes_reconciliation_id_reconciliations_id_fk" FOREIGN KEY ("reconciliation_id") REFERENCES "public"."reconciliations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "differences" ADD CONSTRAINT "differences_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "differences" ADD CONSTRAINT "differences_chain_chains_key_fk" FOREIGN KEY ("chain") REFERENCES "public"."chains"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "differences" ADD CONSTRAINT "differences_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "differences" ADD CONSTRAINT "differences_transfer_id_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."transfers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "differences" ADD CONSTRAINT "differences_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "differences" ADD CONSTRAINT "differences_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "differences" ADD CONSTRAINT "differences_resolved_by_id_users_id_fk" FOREIGN KEY ("resolved_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconciliations" ADD CONSTRAINT "reconciliations_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconciliations" ADD CONSTRAINT "reconciliations_chain_chains_key_fk" FOREIGN KEY ("chain") REFERENCES "public"."chains"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guides" ADD CONSTRAINT "guides_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merchant_limits" ADD CONSTRAINT "merchant_limits_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relay_accounts" ADD CONSTRAINT "relay_accounts_chain_chains_key_fk" FOREIGN KEY ("chain") REFERENCES "public"."chains"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relay_sends" ADD CONSTRAINT "relay_sends_chain_chains_key_fk" FOREIGN KEY ("chain") REFERENCES "public"."chains"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relay_sends" ADD CONSTRAINT "relay_sends_account_id_relay_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."relay_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relay_versions" ADD CONSTRAINT "relay_versions_send_id_relay_sends_id_fk" FOREIGN KEY ("send_id") REFERENCES "public"."relay_sends"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relay_versions" ADD CONSTRAINT "relay_versions_chain_chains_key_fk" FOREIGN KEY ("chain") REFERENCES "public"."chains"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relayed_claims" ADD CONSTRAINT "relayed_claims_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relayed_claims" ADD CONSTRAINT "relayed_claims_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relayed_claims" ADD CONSTRAINT "relayed_claims_chain_chains_key_fk" FOREIGN KEY ("chain") REFERENCES "public"."chains"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relayed_claims" ADD CONSTRAINT "relayed_claims_send_id_relay_sends_id_fk" FOREIGN KEY ("send_id") REFERENCES "public"."relay_sends"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redemptions" ADD CONSTRAINT "redemptions_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redemptions" ADD CONSTRAINT "redemptions_source_id_reward_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."reward_sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redemptions" ADD CONSTRAINT "redemptions_purse" FOREIGN KEY ("source_id","user_uuid","currency") REFERENCES "public"."reward_purses"("source_id","user_uuid","currency") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_purses" ADD CONSTRAINT "reward_purses_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_purses" ADD CONSTRAINT "reward_purses_source_id_reward_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."reward_sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_sources" ADD CONSTRAINT "reward_sources_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_sources" ADD CONSTRAINT "reward_sources_chain_chains_key_fk" FOREIGN KEY ("chain") REFERENCES "public"."chains"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rewards" ADD CONSTRAINT "rewards_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rewards" ADD CONSTRAINT "rewards_source_id_reward_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."reward_sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rewards" ADD CONSTRAINT "rewards_purse" FOREIGN KEY ("source_id","user_uuid","currency") REFERENCES "public"."reward_purses"("source_id","user_uuid","currency") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listed_addresses" ADD CONSTRAINT "listed_addresses_list_screening_lists_list_fk" FOREIGN KEY ("list") REFERENCES "public"."screening_lists"("list") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_flags" ADD CONSTRAINT "screening_flags_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_flags" ADD CONSTRAINT "screening_flags_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_flags" ADD CONSTRAINT "screening_flags_screening_id_screenings_id_fk" FOREIGN KEY ("screening_id") REFERENCES "public"."screenings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_flags" ADD CONSTRAINT "screening_flags_overruled_by_users_id_fk" FOREIGN KEY ("overruled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_settings" ADD CONSTRAINT "screening_settings_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_settings" ADD CONSTRAINT "screening_settings_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screenings" ADD CONSTRAINT "screenings_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screenings" ADD CONSTRAINT "screenings_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screenings_due" ADD CONSTRAINT "screenings_due_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screenings_due" ADD CONSTRAINT "screenings_due_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stops" ADD CONSTRAINT "stops_chain_chains_key_fk" FOREIGN KEY ("chain") REFERENCES "public"."chains"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stops" ADD CONSTRAINT "stops_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stops" ADD CONSTRAINT "stops_asset_assets_id_fk" FOREIGN KEY ("asset") REFERENCES "public"."assets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "added_tokens" ADD CONSTRAINT "added_tokens_chain_chains_key_fk" FOREIGN KEY ("chain") REFERENCES "public"."chains"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "token_openings" ADD CONSTRAINT "token_openings_vault_id_vaults_id_fk" FOREIGN KEY ("vault_id") REFERENCES "public"."vaults"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_chain_chains_key_fk" FOREIGN KEY ("chain") REFERENCES "public"."chains"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_signing_id_payment_signings_id_fk" FOREIGN KEY ("signing_id") REFERENCES "public"."payment_signings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_of_merchants_delivery" FOREIGN KEY ("merchant_id","delivery_id") REFERENCES "public"."deliveries"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "breakers" ADD CONSTRAINT "breakers_endpoint_id_endpoints_id_fk" FOREIGN KEY ("endpoint_id") REFERENCES "public"."endpoints"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "breakers" ADD CONSTRAINT "breakers_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_of_endpoint" FOREIGN KEY ("merchant_id","endpoint_id") REFERENCES "public"."endpoints"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endpoints" ADD CONSTRAINT "endpoints_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endpoints" ADD CONSTRAINT "endpoints_key_id_api_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."api_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_sequences" ADD CONSTRAINT "event_sequences_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invites_one_open" ON "invites" USING btree ("merchant_id","kind","value") WHERE accepted_at is null and revoked_at is null;--> statement-breakpoint
CREATE INDEX "invites_of_identity" ON "invites" USING btree ("kind","value") WHERE accepted_at is null and revoked_at is null;--> statement-breakpoint
CREATE INDEX "invites_newest" ON "invites" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE INDEX "members_of_user" ON "members" USING btree ("user_id","merchant_id");--> statement-breakpoint
CREATE INDEX "sessions_of_user" ON "sessions" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "sessions_by_end" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sign_in_codes_of_address" ON "sign_in_codes" USING btree ("email","created_at");--> statement-breakpoint
CREATE INDEX "sign_in_codes_of_network" ON "sign_in_codes" USING btree ("network","created_at");--> statement-breakpoint
CREATE INDEX "sign_in_codes_of_holder" ON "sign_in_codes" USING btree ("holder","created_at");--> statement-breakpoint
CREATE INDEX "sign_in_codes_by_end" ON "sign_in_codes" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sign_in_nonces_by_end" ON "sign_in_nonces" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "attestations_of_payout_once" ON "attestations" USING btree ("payout_id");--> statement-breakpoint
CREATE UNIQUE INDEX "attestations_of_verification_once" ON "attestations" USING btree ("verification_id");--> statement-breakpoint
CREATE INDEX "attestations_newest" ON "attestations" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "wallet_verifications_token_once" ON "wallet_verifications" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "wallet_verifications_by_reference" ON "wallet_verifications" USING btree ("merchant_id","reference","id");--> statement-breakpoint
CREATE INDEX "wallet_verifications_newest" ON "wallet_verifications" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "approvals_once" ON "approvals" USING btree ("payout_id","user_id","digest");--> statement-breakpoint
CREATE INDEX "payment_holds_of_user" ON "payment_holds" USING btree ("merchant_id","user_id");--> statement-breakpoint
CREATE INDEX "payment_signings_newest" ON "payment_signings" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "wallets_once" ON "wallets" USING btree ("merchant_id","address");--> statement-breakpoint
CREATE INDEX "wallets_by_address" ON "wallets" USING btree ("address");--> statement-breakpoint
CREATE UNIQUE INDEX "chains_id_once" ON "chains" USING btree ("chain_id");--> statement-breakpoint
CREATE UNIQUE INDEX "coindirect_payouts_of_payout" ON "coindirect_payouts" USING btree ("payout_id");--> statement-breakpoint
CREATE INDEX "coindirect_payouts_of_merchant" ON "coindirect_payouts" USING btree ("merchant_id","payout_id");--> statement-breakpoint
CREATE INDEX "hawk_nonces_by_age" ON "hawk_nonces" USING btree ("seconds");--> statement-breakpoint
CREATE UNIQUE INDEX "desk_views_once" ON "desk_views" USING btree ("merchant_id","user_id","name");--> statement-breakpoint
CREATE INDEX "dex3_payouts_of_merchant" ON "dex3_payouts" USING btree ("merchant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "dex3_payouts_by_signature" ON "dex3_payouts" USING btree ("key_id","signature_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "door_keys_by_public_id" ON "door_keys" USING btree ("door","public_id");--> statement-breakpoint
CREATE INDEX "door_keys_of_merchant" ON "door_keys" USING btree ("merchant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "gateway_assets_one_pays" ON "gateway_assets" USING btree ("merchant_id","chain","symbol") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "gateway_assets_by_wallet" ON "gateway_assets" USING btree ("chain","wallet");--> statement-breakpoint
CREATE INDEX "gateway_submission_notes_of" ON "gateway_submission_notes" USING btree ("submission_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "gateway_submissions_external_id_once" ON "gateway_submissions" USING btree ("external_id");--> statement-breakpoint
CREATE UNIQUE INDEX "gateway_submissions_of_transfer" ON "gateway_submissions" USING btree ("transfer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "gateway_submissions_one_live" ON "gateway_submissions" USING btree ("payout_id") WHERE status in ('submitting', 'accepted', 'unknown', 'seen');--> statement-breakpoint
CREATE UNIQUE INDEX "gateway_submissions_one_in_flight" ON "gateway_submissions" USING btree ("gateway_id","chain") WHERE status in ('submitting', 'accepted');--> statement-breakpoint
CREATE UNIQUE INDEX "gateway_submissions_one_of_wallet" ON "gateway_submissions" USING btree ("chain","wallet") WHERE status in ('submitting', 'accepted');--> statement-breakpoint
CREATE UNIQUE INDEX "gateway_submissions_none_alike" ON "gateway_submissions" USING btree ("chain","wallet","token","recipient","amount") WHERE status in ('submitting', 'accepted', 'unknown', 'seen');--> statement-breakpoint
CREATE INDEX "gateway_submissions_of_payout" ON "gateway_submissions" USING btree ("merchant_id","payout_id","id");--> statement-breakpoint
CREATE INDEX "gateway_submissions_to_look_at" ON "gateway_submissions" USING btree ("chain","next_look_at") WHERE status in ('submitting', 'accepted', 'unknown', 'seen');--> statement-breakpoint
CREATE INDEX "gateway_submissions_newest" ON "gateway_submissions" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE INDEX "gateway_submissions_by_task" ON "gateway_submissions" USING btree ("merchant_id","task_id") WHERE task_id is not null;--> statement-breakpoint
CREATE INDEX "gateways_of_merchant" ON "gateways" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "gateways_request_once" ON "gateways" USING btree ("merchant_id","request_key");--> statement-breakpoint
CREATE UNIQUE INDEX "hot_wallets_one_merchant" ON "hot_wallets" USING btree ("chain","address") WHERE lost_at is null;--> statement-breakpoint
CREATE INDEX "key_policies_of_merchant" ON "key_policies" USING btree ("merchant_id");--> statement-breakpoint
CREATE INDEX "key_spends_by_time" ON "key_spends" USING btree ("key_id","chain","symbol","created_at");--> statement-breakpoint
CREATE INDEX "entries_of_posting" ON "entries" USING btree ("posting_id");--> statement-breakpoint
CREATE INDEX "entries_of_asset" ON "entries" USING btree ("merchant_id","asset","id");--> statement-breakpoint
CREATE INDEX "entries_unrolled" ON "entries" USING btree ("written_in");--> statement-breakpoint
CREATE INDEX "entries_seldom_debit" ON "entries" USING btree ("merchant_id","debit","posting_id") WHERE debit in ('external', 'own_wallets', 'owed', 'suspense');--> statement-breakpoint
CREATE INDEX "entries_seldom_credit" ON "entries" USING btree ("merchant_id","credit","posting_id") WHERE credit in ('external', 'own_wallets', 'owed', 'suspense');--> statement-breakpoint
CREATE UNIQUE INDEX "postings_once_per_log" ON "postings" USING btree ("hash","log_index","block_hash","chain","kind","subject_kind","subject_id","round") WHERE hash is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "postings_once_per_subject" ON "postings" USING btree ("subject_id","kind","round","asset","subject_kind") WHERE hash is null and reverses is null;--> statement-breakpoint
CREATE UNIQUE INDEX "postings_reversed_once" ON "postings" USING btree ("reverses") WHERE reverses is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "postings_settled_once" ON "postings" USING btree ("hash","log_index","block_hash","chain","round") WHERE kind = 'settle';--> statement-breakpoint
CREATE INDEX "postings_of_payout" ON "postings" USING btree ("payout_id");--> statement-breakpoint
CREATE INDEX "postings_newest" ON "postings" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE INDEX "postings_of_kind" ON "postings" USING btree ("merchant_id","kind","id") WHERE kind not in ('reserve', 'settle');--> statement-breakpoint
CREATE INDEX "postings_moves" ON "postings" USING btree ("chain","block_number","merchant_id") WHERE kind in ('deposit', 'outflow');--> statement-breakpoint
CREATE INDEX "postings_settled" ON "postings" USING btree ("merchant_id","created_at") WHERE kind = 'settle';--> statement-breakpoint
CREATE INDEX "invitations_to_remind" ON "invitations" USING btree ("next_reminder_at") WHERE next_reminder_at is not null;--> statement-breakpoint
CREATE INDEX "invitations_asked_for" ON "invitations" USING btree ("asked_for") WHERE asked_for is not null;--> statement-breakpoint
CREATE INDEX "mails_of_payout" ON "mails" USING btree ("payout_id","id") WHERE payout_id is not null;--> statement-breakpoint
CREATE INDEX "mails_to_tell" ON "mails" USING btree ("id") WHERE payout_id is not null and state in ('refused', 'failed', 'bounced', 'complained', 'unsubscribed') and told_state is distinct from state;--> statement-breakpoint
CREATE INDEX "mails_due" ON "mails" USING btree ("next_attempt_at") WHERE sent_at is null and failed_at is null;--> statement-breakpoint
CREATE INDEX "mails_newest" ON "mails" USING btree ("recipient","id");--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_by_hash" ON "api_keys" USING btree ("hash");--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_request_once" ON "api_keys" USING btree ("merchant_id","request_key");--> statement-breakpoint
CREATE INDEX "api_keys_of_merchant" ON "api_keys" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE INDEX "logos_by_hash" ON "logos" USING btree ("hash");--> statement-breakpoint
CREATE UNIQUE INDEX "merchants_by_reference" ON "merchants" USING btree ("reference");--> statement-breakpoint
CREATE UNIQUE INDEX "merchants_request_once" ON "merchants" USING btree ("request_key");--> statement-breakpoint
CREATE INDEX "merchants_closing" ON "merchants" USING btree ("id") WHERE closing_since is not null and closed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "merchants_one_per_mode" ON "merchants" USING btree ("business_id","test_mode");--> statement-breakpoint
CREATE INDEX "remote_signers_of_vault" ON "remote_signers" USING btree ("merchant_id","vault_id");--> statement-breakpoint
CREATE INDEX "vault_checks_in_trouble" ON "vault_checks" USING btree ("merchant_id") WHERE trouble_since is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "vaults_one_per_chain" ON "vaults" USING btree ("merchant_id","chain");--> statement-breakpoint
CREATE UNIQUE INDEX "vaults_address_once" ON "vaults" USING btree ("chain","address") WHERE not placed;--> statement-breakpoint
CREATE INDEX "vaults_placed" ON "vaults" USING btree ("chain","address") WHERE placed;--> statement-breakpoint
CREATE INDEX "audit_lines_of_subject" ON "audit_lines" USING btree ("merchant_id","subject_id","id");--> statement-breakpoint
CREATE INDEX "audit_lines_newest" ON "audit_lines" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE INDEX "audit_lines_by_time" ON "audit_lines" USING btree ("merchant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "audit_lines_of_action" ON "audit_lines" USING btree ("merchant_id","action","id");--> statement-breakpoint
CREATE INDEX "audit_lines_of_actor" ON "audit_lines" USING btree ("merchant_id","actor_id","id") WHERE actor_kind <> 'system';--> statement-breakpoint
CREATE INDEX "audit_lines_in_order" ON "audit_lines" USING btree ("written_in","id");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_seals_in_sequence" ON "audit_seals" USING btree ("merchant_id","sequence");--> statement-breakpoint
CREATE INDEX "idempotency_keys_by_age" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "operator_keys_by_hash" ON "operator_keys" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "operator_keys_of_maker" ON "operator_keys" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "operator_lines_of_subject" ON "operator_lines" USING btree ("subject_id","id");--> statement-breakpoint
CREATE INDEX "operator_lines_in_order" ON "operator_lines" USING btree ("written_in","id");--> statement-breakpoint
CREATE UNIQUE INDEX "operator_links_by_hash" ON "operator_links" USING btree ("hash");--> statement-breakpoint
CREATE UNIQUE INDEX "operator_links_one_set_up" ON "operator_links" USING btree ((invited_by is null)) WHERE invited_by is null and used_at is null and revoked_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "operator_seals_in_sequence" ON "operator_seals" USING btree ("sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_reference_once" ON "orders" USING btree ("merchant_id","reference");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_pay_in_once" ON "orders" USING btree ("merchant_id","chain","pay_in_hash") WHERE pay_in_hash is not null and status <> 'cancelled';--> statement-breakpoint
CREATE INDEX "orders_newest" ON "orders" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE INDEX "orders_newest_by_status" ON "orders" USING btree ("merchant_id","status","id");--> statement-breakpoint
CREATE INDEX "orders_of_seller" ON "orders" USING btree ("merchant_id","seller_id","id");--> statement-breakpoint
CREATE INDEX "orders_of_buyer" ON "orders" USING btree ("merchant_id","buyer_id","id");--> statement-breakpoint
CREATE INDEX "orders_to_fund" ON "orders" USING btree ("chain","pay_in_checked_at") WHERE status = 'awaiting_funds' and pay_in_hash is not null and pay_in_fault is null;--> statement-breakpoint
CREATE INDEX "orders_due" ON "orders" USING btree ("auto_release_at") WHERE auto_release_at is not null;--> statement-breakpoint
CREATE INDEX "orders_to_announce" ON "orders" USING btree ("announced_days","auto_release_at") WHERE auto_release_at is not null;--> statement-breakpoint
CREATE INDEX "orders_to_tell" ON "orders" USING btree ("updated_at") WHERE told_status is distinct from status;--> statement-breakpoint
CREATE INDEX "orders_frozen" ON "orders" USING btree ("frozen_since") WHERE frozen_since is not null;--> statement-breakpoint
CREATE INDEX "orders_disputes_due" ON "orders" USING btree ("dispute_deadline_at") WHERE disputed_at is not null and dispute_alarmed_at is null;--> statement-breakpoint
CREATE INDEX "orders_addresses_due" ON "orders" USING btree ("pending_address_until") WHERE pending_address_until is not null;--> statement-breakpoint
CREATE INDEX "claim_links_of_payout" ON "claim_links" USING btree ("payout_id");--> statement-breakpoint
CREATE UNIQUE INDEX "claim_links_one_live" ON "claim_links" USING btree ("payout_id") WHERE revoked_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "payouts_reference_once" ON "payouts" USING btree ("merchant_id","reference" text_pattern_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "payouts_redemption_once" ON "payouts" USING btree ("redemption_id") WHERE redemption_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "payouts_claim_id_once" ON "payouts" USING btree ("vault_id","claim_id");--> statement-breakpoint
CREATE INDEX "payouts_newest" ON "payouts" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE INDEX "payouts_newest_by_status" ON "payouts" USING btree ("merchant_id","status","id");--> statement-breakpoint
CREATE INDEX "payouts_by_amount" ON "payouts" USING btree ("merchant_id","status",((case when fee_payer = 'recipient' then gross else net end) * power(10::numeric, 36 - decimals)),"id");--> statement-breakpoint
CREATE INDEX "payouts_open_by_expiry" ON "payouts" USING btree ("expires_at") WHERE status in ('pending', 'failed', 'awaiting_approval');--> statement-breakpoint
CREATE INDEX "payouts_to_cancel" ON "payouts" USING btree ("cancel_requested_at") WHERE cancel_requested_at is not null and status = 'pending';--> statement-breakpoint
CREATE INDEX "payouts_held_up" ON "payouts" USING btree ("vault_id","symbol","id") WHERE obstacle is not null and status = 'pending';--> statement-breakpoint
CREATE INDEX "payouts_claimable" ON "payouts" USING btree ("vault_id","symbol","gross") WHERE rail = 'contract' and status = 'pending';--> statement-breakpoint
CREATE INDEX "payouts_to_send" ON "payouts" USING btree ("chain","id") WHERE delivery = 'send' and status = 'pending' and obstacle is null;--> statement-breakpoint
CREATE INDEX "payouts_to_play" ON "payouts" USING btree ("chain","id") WHERE recipient_address in ('0x1111111111111111111111111111111111111111', '0x5555555555555555555555555555555555555555', '0x6666666666666666666666666666666666666666', '0x7777777777777777777777777777777777777777', '0x8888888888888888888888888888888888888888') and (status = 'pending' or (status = 'completed' and recipient_address = '0x8888888888888888888888888888888888888888'));--> statement-breakpoint
CREATE INDEX "payouts_of_an_order" ON "payouts" USING btree ("order_id","id") WHERE order_id is not null;--> statement-breakpoint
CREATE INDEX "payouts_to_wallet" ON "payouts" USING btree ("merchant_id","recipient_address","id") WHERE recipient_address is not null;--> statement-breakpoint
CREATE INDEX "payouts_to_email" ON "payouts" USING btree ("merchant_id",lower(recipient_email),"id") WHERE recipient_email is not null;--> statement-breakpoint
CREATE INDEX "payouts_short" ON "payouts" USING btree ("merchant_id","id") WHERE obstacle is not null and status = 'pending';--> statement-breakpoint
CREATE INDEX "payouts_for_gateway" ON "payouts" USING btree ("chain","id") WHERE rail = 'shkeeper' and status = 'pending';--> statement-breakpoint
CREATE INDEX "payouts_to_pay" ON "payouts" USING btree ("merchant_id","id") WHERE rail = 'wallet' and status = 'pending';--> statement-breakpoint
CREATE INDEX "payouts_completed" ON "payouts" USING btree ("merchant_id","completed_at","rail","chain","symbol","gross") WHERE completed_at is not null;--> statement-breakpoint
CREATE INDEX "vouchers_of_payout" ON "vouchers" USING btree ("payout_id","deadline");--> statement-breakpoint
CREATE INDEX "identities_of_user" ON "identities" USING btree ("user_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "passkeys_by_credential" ON "passkeys" USING btree ("credential_id");--> statement-breakpoint
CREATE INDEX "passkeys_of_user" ON "passkeys" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "claim_codes_of_payout" ON "claim_codes" USING btree ("payout_id","created_at");--> statement-breakpoint
CREATE INDEX "claim_codes_by_end" ON "claim_codes" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "claim_proofs_of_payout" ON "claim_proofs" USING btree ("payout_id");--> statement-breakpoint
CREATE INDEX "claim_proofs_by_end" ON "claim_proofs" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "quotes_of_merchant" ON "quotes" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE INDEX "quotes_of_payout" ON "quotes" USING btree ("payout_id","id") WHERE payout_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "portal_keys_one_in_use" ON "portal_keys" USING btree ((retired_at is null)) WHERE retired_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "receipts_one_valid" ON "receipts" USING btree ("payout_id") WHERE voided_at is null;--> statement-breakpoint
CREATE INDEX "receipts_of_payout" ON "receipts" USING btree ("merchant_id","payout_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "closes_versions" ON "closes" USING btree ("merchant_id","chain","day","version");--> statement-breakpoint
CREATE UNIQUE INDEX "differences_once" ON "differences" USING btree ("merchant_id","key");--> statement-breakpoint
CREATE INDEX "differences_newest" ON "differences" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE INDEX "differences_unresolved" ON "differences" USING btree ("merchant_id","chain","id") WHERE status <> 'resolved';--> statement-breakpoint
CREATE UNIQUE INDEX "reconciliations_one_active" ON "reconciliations" USING btree ("merchant_id","chain") WHERE status in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "reconciliations_active" ON "reconciliations" USING btree ("created_at") WHERE status in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "reconciliations_newest" ON "reconciliations" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "relay_accounts_once" ON "relay_accounts" USING btree ("chain","address");--> statement-breakpoint
CREATE UNIQUE INDEX "relay_accounts_one_treasury" ON "relay_accounts" USING btree ("chain") WHERE purpose = 'treasury';--> statement-breakpoint
CREATE UNIQUE INDEX "relay_sends_nonce_once" ON "relay_sends" USING btree ("account_id","nonce");--> statement-breakpoint
CREATE INDEX "relay_sends_open" ON "relay_sends" USING btree ("chain","account_id","nonce") WHERE final_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "relay_versions_by_hash" ON "relay_versions" USING btree ("chain","hash");--> statement-breakpoint
CREATE UNIQUE INDEX "relayed_claims_one_live" ON "relayed_claims" USING btree ("payout_id") WHERE status in ('queued', 'under_way');--> statement-breakpoint
CREATE INDEX "relayed_claims_of_payout" ON "relayed_claims" USING btree ("payout_id","id");--> statement-breakpoint
CREATE INDEX "relayed_claims_of_send" ON "relayed_claims" USING btree ("send_id");--> statement-breakpoint
CREATE INDEX "relayed_claims_queued" ON "relayed_claims" USING btree ("chain","not_before") WHERE status = 'queued';--> statement-breakpoint
CREATE INDEX "relayed_claims_under_way" ON "relayed_claims" USING btree ("chain") WHERE status = 'under_way';--> statement-breakpoint
CREATE INDEX "relayed_claims_paid" ON "relayed_claims" USING btree ("chain","id") WHERE status = 'paid';--> statement-breakpoint
CREATE INDEX "relayed_claims_of_merchant" ON "relayed_claims" USING btree ("merchant_id","created_at");--> statement-breakpoint
CREATE INDEX "relayed_claims_to" ON "relayed_claims" USING btree ("recipient","created_at");--> statement-breakpoint
CREATE INDEX "redemptions_of_purse" ON "redemptions" USING btree ("source_id","user_uuid","currency","id");--> statement-breakpoint
CREATE INDEX "redemptions_of_merchant" ON "redemptions" USING btree ("merchant_id");--> statement-breakpoint
CREATE INDEX "reward_purses_of_user" ON "reward_purses" USING btree ("merchant_id","user_uuid");--> statement-breakpoint
CREATE INDEX "reward_purses_newest" ON "reward_purses" USING btree ("merchant_id","updated_at");--> statement-breakpoint
CREATE INDEX "reward_sources_of_merchant" ON "reward_sources" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "reward_sources_request_once" ON "reward_sources" USING btree ("merchant_id","request_key");--> statement-breakpoint
CREATE UNIQUE INDEX "rewards_once" ON "rewards" USING btree ("source_id","trans_uuid");--> statement-breakpoint
CREATE INDEX "rewards_of_purse" ON "rewards" USING btree ("source_id","user_uuid","currency","id");--> statement-breakpoint
CREATE INDEX "rewards_newest" ON "rewards" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE INDEX "rewards_held" ON "rewards" USING btree ("merchant_id","id") WHERE status = 'held';--> statement-breakpoint
CREATE INDEX "screenings_of_payout" ON "screenings" USING btree ("payout_id","id");--> statement-breakpoint
CREATE INDEX "screenings_due_first" ON "screenings_due" USING btree ("due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "stops_one_live" ON "stops" USING btree ("scope","suspends",coalesce(chain, rail, merchant_id, asset, '')) WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "stops_of_merchant" ON "stops" USING btree ("merchant_id");--> statement-breakpoint
CREATE INDEX "stops_of_asset" ON "stops" USING btree ("asset");--> statement-breakpoint
CREATE UNIQUE INDEX "added_tokens_by_symbol" ON "added_tokens" USING btree ("chain","symbol");--> statement-breakpoint
CREATE UNIQUE INDEX "transfers_one_live" ON "transfers" USING btree ("payout_id") WHERE status in ('prepared', 'submitted', 'confirming', 'unknown', 'differs');--> statement-breakpoint
CREATE UNIQUE INDEX "transfers_settle_once" ON "transfers" USING btree ("chain","hash","log_index") WHERE status = 'confirmed';--> statement-breakpoint
CREATE UNIQUE INDEX "transfers_paid_once" ON "transfers" USING btree ("payout_id") WHERE status = 'confirmed';--> statement-breakpoint
CREATE UNIQUE INDEX "transfers_log_once" ON "transfers" USING btree ("chain","hash","log_index") WHERE rail <> 'contract' and status in ('confirming', 'confirmed');--> statement-breakpoint
CREATE INDEX "transfers_by_hand" ON "transfers" USING btree ("chain","sender") WHERE rail = 'wallet' and status in ('prepared', 'submitted', 'dropped');--> statement-breakpoint
CREATE INDEX "transfers_of_signing" ON "transfers" USING btree ("signing_id");--> statement-breakpoint
CREATE INDEX "transfers_of_payout" ON "transfers" USING btree ("payout_id","id");--> statement-breakpoint
CREATE INDEX "transfers_by_hash" ON "transfers" USING btree ("chain","hash");--> statement-breakpoint
CREATE INDEX "transfers_live" ON "transfers" USING btree ("chain","status") WHERE status in ('submitted', 'confirming');--> statement-breakpoint
CREATE INDEX "transfers_by_block" ON "transfers" USING btree ("chain","block_number");--> statement-breakpoint
CREATE INDEX "transfers_to" ON "transfers" USING btree ("merchant_id","recipient","payout_id") WHERE recipient is not null;--> statement-breakpoint
CREATE INDEX "transfers_unknown" ON "transfers" USING btree ("merchant_id","payout_id") WHERE status = 'unknown';--> statement-breakpoint
CREATE INDEX "attempts_of_delivery" ON "attempts" USING btree ("delivery_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_once" ON "deliveries" USING btree ("event_id","endpoint_id");--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("endpoint_id","next_attempt_at","id") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "deliveries_in_order" ON "deliveries" USING btree ("endpoint_id","subject_id","position") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "deliveries_by_status" ON "deliveries" USING btree ("endpoint_id","status","id");--> statement-breakpoint
CREATE UNIQUE INDEX "endpoints_one_of_key" ON "endpoints" USING btree ("key_id") WHERE deleted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "endpoints_request_once" ON "endpoints" USING btree ("merchant_id","request_key");--> statement-breakpoint
CREATE UNIQUE INDEX "events_in_sequence" ON "events" USING btree ("merchant_id","sequence");--> statement-breakpoint
CREATE INDEX "events_by_time" ON "events" USING btree ("merchant_id","created_at");--> statement-breakpoint
CREATE INDEX "events_of_subject" ON "events" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "events_to_fan_out" ON "events" USING btree ("merchant_id","position") WHERE fanned_out_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "messages_once" ON "messages" USING btree ("dialect","source_id","key");--> statement-breakpoint
CREATE INDEX "messages_to_look_at" ON "messages" USING btree ("next_look_at","id") WHERE looked_at is null;--> statement-breakpoint
CREATE INDEX "messages_of_merchant" ON "messages" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE INDEX "messages_of_source" ON "messages" USING btree ("source_id","id");--> statement-breakpoint
CREATE INDEX "messages_to_forget" ON "messages" USING btree ("received_at") WHERE forgotten_at is null and looked_at is not null;--> statement-breakpoint
CREATE INDEX "sources_of_merchant" ON "sources" USING btree ("merchant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sources_request_once" ON "sources" USING btree ("merchant_id","request_key");