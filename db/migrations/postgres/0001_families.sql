ALTER TABLE "appointment_people" ADD COLUMN "guardians" jsonb;--> statement-breakpoint
ALTER TABLE "appointment_people" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "changes_id" bigint;--> statement-breakpoint
CREATE INDEX "appointments_changes" ON "appointments" USING btree ("changes_id");