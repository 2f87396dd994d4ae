CREATE TABLE "day_secrets" (
	"day" date PRIMARY KEY NOT NULL,
	"secret" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "device_days" (
	"day" date NOT NULL,
	"mark" text NOT NULL,
	CONSTRAINT "device_days_day_mark_pk" PRIMARY KEY("day","mark")
);
--> statement-breakpoint
CREATE TABLE "case_day_changes" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"day" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_days" (
	"scope" text NOT NULL,
	"scope_id" text NOT NULL,
	"day" date NOT NULL,
	"received" integer NOT NULL,
	"on_time" integer NOT NULL,
	"late" integer NOT NULL,
	"stars" integer[] NOT NULL,
	"waits" integer[] NOT NULL,
	CONSTRAINT "case_days_scope_scope_id_day_pk" PRIMARY KEY("scope","scope_id","day")
);
--> statement-breakpoint
CREATE TABLE "public_counts" (
	"kind" text NOT NULL,
	"unit_slug" text,
	"authority_slug" text,
	"field" text,
	"category" text,
	"audience" text,
	"facet" text,
	"n" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "improvements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"unit_id" uuid NOT NULL,
	"questionnaire" text NOT NULL,
	"criterion" text NOT NULL,
	"said_vi" text NOT NULL,
	"said_en" text,
	"did_vi" text NOT NULL,
	"did_en" text,
	"done_on" date NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"written_by_id" uuid NOT NULL,
	"published_by_id" uuid,
	"published_at" timestamp with time zone,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kiosks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"round_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"procedure_id" uuid,
	"code_hash" text,
	"code_expires_at" timestamp with time zone,
	"token_hash" text,
	"set_up_at" timestamp with time zone,
	"last_used_on" date,
	"revoked_at" timestamp with time zone,
	"created_by_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "kiosks_codeHash_unique" UNIQUE("code_hash"),
	CONSTRAINT "kiosks_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "paper_batches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"procedure_id" uuid,
	"filled_from" date NOT NULL,
	"filled_to" date NOT NULL,
	"first_number" integer NOT NULL,
	"sheets" integer NOT NULL,
	"state" text NOT NULL,
	"operator_id" uuid NOT NULL,
	"second_operator_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"committed_at" timestamp with time zone,
	"committed_by_id" uuid,
	"stored" integer,
	"compared_cells" integer,
	"differing_cells" integer,
	"rows_sha256" text
);
--> statement-breakpoint
CREATE TABLE "paper_rows" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"batch_id" uuid NOT NULL,
	"keying" smallint NOT NULL,
	"place" integer NOT NULL,
	"cells" jsonb NOT NULL,
	"chosen" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"spoiled" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kept_forms" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"official_id" uuid NOT NULL,
	"sealed_form" "bytea" NOT NULL,
	"key_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sample_frames" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"file_sha256" text NOT NULL,
	"rows" integer NOT NULL,
	"taken" integer DEFAULT 0 NOT NULL,
	"wrong" integer DEFAULT 0 NOT NULL,
	"repeated" integer DEFAULT 0 NOT NULL,
	"mapping" jsonb NOT NULL,
	"strata_kind" text DEFAULT 'unit' NOT NULL,
	"sealed_rows" "bytea",
	"key_id" text,
	"plan" jsonb,
	"seed" text,
	"list_sha256" text,
	"draw_sha256" text,
	"uploaded_by_id" uuid NOT NULL,
	"uploaded_on" date NOT NULL,
	"drawn_by_id" uuid,
	"drawn_at" timestamp with time zone,
	"erased_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sample_people" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"frame_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"procedure_id" uuid NOT NULL,
	"sealed" "bytea",
	"key_id" text,
	"slip_id" uuid,
	"language" text NOT NULL,
	"channel" text NOT NULL,
	"delivery" text DEFAULT 'waiting' NOT NULL,
	"batch" integer,
	"invited_on" date,
	"reminded" smallint DEFAULT 0 NOT NULL,
	"reminded_on" date,
	CONSTRAINT "sample_people_slipId_unique" UNIQUE("slip_id"),
	CONSTRAINT "sample_people_reminded" CHECK ("sample_people"."reminded" between 0 and 2)
);
--> statement-breakpoint
CREATE TABLE "sample_strata" (
	"round_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"procedure_id" uuid NOT NULL,
	"population" integer NOT NULL,
	"planned" integer DEFAULT 0 NOT NULL,
	"drawn" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "sample_strata_round_id_unit_id_procedure_id_pk" PRIMARY KEY("round_id","unit_id","procedure_id"),
	CONSTRAINT "sample_strata_within" CHECK ("sample_strata"."drawn" between 0 and "sample_strata"."population")
);
--> statement-breakpoint
CREATE TABLE "profile_tallies" (
	"round_id" uuid NOT NULL,
	"mode_group" text NOT NULL,
	"place" smallint NOT NULL,
	"option" smallint NOT NULL,
	"question" smallint NOT NULL,
	"value" smallint NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "profile_tallies_key" PRIMARY KEY("round_id","mode_group","place","option","question","value")
);
--> statement-breakpoint
CREATE TABLE "questionnaire_drafts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"changed_by_id" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sheets" DROP CONSTRAINT "sheets_answers_scale";--> statement-breakpoint
DROP INDEX "public_copies_list";--> statement-breakpoint
DROP INDEX "public_copies_unit";--> statement-breakpoint
DROP INDEX "public_copies_procedure";--> statement-breakpoint
DROP INDEX "sheets_tail";--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "sample_person_id" uuid;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "earlier_attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "answer_documents" ADD COLUMN "round" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "answer_documents" ADD COLUMN "for_sender" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "sheets" ADD COLUMN "flags" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "slips" ADD COLUMN "mode" text DEFAULT 'desk_slip' NOT NULL;--> statement-breakpoint
ALTER TABLE "slips" ADD COLUMN "batch" integer;--> statement-breakpoint
ALTER TABLE "improvements" ADD CONSTRAINT "improvements_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvements" ADD CONSTRAINT "improvements_written_by_id_officials_id_fk" FOREIGN KEY ("written_by_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvements" ADD CONSTRAINT "improvements_published_by_id_officials_id_fk" FOREIGN KEY ("published_by_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kiosks" ADD CONSTRAINT "kiosks_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kiosks" ADD CONSTRAINT "kiosks_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kiosks" ADD CONSTRAINT "kiosks_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_batches" ADD CONSTRAINT "paper_batches_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_batches" ADD CONSTRAINT "paper_batches_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_batches" ADD CONSTRAINT "paper_batches_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_rows" ADD CONSTRAINT "paper_rows_batch_id_paper_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."paper_batches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_forms" ADD CONSTRAINT "kept_forms_official_id_officials_id_fk" FOREIGN KEY ("official_id") REFERENCES "public"."officials"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_frames" ADD CONSTRAINT "sample_frames_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_frames" ADD CONSTRAINT "sample_frames_uploaded_by_id_officials_id_fk" FOREIGN KEY ("uploaded_by_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_frames" ADD CONSTRAINT "sample_frames_drawn_by_id_officials_id_fk" FOREIGN KEY ("drawn_by_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_people" ADD CONSTRAINT "sample_people_frame_id_sample_frames_id_fk" FOREIGN KEY ("frame_id") REFERENCES "public"."sample_frames"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_people" ADD CONSTRAINT "sample_people_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_people" ADD CONSTRAINT "sample_people_slip_id_slips_id_fk" FOREIGN KEY ("slip_id") REFERENCES "public"."slips"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_strata" ADD CONSTRAINT "sample_strata_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_strata" ADD CONSTRAINT "sample_strata_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_day_changes_day" ON "case_day_changes" USING btree ("day");--> statement-breakpoint
CREATE INDEX "public_counts_kind" ON "public_counts" USING btree ("kind");--> statement-breakpoint
CREATE INDEX "improvements_unit" ON "improvements" USING btree ("unit_id","state");--> statement-breakpoint
CREATE INDEX "kiosks_unit" ON "kiosks" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "paper_batches_round" ON "paper_batches" USING btree ("round_id");--> statement-breakpoint
CREATE UNIQUE INDEX "paper_rows_place" ON "paper_rows" USING btree ("batch_id","keying","place");--> statement-breakpoint
CREATE INDEX "kept_forms_official" ON "kept_forms" USING btree ("official_id");--> statement-breakpoint
CREATE INDEX "kept_forms_created" ON "kept_forms" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "sample_frames_round" ON "sample_frames" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "sample_people_frame" ON "sample_people" USING btree ("frame_id","channel","delivery");--> statement-breakpoint
CREATE UNIQUE INDEX "questionnaire_drafts_number" ON "questionnaire_drafts" USING btree ("code","version");--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_sample_person_id_sample_people_id_fk" FOREIGN KEY ("sample_person_id") REFERENCES "public"."sample_people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clocks_running" ON "clocks" USING btree ("due_on","case_id") WHERE "clocks"."stopped_on" is null;--> statement-breakpoint
CREATE INDEX "assignments_supporting" ON "assignments" USING btree ("to_unit_id","case_id") WHERE "assignments"."role" = 'supporting' and "assignments"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "cases_open_order" ON "cases" USING btree ((not ("urgent" and "next_due_on" is not null)),coalesce("next_due_on", date '9999-12-31'),"received_on","id","state","next_due_on","handler_id","unit_id","about_unit_id") WHERE state in ('MOI', 'CHO_BO_SUNG', 'DA_BO_SUNG', 'DA_TIEP_NHAN', 'DA_PHAN_CONG', 'DANG_XU_LY', 'TIEP_TUC_TAP_HOP', 'CHO_DUYET', 'DA_TRA_LOI', 'MO_LAI');--> statement-breakpoint
CREATE INDEX "cases_state_order" ON "cases" USING btree ("state",(not ("urgent" and "next_due_on" is not null)),coalesce("next_due_on", date '9999-12-31'),"received_on","id");--> statement-breakpoint
CREATE INDEX "cases_unit_order" ON "cases" USING btree ("unit_id",(not ("urgent" and "next_due_on" is not null)),coalesce("next_due_on", date '9999-12-31'),"received_on","id");--> statement-breakpoint
CREATE INDEX "cases_parent" ON "cases" USING btree ("parent_id") WHERE "cases"."parent_id" is not null;--> statement-breakpoint
CREATE INDEX "cases_closed" ON "cases" USING btree ("closed_at");--> statement-breakpoint
CREATE INDEX "cases_field" ON "cases" USING btree ("field","received_on","id");--> statement-breakpoint
CREATE INDEX "cases_one_star" ON "cases" USING btree ("rated_at") WHERE "cases"."rating" = 1;--> statement-breakpoint
CREATE INDEX "cases_place" ON "cases" USING btree (lower("place"),"received_on") WHERE "cases"."place" is not null;--> statement-breakpoint
CREATE INDEX "messages_sample_person" ON "messages" USING btree ("sample_person_id");--> statement-breakpoint
CREATE INDEX "messages_room" ON "messages" USING btree ("state","created_at","id");--> statement-breakpoint
CREATE INDEX "messages_created" ON "messages" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "partner_cases_newest" ON "partner_cases" USING btree ("api_key_id","created_at","case_id");--> statement-breakpoint
CREATE INDEX "case_reviews_month" ON "case_reviews" USING btree ("month");--> statement-breakpoint
CREATE INDEX "public_copies_authority" ON "public_copies" USING btree ("authority_slug","kind","sort_day" DESC NULLS FIRST,"slug","field","category","facet");--> statement-breakpoint
CREATE INDEX "public_copies_field" ON "public_copies" USING btree ("field","kind","sort_day" DESC NULLS FIRST,"slug","category","facet");--> statement-breakpoint
CREATE INDEX "public_copies_hidden" ON "public_copies" USING btree ("hidden_at") WHERE "public_copies"."hidden_at" is not null;--> statement-breakpoint
CREATE INDEX "public_copies_list" ON "public_copies" USING btree ("kind","sort_day" DESC NULLS FIRST,"slug");--> statement-breakpoint
CREATE INDEX "public_copies_unit" ON "public_copies" USING btree ("unit_slug","kind","sort_day" DESC NULLS FIRST,"slug","field","category","facet");--> statement-breakpoint
CREATE INDEX "public_copies_procedure" ON "public_copies" USING btree ("procedure_slug","kind","sort_day" DESC NULLS FIRST,"slug");--> statement-breakpoint
CREATE INDEX "sheets_tail" ON "sheets" USING btree ("round_id","unit_id","procedure_id","mode","day") WHERE not "sheets"."folded";--> statement-breakpoint
ALTER TABLE "sheets" ADD CONSTRAINT "sheets_answers_scale" CHECK (0 <= all("sheets"."answers") and 6 >= all("sheets"."answers"));--> statement-breakpoint
ALTER TABLE "slips" ADD CONSTRAINT "slips_sample_no_day" CHECK ("slips"."mode" <> 'sample' or "slips"."used_on" is null);