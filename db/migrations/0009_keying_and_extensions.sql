CREATE TABLE "round_extensions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date NOT NULL,
	"reason_vi" text NOT NULL,
	"reason_en" text NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	CONSTRAINT "round_extensions_later" CHECK ("round_extensions"."until_day" > "round_extensions"."from_day")
);
--> statement-breakpoint
ALTER TABLE "paper_rows" ADD COLUMN "sealed_code" "bytea";--> statement-breakpoint
ALTER TABLE "paper_rows" ADD COLUMN "key_id" text;--> statement-breakpoint
ALTER TABLE "questionnaires" ADD COLUMN "owner_id" uuid;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "keying_until" date;--> statement-breakpoint
ALTER TABLE "round_extensions" ADD CONSTRAINT "round_extensions_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "round_extensions_asked" ON "round_extensions" USING btree ("round_id") WHERE "round_extensions"."state" = 'asked';--> statement-breakpoint
ALTER TABLE "questionnaires" ADD CONSTRAINT "questionnaires_owner_id_units_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;