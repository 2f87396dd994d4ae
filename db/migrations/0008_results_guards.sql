-- Guards of results that the schema cannot say.
-- Rounds get their stage from their state; the two can never part again.
UPDATE rounds SET stage = CASE state WHEN 'closed' THEN 'to_approve_results' WHEN 'draft' THEN 'drafting' ELSE state END;
--> statement-breakpoint
ALTER TABLE rounds ADD CONSTRAINT rounds_stage_of_state CHECK (
  (state = 'draft' AND stage IN ('drafting', 'to_approve', 'approved'))
  OR (state = 'open' AND stage = 'open')
  OR (state = 'closed' AND stage IN ('to_check', 'to_compute', 'to_approve_results'))
  OR (state = 'published' AND stage IN ('published', 'correcting', 'correction_to_approve'))
  OR (state = 'archived' AND stage = 'archived')
);
--> statement-breakpoint
-- Snapshots of before were hashed by lines without flags (version 1).
UPDATE rounds SET closed_sha256 = snapshot.raw_sha256, closed_sheets = (snapshot.content ->> 'sheets')::integer, hash_version = 1, closed_at = snapshot.created_at
FROM result_snapshots AS snapshot WHERE snapshot.round_id = rounds.id AND snapshot.version = 1;
--> statement-breakpoint
INSERT INTO result_editions (round_id, edition, snapshot_id, published_at)
SELECT rounds.id, 1, snapshot.id, coalesce((SELECT max(at) FROM audit_events WHERE subject = 'round' AND subject_id = rounds.id::text AND act = 'round.published'), snapshot.created_at)
FROM rounds JOIN result_snapshots AS snapshot ON snapshot.round_id = rounds.id AND snapshot.version = 1
WHERE rounds.state IN ('published', 'archived');
--> statement-breakpoint
CREATE TRIGGER result_editions_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON result_editions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- What an exclusion takes out is said once; it may only be withdrawn, or stand again.
CREATE FUNCTION keep_exclusion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.round_id, OLD.number, OLD.unit_id, OLD.mode, OLD.from_day, OLD.to_day, OLD.flag, OLD.reason, OLD.note, OLD.sheets, OLD.declared_by_id, OLD.declared_at)
    IS DISTINCT FROM (NEW.round_id, NEW.number, NEW.unit_id, NEW.mode, NEW.from_day, NEW.to_day, NEW.flag, NEW.reason, NEW.note, NEW.sheets, NEW.declared_by_id, NEW.declared_at) THEN
    RAISE EXCEPTION 'An exclusion is declared once';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER sheet_exclusions_keep BEFORE UPDATE ON sheet_exclusions FOR EACH ROW EXECUTE FUNCTION keep_exclusion();
--> statement-breakpoint
CREATE TRIGGER sheet_exclusions_stay BEFORE DELETE OR TRUNCATE ON sheet_exclusions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER service_rules_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON service_rules FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER service_months_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON service_months FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
--> statement-breakpoint
INSERT INTO title_words (word, n) SELECT word, ndoc FROM ts_stat('select to_tsvector(''simple'', title_folded) from public_copies where hidden_at is null') WHERE word ~ '^[a-z]{2,24}$';
