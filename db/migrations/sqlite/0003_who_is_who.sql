CREATE TABLE `audit_entries` (
	`position` integer PRIMARY KEY NOT NULL,
	`entry_id` integer NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`actor_role` text NOT NULL,
	`action` text NOT NULL,
	`object_kind` text,
	`object_id` text,
	`scope` text,
	`reason` text,
	`note_hash` text,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_entries_entry` ON `audit_entries` (`entry_id`);--> statement-breakpoint
CREATE INDEX `audit_entries_object` ON `audit_entries` (`object_id`);--> statement-breakpoint
CREATE INDEX `audit_entries_actor` ON `audit_entries` (`actor`,`at`);--> statement-breakpoint
CREATE TABLE `audit_notes` (
	`hash` text PRIMARY KEY NOT NULL,
	`salt` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_notes_at` ON `audit_notes` (`at`);--> statement-breakpoint
CREATE TABLE `audit_waiting` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`actor_role` text NOT NULL,
	`action` text NOT NULL,
	`object_kind` text,
	`object_id` text,
	`scope` text,
	`reason` text,
	`note_hash` text
);
--> statement-breakpoint
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
CREATE TABLE `rate_counters` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `rate_counters_expiry` ON `rate_counters` (`expires_at`);--> statement-breakpoint
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