-- Guards of surveys that the schema cannot say.
-- Closed questions, flags and profiles are counted from now on, so every sheet is counted anew by the next fold.
TRUNCATE tallies;
--> statement-breakpoint
UPDATE sheets SET folded = false WHERE folded;
--> statement-breakpoint
-- Documents that were attached when only the office could open them stay so.
UPDATE answer_documents SET for_sender = false;
