CREATE TABLE `queue_figures` (
	`office_id` text PRIMARY KEY NOT NULL,
	`through_day` text NOT NULL,
	`figures` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ticket_predictions` (
	`ticket_id` integer PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`day` text NOT NULL,
	`given_at` integer NOT NULL,
	`half_from` integer NOT NULL,
	`half_to` integer NOT NULL,
	`most_from` integer NOT NULL,
	`most_to` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `ticket_predictions_office_day` ON `ticket_predictions` (`office_id`,`day`);--> statement-breakpoint
CREATE TABLE `wait_hits` (
	`office_id` text NOT NULL,
	`day` text NOT NULL,
	`told` integer NOT NULL,
	`half` integer NOT NULL,
	`most` integer NOT NULL,
	PRIMARY KEY(`office_id`, `day`)
);
--> statement-breakpoint
ALTER TABLE `retention_runs` ADD `tickets` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `tickets_note` ON `tickets` (`day`) WHERE "tickets"."note" is not null;