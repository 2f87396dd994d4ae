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
	CONSTRAINT "profile_tallies_round_id_mode_group_place_option_question_value_pk" PRIMARY KEY("round_id","mode_group","place","option","question","value")
);
--> statement-breakpoint
ALTER TABLE "sheets" DROP CONSTRAINT "sheets_answers_scale";--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "sample_person_id" uuid;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "earlier_attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "answer_documents" ADD COLUMN "round" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "answer_documents" ADD COLUMN "for_sender" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "sheets" ADD COLUMN "flags" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "slips" ADD COLUMN "mode" text DEFAULT 'desk_slip' NOT NULL;--> statement-breakpoint
ALTER TABLE "slips" ADD COLUMN "batch" integer;--> statement-breakpoint
ALTER TABLE "kept_forms" ADD CONSTRAINT "kept_forms_official_id_officials_id_fk" FOREIGN KEY ("official_id") REFERENCES "public"."officials"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_frames" ADD CONSTRAINT "sample_frames_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_frames" ADD CONSTRAINT "sample_frames_uploaded_by_id_officials_id_fk" FOREIGN KEY ("uploaded_by_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_frames" ADD CONSTRAINT "sample_frames_drawn_by_id_officials_id_fk" FOREIGN KEY ("drawn_by_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_people" ADD CONSTRAINT "sample_people_frame_id_sample_frames_id_fk" FOREIGN KEY ("frame_id") REFERENCES "public"."sample_frames"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_people" ADD CONSTRAINT "sample_people_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_people" ADD CONSTRAINT "sample_people_slip_id_slips_id_fk" FOREIGN KEY ("slip_id") REFERENCES "public"."slips"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_strata" ADD CONSTRAINT "sample_strata_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_strata" ADD CONSTRAINT "sample_strata_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "kept_forms_official" ON "kept_forms" USING btree ("official_id");--> statement-breakpoint
CREATE INDEX "kept_forms_created" ON "kept_forms" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "sample_frames_round" ON "sample_frames" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "sample_people_frame" ON "sample_people" USING btree ("frame_id","channel","delivery");--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_sample_person_id_sample_people_id_fk" FOREIGN KEY ("sample_person_id") REFERENCES "public"."sample_people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "messages_sample_person" ON "messages" USING btree ("sample_person_id");--> statement-breakpoint
CREATE INDEX "messages_room" ON "messages" USING btree ("state","created_at","id");--> statement-breakpoint
CREATE INDEX "messages_created" ON "messages" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "partner_cases_newest" ON "partner_cases" USING btree ("api_key_id","created_at","case_id");--> statement-breakpoint
ALTER TABLE "sheets" ADD CONSTRAINT "sheets_answers_scale" CHECK (0 <= all("sheets"."answers") and 6 >= all("sheets"."answers"));--> statement-breakpoint
ALTER TABLE "slips" ADD CONSTRAINT "slips_sample_no_day" CHECK ("slips"."mode" <> 'sample' or "slips"."used_on" is null);