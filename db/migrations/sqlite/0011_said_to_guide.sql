ALTER TABLE `appointments` ADD `said` text;--> statement-breakpoint
ALTER TABLE `tickets` ADD `said` text;--> statement-breakpoint
CREATE INDEX `tickets_said` ON `tickets` (`day`) WHERE "tickets"."said" is not null;