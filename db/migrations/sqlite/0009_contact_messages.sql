CREATE TABLE `contact_messages` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`idempotency_key` text NOT NULL,
	`reference` text NOT NULL,
	`municipality_number` text NOT NULL,
	`district_id` text NOT NULL,
	`language` text NOT NULL,
	`received_at` integer NOT NULL,
	`name` text,
	`email` text,
	`mobile` text,
	`words` text,
	`sent_at` integer,
	`attempts` integer NOT NULL,
	`lease_until` integer,
	`failure` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contact_messages_once` ON `contact_messages` (`idempotency_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `contact_messages_reference` ON `contact_messages` (`reference`);--> statement-breakpoint
CREATE INDEX `contact_messages_sent` ON `contact_messages` (`sent_at`,`received_at`);