ALTER TABLE `appointment_people` ADD `guardians` text;--> statement-breakpoint
ALTER TABLE `appointment_people` ADD `name` text;--> statement-breakpoint
ALTER TABLE `appointments` ADD `changes_id` integer;--> statement-breakpoint
CREATE INDEX `appointments_changes` ON `appointments` (`changes_id`);