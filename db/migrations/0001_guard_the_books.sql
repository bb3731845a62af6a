-- What is booked stays booked: a mistake is reversed by an opposite posting, never edited.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER postings_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON postings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_lines_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_lines FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- One sequence of claim ids per vault: creates never queue for a counter row, and ids stay dense for the contract's bitmap.
CREATE FUNCTION make_claim_id_sequence() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  EXECUTE format('CREATE SEQUENCE %I', 'vault_' || NEW.number || '_claim_ids');
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER vaults_make_claim_id_sequence AFTER INSERT ON vaults FOR EACH ROW EXECUTE FUNCTION make_claim_id_sequence();
--> statement-breakpoint
CREATE FUNCTION next_claim_id(vault_id text) RETURNS numeric LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  vault record;
BEGIN
  SELECT number, namespace INTO STRICT vault FROM vaults WHERE id = vault_id;
  RETURN vault.namespace * 18446744073709551616::numeric + nextval('vault_' || vault.number || '_claim_ids');
END $$;
--> statement-breakpoint
ALTER TABLE rate_counts SET UNLOGGED;
--> statement-breakpoint
INSERT INTO balance_mark (key, rolled_to) VALUES ('entries', 0);
--> statement-breakpoint
-- Least privilege where the operator made the role: portal and worker read and write, and may not rewrite the books.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'drawbridge_app') THEN
    GRANT USAGE ON SCHEMA public TO drawbridge_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO drawbridge_app;
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO drawbridge_app;
    REVOKE UPDATE, DELETE ON entries, postings, audit_lines FROM drawbridge_app;
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO drawbridge_app;
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO drawbridge_app;
  END IF;
END $$;
