CREATE TABLE "counter_preferences" (
	"staff_id" bigint PRIMARY KEY NOT NULL,
	"office_id" text,
	"counter_id" bigint,
	"services" jsonb NOT NULL,
	"has_shortcuts" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "counters" ADD COLUMN "shown" text;--> statement-breakpoint
CREATE INDEX "counters_staff" ON "counters" USING btree ("staff_id");