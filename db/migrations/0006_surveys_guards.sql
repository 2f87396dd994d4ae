-- Guards of surveys that the schema cannot say.
--> statement-breakpoint
-- Documents that were attached when only the office could open them stay so.
UPDATE answer_documents SET for_sender = false;
