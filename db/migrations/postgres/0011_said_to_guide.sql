ALTER TABLE "appointments" ADD COLUMN "said" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "said" text;--> statement-breakpoint
CREATE INDEX "tickets_said" ON "tickets" USING btree ("day") WHERE "tickets"."said" is not null;