DROP INDEX "notices_to_look_at";--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "next_look_at" timestamp (3) with time zone;--> statement-breakpoint
-- What came before and was not looked at yet is due at once.
UPDATE "notices" SET "next_look_at" = "received_at";--> statement-breakpoint
ALTER TABLE "notices" ALTER COLUMN "next_look_at" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "notices_to_look_at" ON "notices" USING btree ("next_look_at","id") WHERE looked_at is null;
