-- Made with drizzle-kit generate --custom: it knows no triggers (docs/decisions/013).
CREATE TRIGGER `audit_entries_no_update` BEFORE UPDATE ON `audit_entries`
BEGIN
	SELECT RAISE(ABORT, 'audit_entries is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_no_delete` BEFORE DELETE ON `audit_entries`
BEGIN
	SELECT RAISE(ABORT, 'audit_entries is append-only');
END;
--> statement-breakpoint
-- INSERT OR REPLACE would take the old row away without a delete that a trigger sees.
CREATE TRIGGER `audit_entries_no_replace` BEFORE INSERT ON `audit_entries`
WHEN EXISTS (SELECT 1 FROM `audit_entries` WHERE `position` = NEW.`position` OR `entry_id` = NEW.`entry_id`)
BEGIN
	SELECT RAISE(ABORT, 'audit_entries is append-only');
END;
