ALTER TABLE "notices" ADD COLUMN "payout_id" text collate "C";--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "forgotten_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "notices_of_source" ON "notices" USING btree ("source_id","id");--> statement-breakpoint
CREATE INDEX "notices_to_forget" ON "notices" USING btree ("received_at") WHERE forgotten_at is null and looked_at is not null;--> statement-breakpoint
-- Not ring_desk(): that reads the whole row, and here it has the body of the message in it.
CREATE FUNCTION ring_desk_for_notice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('desk', NEW.merchant_id || ' ' || NEW.source_id || ' notice');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER notices_ring_desk AFTER INSERT OR UPDATE OF looked_at ON notices FOR EACH ROW
  EXECUTE FUNCTION ring_desk_for_notice();
