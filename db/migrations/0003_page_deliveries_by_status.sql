DROP INDEX "deliveries_of_endpoint";--> statement-breakpoint
DROP INDEX "deliveries_open";--> statement-breakpoint
ALTER TABLE "endpoints" ADD COLUMN "rotation_key" text;--> statement-breakpoint
CREATE INDEX "deliveries_by_status" ON "deliveries" USING btree ("endpoint_id","status","id");