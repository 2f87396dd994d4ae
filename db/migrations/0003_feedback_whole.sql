CREATE TABLE "clock_warnings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"clock_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"threshold_on" date NOT NULL,
	"official_id" uuid NOT NULL,
	"decided_on" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "clock_warnings_once" UNIQUE("clock_id","kind","threshold_on","official_id")
);
--> statement-breakpoint
CREATE TABLE "deadline_feeds" (
	"official_id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"last_read_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deadline_feeds_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "warning_digests" (
	"official_id" uuid NOT NULL,
	"day" date NOT NULL,
	"warnings" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "warning_digests_official_id_day_pk" PRIMARY KEY("official_id","day")
);
--> statement-breakpoint
CREATE TABLE "warning_runs" (
	"day" date PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_named_officials" (
	"case_id" uuid NOT NULL,
	"official_id" uuid NOT NULL,
	"named_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "case_named_officials_case_id_official_id_pk" PRIMARY KEY("case_id","official_id")
);
--> statement-breakpoint
CREATE TABLE "case_proposals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"body" text NOT NULL,
	"refusal_reason" text,
	"to_day" date,
	"proposed_by_id" uuid NOT NULL,
	"decided_by_id" uuid,
	"decided_at" timestamp with time zone,
	"comment" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "case_proposals_four_eyes" CHECK ("case_proposals"."decided_by_id" is null or "case_proposals"."decided_by_id" <> "case_proposals"."proposed_by_id")
);
--> statement-breakpoint
CREATE TABLE "reply_templates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_by_id" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "similar_days" (
	"day" date PRIMARY KEY NOT NULL,
	"shown" integer DEFAULT 0 NOT NULL,
	"resolved" integer DEFAULT 0 NOT NULL,
	"sent_anyway" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "similar_days_counted" CHECK ("similar_days"."shown" >= 0 and "similar_days"."resolved" >= 0 and "similar_days"."sent_anyway" >= 0)
);
--> statement-breakpoint
CREATE TABLE "case_imports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"source_id" uuid NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"file_sha256" text NOT NULL,
	"rows" integer NOT NULL,
	"made" integer DEFAULT 0 NOT NULL,
	"known" integer DEFAULT 0 NOT NULL,
	"wrong" integer DEFAULT 0 NOT NULL,
	"sealed_rows" "bytea",
	"key_id" text,
	"mapping" jsonb NOT NULL,
	"default_kind" text NOT NULL,
	"imported_by_id" uuid NOT NULL,
	"finished_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_links" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"linked_by_id" uuid NOT NULL,
	"undone_by_id" uuid,
	"undone_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_sources" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"name_folded" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"default_kind" text NOT NULL,
	"updated_by_id" uuid NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_sources_nameFolded_unique" UNIQUE("name_folded")
);
--> statement-breakpoint
CREATE TABLE "incoming_mails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"message_hash" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"sealed_mail" "bytea",
	"key_id" text,
	"case_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "incoming_mails_messageHash_unique" UNIQUE("message_hash")
);
--> statement-breakpoint
CREATE TABLE "mail_recipients" (
	"address_hash" text PRIMARY KEY NOT NULL,
	"hard_bounces" integer DEFAULT 0 NOT NULL,
	"last_code" text,
	"suppressed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "muted_cases" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"topic" text NOT NULL,
	"slug" text NOT NULL,
	"language" text NOT NULL,
	"sealed_address" "bytea" NOT NULL,
	"key_id" text NOT NULL,
	"address_hash" text NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"confirmed_at" timestamp with time zone,
	"digested_on" date,
	"told_until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"key_hash" text NOT NULL,
	"hint" text NOT NULL,
	"partner" text NOT NULL,
	"scope" text NOT NULL,
	"hourly_limit" integer NOT NULL,
	"valid_until" date NOT NULL,
	"revoked_at" timestamp with time zone,
	"used_on" date,
	"demo" boolean DEFAULT false NOT NULL,
	"issued_by_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "api_keys_keyHash_unique" UNIQUE("key_hash")
);
--> statement-breakpoint
CREATE TABLE "partner_cases" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"api_key_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "partner_cases_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "answer_documents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"title" text NOT NULL,
	"file_name" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text NOT NULL,
	"pages" smallint,
	"problem" text,
	"boxes" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"kept" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"rendition_key" text,
	"rendition_bytes" integer,
	"redacted_by_id" uuid,
	"redacted_at" timestamp with time zone,
	"public_key" text,
	"uploaded_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "answer_documents_publicKey_unique" UNIQUE("public_key"),
	CONSTRAINT "answer_documents_only_rendition_public" CHECK ("answer_documents"."public_key" is null or "answer_documents"."rendition_key" is not null)
);
--> statement-breakpoint
CREATE TABLE "case_reviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"month" date NOT NULL,
	"verdict" text NOT NULL,
	"reason" text NOT NULL,
	"official_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "case_reviews_once" UNIQUE("case_id","month")
);
--> statement-breakpoint
CREATE TABLE "kept_findings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reply_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"reason" text NOT NULL,
	"official_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "kept_findings_once" UNIQUE("reply_id","kind","text")
);
--> statement-breakpoint
CREATE TABLE "public_drafts" (
	"reply_id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"question" text NOT NULL,
	"answer" text NOT NULL,
	"legal_basis" text DEFAULT '' NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"edited_by_id" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "routing_draft" (
	"id" integer PRIMARY KEY NOT NULL,
	"based_on" integer NOT NULL,
	"rules" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"saved_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "routing_rule_sets" (
	"version" integer PRIMARY KEY NOT NULL,
	"rules" jsonb NOT NULL,
	"note" text NOT NULL,
	"made_by_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
DROP INDEX "messages_state";--> statement-breakpoint
ALTER TABLE "clocks" ADD COLUMN "changes" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "deadline_rules" ADD COLUMN "cut_off_hour" smallint;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "ended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "case_notes" ADD COLUMN "unit_version_id" uuid;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "supplement_requests" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "appealed_unit_id" uuid;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "original_number" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "writer_ids" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "subscription_id" uuid;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "address_hash" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "address_hint" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "code" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "next_try_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "claim" uuid;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "claimed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "handed_over_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "bounced_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "publication_log" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "publication_log" ADD COLUMN "content" jsonb;--> statement-breakpoint
ALTER TABLE "clock_warnings" ADD CONSTRAINT "clock_warnings_clock_id_clocks_id_fk" FOREIGN KEY ("clock_id") REFERENCES "public"."clocks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clock_warnings" ADD CONSTRAINT "clock_warnings_official_id_officials_id_fk" FOREIGN KEY ("official_id") REFERENCES "public"."officials"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline_feeds" ADD CONSTRAINT "deadline_feeds_official_id_officials_id_fk" FOREIGN KEY ("official_id") REFERENCES "public"."officials"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warning_digests" ADD CONSTRAINT "warning_digests_official_id_officials_id_fk" FOREIGN KEY ("official_id") REFERENCES "public"."officials"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_named_officials" ADD CONSTRAINT "case_named_officials_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_named_officials" ADD CONSTRAINT "case_named_officials_official_id_officials_id_fk" FOREIGN KEY ("official_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_named_officials" ADD CONSTRAINT "case_named_officials_named_by_id_officials_id_fk" FOREIGN KEY ("named_by_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_proposals" ADD CONSTRAINT "case_proposals_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_proposals" ADD CONSTRAINT "case_proposals_proposed_by_id_officials_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_proposals" ADD CONSTRAINT "case_proposals_decided_by_id_officials_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_templates" ADD CONSTRAINT "reply_templates_updated_by_id_officials_id_fk" FOREIGN KEY ("updated_by_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_imports" ADD CONSTRAINT "case_imports_source_id_import_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."import_sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_imports" ADD CONSTRAINT "case_imports_imported_by_id_officials_id_fk" FOREIGN KEY ("imported_by_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_links" ADD CONSTRAINT "case_links_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_links" ADD CONSTRAINT "case_links_other_id_cases_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_links" ADD CONSTRAINT "case_links_linked_by_id_officials_id_fk" FOREIGN KEY ("linked_by_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_links" ADD CONSTRAINT "case_links_undone_by_id_officials_id_fk" FOREIGN KEY ("undone_by_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_sources" ADD CONSTRAINT "import_sources_updated_by_id_officials_id_fk" FOREIGN KEY ("updated_by_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incoming_mails" ADD CONSTRAINT "incoming_mails_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "muted_cases" ADD CONSTRAINT "muted_cases_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_issued_by_id_officials_id_fk" FOREIGN KEY ("issued_by_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_cases" ADD CONSTRAINT "partner_cases_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_cases" ADD CONSTRAINT "partner_cases_api_key_id_api_keys_id_fk" FOREIGN KEY ("api_key_id") REFERENCES "public"."api_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_documents" ADD CONSTRAINT "answer_documents_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_documents" ADD CONSTRAINT "answer_documents_redacted_by_id_officials_id_fk" FOREIGN KEY ("redacted_by_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_documents" ADD CONSTRAINT "answer_documents_uploaded_by_id_officials_id_fk" FOREIGN KEY ("uploaded_by_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_reviews" ADD CONSTRAINT "case_reviews_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_reviews" ADD CONSTRAINT "case_reviews_official_id_officials_id_fk" FOREIGN KEY ("official_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_findings" ADD CONSTRAINT "kept_findings_reply_id_replies_id_fk" FOREIGN KEY ("reply_id") REFERENCES "public"."replies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_findings" ADD CONSTRAINT "kept_findings_official_id_officials_id_fk" FOREIGN KEY ("official_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_drafts" ADD CONSTRAINT "public_drafts_reply_id_replies_id_fk" FOREIGN KEY ("reply_id") REFERENCES "public"."replies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_drafts" ADD CONSTRAINT "public_drafts_edited_by_id_officials_id_fk" FOREIGN KEY ("edited_by_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_draft" ADD CONSTRAINT "routing_draft_saved_by_id_officials_id_fk" FOREIGN KEY ("saved_by_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_rule_sets" ADD CONSTRAINT "routing_rule_sets_made_by_id_officials_id_fk" FOREIGN KEY ("made_by_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clock_warnings_official" ON "clock_warnings" USING btree ("official_id","decided_on");--> statement-breakpoint
CREATE INDEX "case_named_officials_official" ON "case_named_officials" USING btree ("official_id");--> statement-breakpoint
CREATE INDEX "case_proposals_case" ON "case_proposals" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_proposals_one_pending" ON "case_proposals" USING btree ("case_id") WHERE "case_proposals"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "case_imports_official" ON "case_imports" USING btree ("imported_by_id","created_at");--> statement-breakpoint
CREATE INDEX "case_imports_kept" ON "case_imports" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "case_links_other" ON "case_links" USING btree ("other_id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_links_once" ON "case_links" USING btree ("case_id","other_id") WHERE "case_links"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "incoming_mails_state" ON "incoming_mails" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "incoming_mails_case" ON "incoming_mails" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "subscriptions_reader_topic" ON "subscriptions" USING btree ("address_hash","topic","slug");--> statement-breakpoint
CREATE INDEX "subscriptions_digest" ON "subscriptions" USING btree ("state","address_hash");--> statement-breakpoint
CREATE INDEX "partner_cases_key" ON "partner_cases" USING btree ("api_key_id");--> statement-breakpoint
CREATE INDEX "answer_documents_case" ON "answer_documents" USING btree ("case_id");--> statement-breakpoint
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_unit_version_id_unit_versions_id_fk" FOREIGN KEY ("unit_version_id") REFERENCES "public"."unit_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_appealed_unit_id_units_id_fk" FOREIGN KEY ("appealed_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_subscription_id_subscriptions_id_fk" FOREIGN KEY ("subscription_id") REFERENCES "public"."subscriptions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clocks_open" ON "clocks" USING btree ("id") WHERE "clocks"."stopped_on" is null;--> statement-breakpoint
CREATE INDEX "cases_work_order" ON "cases" USING btree ((not ("urgent" and "next_due_on" is not null)),coalesce("next_due_on", date '9999-12-31'),"received_on","id");--> statement-breakpoint
CREATE INDEX "cases_original_number" ON "cases" USING btree ("original_number");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_source_number" ON "cases" USING btree ("source","original_number") WHERE "cases"."parent_id" is null;--> statement-breakpoint
CREATE INDEX "messages_subscription" ON "messages" USING btree ("subscription_id");--> statement-breakpoint
CREATE INDEX "public_copies_received" ON "public_copies" USING btree (("content" ->> 'receivedOn') desc,"slug") WHERE kind = 'case';--> statement-breakpoint
CREATE INDEX "public_copies_updated" ON "public_copies" USING btree ("kind","published_at");--> statement-breakpoint
CREATE INDEX "messages_state" ON "messages" USING btree ("state","next_try_at");