-- Of closes that exist nobody knows it; they count as not over, and their days are closed once more.
ALTER TABLE "closes" ADD COLUMN "complete" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "closes" ALTER COLUMN "complete" DROP DEFAULT;
