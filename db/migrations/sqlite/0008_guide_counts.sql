CREATE TABLE `guide_counts` (
	`day` text NOT NULL,
	`need` text NOT NULL,
	`event` text NOT NULL,
	`detail` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`day`, `need`, `event`, `detail`)
);
