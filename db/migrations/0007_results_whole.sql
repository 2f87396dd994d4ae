CREATE TABLE "title_words" (
	"word" text PRIMARY KEY NOT NULL,
	"n" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "remark_own_tags" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"authority_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name_vi" text NOT NULL,
	"name_en" text,
	"made_by_id" uuid,
	"retired_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "remark_tags" (
	"remark_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"tag" text NOT NULL,
	CONSTRAINT "remark_tags_remark_id_tag_pk" PRIMARY KEY("remark_id","tag")
);
--> statement-breakpoint
CREATE TABLE "remarks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"question" text NOT NULL,
	"state" text DEFAULT 'read' NOT NULL,
	"set_aside_reason" text,
	"public_text" text,
	"language" text DEFAULT 'vi' NOT NULL,
	"kept" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"kept_reason" text,
	"reason" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"proposed_by_id" uuid,
	"approved_by_id" uuid,
	"published_at" timestamp with time zone,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "remarks_four_eyes" CHECK ("remarks"."approved_by_id" is null or "remarks"."approved_by_id" <> "remarks"."proposed_by_id")
);
--> statement-breakpoint
CREATE TABLE "dossier_counts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"unit_id" uuid NOT NULL,
	"period" text NOT NULL,
	"indicator" text NOT NULL,
	"sooner" integer NOT NULL,
	"on_time" integer NOT NULL,
	"late" integer NOT NULL,
	"source" text NOT NULL,
	"imported_on" date NOT NULL,
	"imported_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dossier_counts_whole" CHECK ("dossier_counts"."sooner" >= 0 and "dossier_counts"."on_time" >= 0 and "dossier_counts"."late" >= 0)
);
--> statement-breakpoint
CREATE TABLE "month_values" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"authority_id" uuid NOT NULL,
	"month" text NOT NULL,
	"code" text NOT NULL,
	"numerator" integer NOT NULL,
	"denominator" integer NOT NULL,
	"source" text NOT NULL,
	"entered_on" date NOT NULL,
	"entered_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "month_values_share" CHECK (0 <= "month_values"."numerator" and "month_values"."numerator" <= "month_values"."denominator")
);
--> statement-breakpoint
CREATE TABLE "score_sheets" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"unit_id" uuid NOT NULL,
	"unit_version_id" uuid NOT NULL,
	"quarter" text NOT NULL,
	"rules_id" uuid NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"lines" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"opened_by_id" uuid NOT NULL,
	"self_scored_by_id" uuid,
	"self_scored_at" timestamp with time zone,
	"appraised_by_id" uuid,
	"appraised_at" timestamp with time zone,
	"published_by_id" uuid,
	"published_at" timestamp with time zone,
	"correction" text,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "score_sheets_four_eyes" CHECK ("score_sheets"."self_scored_by_id" <> "score_sheets"."appraised_by_id" and "score_sheets"."self_scored_by_id" <> "score_sheets"."published_by_id")
);
--> statement-breakpoint
CREATE TABLE "service_months" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"authority_id" uuid NOT NULL,
	"month" text NOT NULL,
	"version" integer NOT NULL,
	"rules_id" uuid NOT NULL,
	"snapshot" jsonb NOT NULL,
	"figures_sha256" text NOT NULL,
	"note" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "service_rules" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"valid_from" date NOT NULL,
	"note" text NOT NULL,
	"added_by_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "result_editions" (
	"round_id" uuid NOT NULL,
	"edition" smallint NOT NULL,
	"snapshot_id" uuid NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "result_editions_round_id_edition_pk" PRIMARY KEY("round_id","edition")
);
--> statement-breakpoint
CREATE TABLE "sheet_exclusions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"unit_id" uuid,
	"mode" text,
	"from_day" date,
	"to_day" date,
	"flag" text,
	"reason" text NOT NULL,
	"note" text NOT NULL,
	"sheets" integer NOT NULL,
	"declared_by_id" uuid NOT NULL,
	"declared_at" timestamp with time zone NOT NULL,
	"withdrawn_by_id" uuid,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_note" text,
	CONSTRAINT "sheet_exclusions_group" CHECK (num_nonnulls("sheet_exclusions"."unit_id", "sheet_exclusions"."mode", "sheet_exclusions"."from_day", "sheet_exclusions"."to_day", "sheet_exclusions"."flag") > 0)
);
--> statement-breakpoint
DROP INDEX "public_copies_title_trgm";--> statement-breakpoint
ALTER TABLE "result_snapshots" ADD COLUMN "note_en" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "stage" text DEFAULT 'drafting' NOT NULL;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "consent_vi" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "consent_en" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "return_reason" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "closed_sheets" integer;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "closed_sha256" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "hash_version" smallint;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "correction_vi" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "correction_en" text;--> statement-breakpoint
ALTER TABLE "remark_own_tags" ADD CONSTRAINT "remark_own_tags_authority_id_units_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark_own_tags" ADD CONSTRAINT "remark_own_tags_made_by_id_officials_id_fk" FOREIGN KEY ("made_by_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark_tags" ADD CONSTRAINT "remark_tags_remark_id_remarks_id_fk" FOREIGN KEY ("remark_id") REFERENCES "public"."remarks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remarks" ADD CONSTRAINT "remarks_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remarks" ADD CONSTRAINT "remarks_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remarks" ADD CONSTRAINT "remarks_proposed_by_id_officials_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remarks" ADD CONSTRAINT "remarks_approved_by_id_officials_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_counts" ADD CONSTRAINT "dossier_counts_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_counts" ADD CONSTRAINT "dossier_counts_imported_by_id_officials_id_fk" FOREIGN KEY ("imported_by_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "month_values" ADD CONSTRAINT "month_values_authority_id_units_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "month_values" ADD CONSTRAINT "month_values_entered_by_id_officials_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_sheets" ADD CONSTRAINT "score_sheets_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_sheets" ADD CONSTRAINT "score_sheets_unit_version_id_unit_versions_id_fk" FOREIGN KEY ("unit_version_id") REFERENCES "public"."unit_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_sheets" ADD CONSTRAINT "score_sheets_rules_id_service_rules_id_fk" FOREIGN KEY ("rules_id") REFERENCES "public"."service_rules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_sheets" ADD CONSTRAINT "score_sheets_opened_by_id_officials_id_fk" FOREIGN KEY ("opened_by_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_sheets" ADD CONSTRAINT "score_sheets_self_scored_by_id_officials_id_fk" FOREIGN KEY ("self_scored_by_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_sheets" ADD CONSTRAINT "score_sheets_appraised_by_id_officials_id_fk" FOREIGN KEY ("appraised_by_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_sheets" ADD CONSTRAINT "score_sheets_published_by_id_officials_id_fk" FOREIGN KEY ("published_by_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_months" ADD CONSTRAINT "service_months_authority_id_units_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_months" ADD CONSTRAINT "service_months_rules_id_service_rules_id_fk" FOREIGN KEY ("rules_id") REFERENCES "public"."service_rules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_rules" ADD CONSTRAINT "service_rules_added_by_id_officials_id_fk" FOREIGN KEY ("added_by_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_editions" ADD CONSTRAINT "result_editions_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_editions" ADD CONSTRAINT "result_editions_snapshot_id_result_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."result_snapshots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_exclusions" ADD CONSTRAINT "sheet_exclusions_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_exclusions" ADD CONSTRAINT "sheet_exclusions_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "remark_own_tags_code" ON "remark_own_tags" USING btree ("authority_id","code");--> statement-breakpoint
CREATE INDEX "remark_tags_round" ON "remark_tags" USING btree ("round_id","tag","unit_id");--> statement-breakpoint
CREATE INDEX "remarks_round" ON "remarks" USING btree ("round_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "dossier_counts_period" ON "dossier_counts" USING btree ("unit_id","period","indicator");--> statement-breakpoint
CREATE UNIQUE INDEX "month_values_code" ON "month_values" USING btree ("authority_id","month","code");--> statement-breakpoint
CREATE UNIQUE INDEX "score_sheets_quarter" ON "score_sheets" USING btree ("unit_id","quarter");--> statement-breakpoint
CREATE UNIQUE INDEX "service_months_version" ON "service_months" USING btree ("authority_id","month","version");--> statement-breakpoint
CREATE INDEX "service_months_month" ON "service_months" USING btree ("month");--> statement-breakpoint
CREATE UNIQUE INDEX "service_rules_number" ON "service_rules" USING btree ("kind","version");--> statement-breakpoint
CREATE UNIQUE INDEX "sheet_exclusions_number" ON "sheet_exclusions" USING btree ("round_id","number");--> statement-breakpoint
CREATE INDEX "sheet_texts_page" ON "sheet_texts" USING btree ("round_id","id");--> statement-breakpoint
CREATE INDEX "sheet_texts_group" ON "sheet_texts" USING btree ("round_id","question","unit_id");--> statement-breakpoint
CREATE INDEX "sheet_texts_search" ON "sheet_texts" USING gin (to_tsvector('simple', translate(lower(normalize("body")), 'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ', 'aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd')));--> statement-breakpoint
CREATE INDEX "tallies_whole" ON "tallies" USING btree ("round_id","day","mode","unit_id") WHERE "tallies"."question" = -1;