ALTER TABLE `offices` ADD `hours_basis` text DEFAULT 'assumed' NOT NULL;--> statement-breakpoint
ALTER TABLE `offices` ADD `bus` text;