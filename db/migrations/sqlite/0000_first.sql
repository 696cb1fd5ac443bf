CREATE TABLE `appointment_people` (
	`appointment_id` integer NOT NULL,
	`position` integer NOT NULL,
	`age_group` text NOT NULL,
	`document` text NOT NULL,
	`needs` text NOT NULL,
	`resource_id` integer NOT NULL,
	`start_tick` integer NOT NULL,
	`ticks` integer NOT NULL,
	PRIMARY KEY(`appointment_id`, `position`),
	FOREIGN KEY (`appointment_id`) REFERENCES `appointments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `appointments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`idempotency_key` text NOT NULL,
	`secret_hash` text NOT NULL,
	`key_id` text NOT NULL,
	`status` text NOT NULL,
	`service` text NOT NULL,
	`office_id` text NOT NULL,
	`start_tick` integer NOT NULL,
	`created_at` integer NOT NULL,
	`held_since` integer NOT NULL,
	`expires_at` integer,
	`confirmed_at` integer,
	`cancelled_at` integer,
	`reference` text,
	`check_in_code` text,
	`name` text,
	`email` text,
	`mobile` text,
	`without_contact` integer NOT NULL,
	`message_language` text,
	`sequence` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `appointments_key` ON `appointments` (`idempotency_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `appointments_secret` ON `appointments` (`secret_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `appointments_reference` ON `appointments` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `appointments_check_in` ON `appointments` (`check_in_code`);--> statement-breakpoint
CREATE INDEX `appointments_status_expiry` ON `appointments` (`status`,`expires_at`);--> statement-breakpoint
CREATE TABLE `claims` (
	`resource_id` integer NOT NULL,
	`tick` integer NOT NULL,
	`appointment_id` integer NOT NULL,
	PRIMARY KEY(`resource_id`, `tick`),
	FOREIGN KEY (`appointment_id`) REFERENCES `appointments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `claims_appointment` ON `claims` (`appointment_id`);--> statement-breakpoint
CREATE TABLE `closures` (
	`office_id` text NOT NULL,
	`day` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`office_id`, `day`)
);
--> statement-breakpoint
CREATE TABLE `dated_openings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`resource_id` integer NOT NULL,
	`day` text NOT NULL,
	`opens` text NOT NULL,
	`closes` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `dated_openings_resource_day` ON `dated_openings` (`resource_id`,`day`);--> statement-breakpoint
CREATE TABLE `districts` (
	`id` text PRIMARY KEY NOT NULL,
	`name_nb` text NOT NULL,
	`name_nn` text NOT NULL,
	`is_police` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `municipalities` (
	`number` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`names` text NOT NULL,
	`district_id` text NOT NULL,
	`latitude` real NOT NULL,
	`longitude` real NOT NULL,
	`population` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `office_days` (
	`office_id` text NOT NULL,
	`day` text NOT NULL,
	`version` integer NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `day`)
);
--> statement-breakpoint
CREATE INDEX `office_days_changed` ON `office_days` (`changed_at`);--> statement-breakpoint
CREATE TABLE `offices` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`district_id` text NOT NULL,
	`municipality_number` text NOT NULL,
	`address` text,
	`postal_code` text,
	`postal_place` text,
	`latitude` real NOT NULL,
	`longitude` real NOT NULL,
	`position_basis` text NOT NULL,
	`passport` text NOT NULL,
	`season` text,
	`confidence` text NOT NULL,
	`phone` text
);
--> statement-breakpoint
CREATE TABLE `openings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`resource_id` integer NOT NULL,
	`weekday` integer NOT NULL,
	`opens` text NOT NULL,
	`closes` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text
);
--> statement-breakpoint
CREATE INDEX `openings_resource` ON `openings` (`resource_id`);--> statement-breakpoint
CREATE TABLE `places` (
	`name` text NOT NULL,
	`municipality_number` text NOT NULL,
	`latitude` real NOT NULL,
	`longitude` real NOT NULL,
	`postal_codes` integer NOT NULL,
	PRIMARY KEY(`name`, `municipality_number`)
);
--> statement-breakpoint
CREATE TABLE `postal_codes` (
	`code` text PRIMARY KEY NOT NULL,
	`place` text NOT NULL,
	`municipality_number` text NOT NULL,
	`latitude` real NOT NULL,
	`longitude` real NOT NULL
);
--> statement-breakpoint
CREATE TABLE `resources` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`office_id` text NOT NULL,
	`number` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `resources_office_number` ON `resources` (`office_id`,`number`);--> statement-breakpoint
CREATE TABLE `seedings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`size` text NOT NULL,
	`day` text NOT NULL,
	`finished_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `service_rules` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`service` text NOT NULL,
	`attribute` text NOT NULL,
	`applies_to` text NOT NULL,
	`value` text NOT NULL,
	`unit` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`confidence` text NOT NULL,
	`source` text NOT NULL
);
