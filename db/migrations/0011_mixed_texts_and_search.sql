CREATE EXTENSION IF NOT EXISTS btree_gin;--> statement-breakpoint
DROP INDEX "public_copies_search";--> statement-breakpoint
ALTER TABLE "sheet_texts" ADD COLUMN "mixed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "public_copies_search_cases" ON "public_copies" USING gin ("search","sort_day") WHERE kind = 'case';--> statement-breakpoint
CREATE INDEX "public_copies_search_others" ON "public_copies" USING gin ("search") WHERE kind <> 'case';--> statement-breakpoint
CREATE INDEX "sheet_texts_new" ON "sheet_texts" USING btree ("round_id","question") WHERE not "sheet_texts"."mixed";