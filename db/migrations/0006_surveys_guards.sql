-- Guards of surveys that the schema cannot say.
-- Closed questions, flags and profiles are counted from now on, so every sheet is counted anew by the next fold.
TRUNCATE tallies;
--> statement-breakpoint
-- Room on each page for the next count of a row: the update then touches no index.
ALTER TABLE tallies SET (fillfactor = 70);
--> statement-breakpoint
ALTER TABLE profile_tallies SET (fillfactor = 70);
--> statement-breakpoint
UPDATE sheets SET folded = false WHERE folded;
--> statement-breakpoint
-- Documents that were attached when only the office could open them stay so.
UPDATE answer_documents SET for_sender = false;
--> statement-breakpoint
-- Figures kept by day: whatever changes one marks the day. Nothing here waits for anybody.
CREATE FUNCTION mark_new_case_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO case_day_changes (day) SELECT DISTINCT received_on FROM changed;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION mark_changed_case_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO case_day_changes (day)
  SELECT DISTINCT day FROM (
    SELECT before.received_on AS one, after.received_on AS other FROM before JOIN after ON before.id = after.id
    WHERE (before.received_on, before.unit_id, before.procedure_id, before.answered_at, before.rating, before.state IN ('CHUYEN_MAT', 'DONG'), before.state = 'DONG')
      IS DISTINCT FROM (after.received_on, after.unit_id, after.procedure_id, after.answered_at, after.rating, after.state IN ('CHUYEN_MAT', 'DONG'), after.state = 'DONG')
  ) differing, LATERAL (VALUES (one), (other)) both_days (day);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER cases_mark_inserted AFTER INSERT ON cases REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_new_case_days();
--> statement-breakpoint
CREATE TRIGGER cases_mark_deleted AFTER DELETE ON cases REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_new_case_days();
--> statement-breakpoint
CREATE TRIGGER cases_mark_updated AFTER UPDATE ON cases REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_case_days();
--> statement-breakpoint
CREATE FUNCTION mark_clock_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO case_day_changes (day)
  SELECT DISTINCT cases.received_on FROM changed JOIN cases ON cases.id = changed.case_id WHERE changed.step = 'answer';
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER clocks_mark_inserted AFTER INSERT ON clocks REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_clock_days();
--> statement-breakpoint
CREATE TRIGGER clocks_mark_updated AFTER UPDATE ON clocks REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_clock_days();
--> statement-breakpoint
CREATE FUNCTION mark_all_case_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO case_day_changes (day) SELECT DISTINCT day FROM case_days;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Another calendar counts other working days; another tree puts other units below a unit.
CREATE TRIGGER calendar_days_mark AFTER INSERT ON calendar_days FOR EACH STATEMENT EXECUTE FUNCTION mark_all_case_days();
--> statement-breakpoint
CREATE TRIGGER calendar_versions_mark AFTER INSERT ON calendar_versions FOR EACH STATEMENT EXECUTE FUNCTION mark_all_case_days();
--> statement-breakpoint
CREATE TRIGGER unit_versions_mark AFTER INSERT OR UPDATE OR DELETE ON unit_versions FOR EACH STATEMENT EXECUTE FUNCTION mark_all_case_days();
--> statement-breakpoint
INSERT INTO case_day_changes (day) SELECT DISTINCT received_on FROM cases;
--> statement-breakpoint
-- How many public copies there are, counted as they come and go.
CREATE FUNCTION count_new_public_copies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public_counts (kind, unit_slug, authority_slug, field, category, audience, facet, n)
  SELECT kind, unit_slug, authority_slug, field, category, audience, facet, count(*) FROM added WHERE hidden_at IS NULL GROUP BY 1, 2, 3, 4, 5, 6, 7;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION count_gone_public_copies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public_counts (kind, unit_slug, authority_slug, field, category, audience, facet, n)
  SELECT kind, unit_slug, authority_slug, field, category, audience, facet, -count(*) FROM gone WHERE hidden_at IS NULL GROUP BY 1, 2, 3, 4, 5, 6, 7;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION count_changed_public_copies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public_counts (kind, unit_slug, authority_slug, field, category, audience, facet, n)
  SELECT kind, unit_slug, authority_slug, field, category, audience, facet, sum(one) FROM (
    SELECT kind, unit_slug, authority_slug, field, category, audience, facet, 1 AS one FROM added WHERE hidden_at IS NULL
    UNION ALL SELECT kind, unit_slug, authority_slug, field, category, audience, facet, -1 FROM gone WHERE hidden_at IS NULL
  ) changed GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(one) <> 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER public_copies_count_inserted AFTER INSERT ON public_copies REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_new_public_copies();
--> statement-breakpoint
CREATE TRIGGER public_copies_count_deleted AFTER DELETE ON public_copies REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION count_gone_public_copies();
--> statement-breakpoint
CREATE TRIGGER public_copies_count_updated AFTER UPDATE ON public_copies REFERENCING OLD TABLE AS gone NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_changed_public_copies();
--> statement-breakpoint
INSERT INTO public_counts (kind, unit_slug, authority_slug, field, category, audience, facet, n)
SELECT kind, unit_slug, authority_slug, field, category, audience, facet, count(*) FROM public_copies WHERE hidden_at IS NULL GROUP BY 1, 2, 3, 4, 5, 6, 7;
