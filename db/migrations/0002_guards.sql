INSERT INTO audit_head (id, seq, hash) VALUES (1, 0, repeat('0', 64));
--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER publication_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON publication_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER result_snapshots_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON result_snapshots FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION refuse_used_questionnaire() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.used_at IS NOT NULL AND (TG_OP = 'DELETE' OR NEW.content IS DISTINCT FROM OLD.content OR NEW.index_variant IS DISTINCT FROM OLD.index_variant) THEN
    RAISE EXCEPTION 'a questionnaire version in use cannot change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER questionnaire_versions_immutable BEFORE UPDATE OR DELETE ON questionnaire_versions FOR EACH ROW EXECUTE FUNCTION refuse_used_questionnaire();
--> statement-breakpoint
CREATE FUNCTION refuse_demo_outside_demo() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.demo AND NOT EXISTS (SELECT 1 FROM portal_facts WHERE name = 'demo' AND value = 'true'::jsonb) THEN
    RAISE EXCEPTION 'demo officials exist only in the demo world' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER officials_demo_only BEFORE INSERT OR UPDATE ON officials FOR EACH ROW EXECUTE FUNCTION refuse_demo_outside_demo();
--> statement-breakpoint
CREATE FUNCTION note_chain_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.seq = (SELECT max(seq) FROM audit_events) THEN
    UPDATE audit_head SET seq = NEW.seq, hash = NEW.hash WHERE id = 1;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER audit_events_note_end AFTER INSERT ON audit_events DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_chain_end();
