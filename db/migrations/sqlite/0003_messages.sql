CREATE TABLE `link_requests` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`contact` text NOT NULL,
	`asked_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `link_requests_once` ON `link_requests` (`contact`,`asked_at`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`appointment_id` integer NOT NULL,
	`kind` text NOT NULL,
	`due_at` integer NOT NULL,
	`sequence` integer NOT NULL,
	`status` text NOT NULL,
	`attempts` integer NOT NULL,
	`lease_until` integer,
	`sent_at` integer,
	`channel` text,
	`failure` text,
	FOREIGN KEY (`appointment_id`) REFERENCES `appointments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_once` ON `messages` (`appointment_id`,`kind`,`due_at`,`sequence`);--> statement-breakpoint
CREATE INDEX `messages_status_due` ON `messages` (`status`,`due_at`);--> statement-breakpoint
ALTER TABLE `appointments` ADD `address` text;--> statement-breakpoint
CREATE INDEX `appointments_email` ON `appointments` (`email`) WHERE "appointments"."email" is not null;--> statement-breakpoint
CREATE INDEX `appointments_mobile` ON `appointments` (`mobile`) WHERE "appointments"."mobile" is not null;