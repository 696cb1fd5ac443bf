CREATE TABLE `login_attempts` (
	`state_hash` text PRIMARY KEY NOT NULL,
	`browser_hash` text NOT NULL,
	`audience` text NOT NULL,
	`nonce` text NOT NULL,
	`code_verifier` text NOT NULL,
	`level` text NOT NULL,
	`language` text NOT NULL,
	`return_to` text NOT NULL,
	`started_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `login_attempts_started` ON `login_attempts` (`started_at`);--> statement-breakpoint
CREATE TABLE `retention_runs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`until_tick` integer NOT NULL,
	`erased` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`audience` text NOT NULL,
	`owner` text NOT NULL,
	`level` text NOT NULL,
	`sid` text,
	`started_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`sealed` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sessions_owner` ON `sessions` (`audience`,`owner`);--> statement-breakpoint
CREATE INDEX `sessions_sid` ON `sessions` (`sid`);--> statement-breakpoint
CREATE INDEX `sessions_seen` ON `sessions` (`seen_at`);--> statement-breakpoint
CREATE TABLE `staff` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`subject` text NOT NULL,
	`name` text NOT NULL,
	`is_active` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_subject` ON `staff` (`subject`);--> statement-breakpoint
CREATE TABLE `staff_roles` (
	`staff_id` integer NOT NULL,
	`role` text NOT NULL,
	`unit` text NOT NULL,
	PRIMARY KEY(`staff_id`, `role`, `unit`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `appointment_people` ADD `person_key` text;--> statement-breakpoint
CREATE INDEX `appointment_people_person` ON `appointment_people` (`person_key`);--> statement-breakpoint
ALTER TABLE `appointments` ADD `person_key` text;--> statement-breakpoint
CREATE INDEX `appointments_person` ON `appointments` (`person_key`);--> statement-breakpoint
CREATE INDEX `appointments_office_start` ON `appointments` (`office_id`,`start_tick`);