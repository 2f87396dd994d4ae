-- Guards of feedback that the schema cannot say.
--> statement-breakpoint
CREATE FUNCTION refuse_demo_key_outside_demo() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.demo AND NOT EXISTS (SELECT 1 FROM portal_facts WHERE name = 'demo' AND value = 'true'::jsonb) THEN
    RAISE EXCEPTION 'demo keys exist only in the demo world' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER api_keys_demo_only BEFORE INSERT OR UPDATE ON api_keys FOR EACH ROW EXECUTE FUNCTION refuse_demo_key_outside_demo();
