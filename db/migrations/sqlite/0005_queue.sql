CREATE TABLE `counters` (
	`id` integer PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`status` text NOT NULL,
	`services` text NOT NULL,
	`staff_id` integer,
	`since` integer NOT NULL,
	`calls_for_help` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `counters_office` ON `counters` (`office_id`);--> statement-breakpoint
CREATE TABLE `queue_actions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`office_id` text NOT NULL,
	`day` text NOT NULL,
	`counter_id` integer NOT NULL,
	`staff_id` integer NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`before` text NOT NULL,
	`added` text NOT NULL,
	`is_undone` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `queue_actions_counter` ON `queue_actions` (`counter_id`,`id`);--> statement-breakpoint
CREATE TABLE `queue_days` (
	`office_id` text NOT NULL,
	`day` text NOT NULL,
	`version` integer NOT NULL,
	`next_number` integer NOT NULL,
	`delay_minutes` integer DEFAULT 0 NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `day`)
);
--> statement-breakpoint
CREATE INDEX `queue_days_changed` ON `queue_days` (`changed_at`);--> statement-breakpoint
CREATE TABLE `queue_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`office_id` text NOT NULL,
	`day` text NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`ticket_id` integer,
	`service` text,
	`counter_id` integer,
	`seconds` integer,
	`detail` text
);
--> statement-breakpoint
CREATE INDEX `queue_events_office_day` ON `queue_events` (`office_id`,`day`);--> statement-breakpoint
CREATE INDEX `queue_events_kind_at` ON `queue_events` (`kind`,`at`);--> statement-breakpoint
CREATE TABLE `queue_settings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`office_id` text NOT NULL,
	`order` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `queue_settings_office` ON `queue_settings` (`office_id`);--> statement-breakpoint
CREATE TABLE `tickets` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`office_id` text NOT NULL,
	`day` text NOT NULL,
	`letter` text NOT NULL,
	`number` integer NOT NULL,
	`idempotency_key` text NOT NULL,
	`secret_hash` text NOT NULL,
	`key_id` text NOT NULL,
	`service` text NOT NULL,
	`also_services` text NOT NULL,
	`language` text NOT NULL,
	`needs` text NOT NULL,
	`people` integer NOT NULL,
	`appointment_id` integer,
	`start_tick` integer,
	`status` text NOT NULL,
	`arrived_at` integer NOT NULL,
	`not_before` integer,
	`late` integer DEFAULT 0 NOT NULL,
	`park_reason` text,
	`calls` integer NOT NULL,
	`called_at` integer,
	`started_at` integer,
	`ended_at` integer,
	`counter_id` integer,
	`for_counter_id` integer,
	`for_staff_id` integer,
	`is_back` integer NOT NULL,
	`overtaken` integer NOT NULL,
	`asks_for_help` integer NOT NULL,
	`note` text,
	`outcome` text,
	`split_from_id` integer,
	`revision` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_number` ON `tickets` (`office_id`,`day`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_key` ON `tickets` (`idempotency_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_secret` ON `tickets` (`secret_hash`);--> statement-breakpoint
CREATE INDEX `tickets_office_day_status` ON `tickets` (`office_id`,`day`,`status`);--> statement-breakpoint
CREATE INDEX `tickets_status_day` ON `tickets` (`status`,`day`);--> statement-breakpoint
CREATE INDEX `tickets_appointment` ON `tickets` (`appointment_id`) WHERE "tickets"."appointment_id" is not null;