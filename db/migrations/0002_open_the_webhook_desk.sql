CREATE TABLE "mails" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C",
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"lease_owner" text,
	"worthless_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"failed_at" timestamp (3) with time zone,
	"error" text,
	"created_at" timestamp (3) with time zone NOT NULL
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
CREATE TABLE "event_sequences" (
	"merchant_id" text collate "C" PRIMARY KEY NOT NULL,
	"last" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"dialect" text NOT NULL,
	"source_id" text collate "C" NOT NULL,
	"key" text NOT NULL,
	"target" text NOT NULL,
	"headers" jsonb NOT NULL,
	"body" "bytea" NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"looked_at" timestamp (3) with time zone,
	"outcome" text
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merchant_id" text collate "C" NOT NULL,
	"dialect" text NOT NULL,
	"description" text,
	"secret" text NOT NULL,
	"request_key" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
DROP INDEX "events_newest";--> statement-breakpoint
DROP INDEX "events_to_fan_out";--> statement-breakpoint
ALTER TABLE "merchants" ADD COLUMN "notice_email" text;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "method" text DEFAULT 'POST' NOT NULL;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "url" text;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "request_headers" jsonb;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "request_body" text;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "payout_id" text collate "C";--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "position" bigint;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "started_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "endpoints" ADD COLUMN "pause_reason" text;--> statement-breakpoint
ALTER TABLE "endpoints" ADD COLUMN "signing" text DEFAULT 'hmac' NOT NULL;--> statement-breakpoint
ALTER TABLE "endpoints" ADD COLUMN "previous_secret" text;--> statement-breakpoint
ALTER TABLE "endpoints" ADD COLUMN "previous_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "endpoints" ADD COLUMN "headers" text;--> statement-breakpoint
ALTER TABLE "endpoints" ADD COLUMN "header_names" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "endpoints" ADD COLUMN "ordered" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "endpoints" ADD COLUMN "retry_hours" integer DEFAULT 4 NOT NULL;--> statement-breakpoint
ALTER TABLE "endpoints" ADD COLUMN "notice_email" text;--> statement-breakpoint
ALTER TABLE "endpoints" ADD COLUMN "noticed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "endpoints" ADD COLUMN "request_key" text;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "position" bigint;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "sequence" bigint;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "test" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- What was already written gets its place by age; an event that was fanned out has its number in the sequence, too.
UPDATE "events" SET "position" = placed.place FROM (SELECT "id", row_number() OVER (ORDER BY "id") AS place FROM "events") placed WHERE placed."id" = "events"."id";--> statement-breakpoint
UPDATE "events" SET "sequence" = numbered.number FROM (SELECT "id", row_number() OVER (PARTITION BY "merchant_id" ORDER BY "position") AS number FROM "events" WHERE "fanned_out_at" IS NOT NULL) numbered WHERE numbered."id" = "events"."id";--> statement-breakpoint
INSERT INTO "event_sequences" ("merchant_id", "last") SELECT "merchants"."id", (SELECT coalesce(max("sequence"), 0) FROM "events" WHERE "events"."merchant_id" = "merchants"."id") FROM "merchants";--> statement-breakpoint
ALTER TABLE "events" ALTER COLUMN "position" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (sequence name "events_position_seq");--> statement-breakpoint
SELECT setval('events_position_seq', (SELECT coalesce(max("position"), 0) + 1 FROM "events"), false);--> statement-breakpoint
UPDATE "deliveries" SET "payout_id" = "events"."payout_id", "position" = "events"."position", "tries" = "deliveries"."attempts", "started_at" = "deliveries"."created_at" FROM "events" WHERE "events"."id" = "deliveries"."event_id";--> statement-breakpoint
ALTER TABLE "deliveries" ALTER COLUMN "payout_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ALTER COLUMN "position" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ALTER COLUMN "started_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "breakers" ADD CONSTRAINT "breakers_endpoint_id_endpoints_id_fk" FOREIGN KEY ("endpoint_id") REFERENCES "public"."endpoints"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "breakers" ADD CONSTRAINT "breakers_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_sequences" ADD CONSTRAINT "event_sequences_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mails_due" ON "mails" USING btree ("next_attempt_at") WHERE sent_at is null and failed_at is null;--> statement-breakpoint
CREATE INDEX "mails_newest" ON "mails" USING btree ("recipient","id");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_once" ON "notices" USING btree ("dialect","source_id","key");--> statement-breakpoint
CREATE INDEX "notices_to_look_at" ON "notices" USING btree ("id") WHERE looked_at is null;--> statement-breakpoint
CREATE INDEX "notices_of_merchant" ON "notices" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE INDEX "sources_of_merchant" ON "sources" USING btree ("merchant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sources_request_once" ON "sources" USING btree ("merchant_id","request_key");--> statement-breakpoint
CREATE INDEX "deliveries_in_order" ON "deliveries" USING btree ("endpoint_id","payout_id","position") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "deliveries_newest" ON "deliveries" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE INDEX "deliveries_open" ON "deliveries" USING btree ("merchant_id","status","id") WHERE status <> 'delivered';--> statement-breakpoint
CREATE UNIQUE INDEX "endpoints_request_once" ON "endpoints" USING btree ("merchant_id","request_key");--> statement-breakpoint
CREATE UNIQUE INDEX "events_in_sequence" ON "events" USING btree ("merchant_id","sequence");--> statement-breakpoint
CREATE INDEX "events_by_time" ON "events" USING btree ("merchant_id","created_at");--> statement-breakpoint
CREATE INDEX "events_to_fan_out" ON "events" USING btree ("merchant_id","position") WHERE fanned_out_at is null;