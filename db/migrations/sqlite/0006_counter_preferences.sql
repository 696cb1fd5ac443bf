CREATE TABLE `counter_preferences` (
	`staff_id` integer PRIMARY KEY NOT NULL,
	`office_id` text,
	`counter_id` integer,
	`services` text NOT NULL,
	`has_shortcuts` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `counters` ADD `shown` text;--> statement-breakpoint
CREATE INDEX `counters_staff` ON `counters` (`staff_id`);