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
