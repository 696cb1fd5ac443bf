ALTER TABLE "offices" ADD COLUMN "hours_basis" text DEFAULT 'assumed' NOT NULL;--> statement-breakpoint
ALTER TABLE "offices" ADD COLUMN "bus" text;