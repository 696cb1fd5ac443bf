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
CREATE TABLE `limit_lifts` (
	`contact_key` text PRIMARY KEY NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `link_requests` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`contact` text NOT NULL,
	`asked_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `link_requests_once` ON `link_requests` (`contact`,`asked_at`);--> statement-breakpoint
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
CREATE INDEX `appointment_people_person` ON `appointment_people` (`person_key`) WHERE "appointment_people"."person_key" is not null;--> statement-breakpoint
ALTER TABLE `appointments` ADD `address` text;--> statement-breakpoint
ALTER TABLE `appointments` ADD `person_key` text;--> statement-breakpoint
ALTER TABLE `appointments` ADD `no_reminders` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `appointments` ADD `holder` text;--> statement-breakpoint
CREATE INDEX `appointments_person` ON `appointments` (`person_key`) WHERE "appointments"."person_key" is not null;--> statement-breakpoint
CREATE INDEX `appointments_holder` ON `appointments` (`holder`) WHERE "appointments"."holder" is not null;--> statement-breakpoint
CREATE INDEX `appointments_office_start` ON `appointments` (`office_id`,`start_tick`);--> statement-breakpoint
CREATE INDEX `appointments_email` ON `appointments` (`email`) WHERE "appointments"."email" is not null;--> statement-breakpoint
CREATE INDEX `appointments_mobile` ON `appointments` (`mobile`) WHERE "appointments"."mobile" is not null;