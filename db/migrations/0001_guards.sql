-- What the schema files cannot say: functions, triggers, rights and the rows that must be there. Written by hand.

-- What is booked, signed off or consented to stays: a mistake is reversed by an opposite posting, never edited.
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
CREATE TRIGGER audit_seals_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A close is a signed-off page; the day's next one has the next version.
CREATE TRIGGER closes_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON closes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER operator_lines_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON operator_lines FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER operator_seals_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON operator_seals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER attestations_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON attestations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER screenings_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON screenings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER approvals_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON approvals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER payment_assurances_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON payment_assurances FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A receipt was handed out as it is: it stays, and only becomes void. A public key that signed one stays, too.
CREATE FUNCTION keep_receipt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.voided_at IS NULL AND to_jsonb(NEW) - 'voided_at' = to_jsonb(OLD) - 'voided_at' THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'receipts only become void: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE FUNCTION keep_portal_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.retired_at IS NULL AND (NEW.kid, NEW.public_jwk, NEW.created_at) = (OLD.kid, OLD.public_jwk, OLD.created_at)
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'portal keys are only retired: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER receipts_change BEFORE UPDATE ON receipts FOR EACH ROW EXECUTE FUNCTION keep_receipt();
--> statement-breakpoint
CREATE TRIGGER portal_keys_change BEFORE UPDATE ON portal_keys FOR EACH ROW EXECUTE FUNCTION keep_portal_key();
--> statement-breakpoint
-- Who stopped what, when and why stays; a stop is only lifted, once.
CREATE FUNCTION keep_stop() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.lifted_at IS NULL AND NEW.lifted_at IS NOT NULL AND
    to_jsonb(NEW) - '{lifted_at,lifted_by_kind,lifted_by_id,lift_reason}'::text[]
      = to_jsonb(OLD) - '{lifted_at,lifted_by_kind,lifted_by_id,lift_reason}'::text[]
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'stops are only lifted: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER stops_change BEFORE UPDATE ON stops FOR EACH ROW EXECUTE FUNCTION keep_stop();
--> statement-breakpoint
CREATE TRIGGER stops_keep BEFORE DELETE OR TRUNCATE ON stops FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER receipts_keep BEFORE DELETE ON receipts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER portal_keys_keep BEFORE DELETE OR TRUNCATE ON portal_keys FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
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
-- The next id of a vault. A sequence is never set back, so two payouts never share one; words with burnt ids are stepped over.
CREATE FUNCTION next_claim_id(vault_id text) RETURNS numeric LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  vault record;
  candidate numeric;
BEGIN
  SELECT number, namespace INTO STRICT vault FROM vaults WHERE id = vault_id;
  LOOP
    candidate := vault.namespace * 18446744073709551616::numeric + nextval('vault_' || vault.number || '_claim_ids');
    EXIT WHEN NOT EXISTS (
      SELECT FROM burnt_claim_ids AS burnt WHERE burnt.vault_id = next_claim_id.vault_id AND burnt.word = div(candidate, 256)
    );
  END LOOP;
  RETURN candidate;
END $$;
--> statement-breakpoint
-- The figures of an hour are kept once it is over; a payment taken back later makes them untrue.
CREATE FUNCTION forget_desk_hour() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A writer of this merchant's figures holds the lock alone: it counts this change, or this deletes its row.
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('desk_hours ' || OLD.merchant_id, 0));
  DELETE FROM desk_hours WHERE merchant_id = OLD.merchant_id AND hour = date_trunc('hour', OLD.completed_at, 'UTC');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER payouts_forget_desk_hour AFTER UPDATE OF completed_at ON payouts FOR EACH ROW
  WHEN (OLD.completed_at IS NOT NULL AND OLD.completed_at IS DISTINCT FROM NEW.completed_at)
  EXECUTE FUNCTION forget_desk_hour();
--> statement-breakpoint
-- Open pages of the desk hear of every change when its transaction commits: "merchant subject word" on channel desk.
-- Here and not in the code, so that no writer can forget it.
CREATE FUNCTION ring_desk_for_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('desk', NEW.merchant_id || ' ' || NEW.subject_id || ' ' || NEW.action);
  RETURN NULL;
END $$;
--> statement-breakpoint
-- The first argument names the column of the subject, the second is the word.
CREATE FUNCTION ring_desk() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
BEGIN
  PERFORM pg_notify('desk', concat_ws(' ', changed ->> 'merchant_id', changed ->> TG_ARGV[0], TG_ARGV[1]));
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Not ring_desk(): that reads the whole row, and here it has the body of the message in it.
CREATE FUNCTION ring_desk_for_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('desk', NEW.merchant_id || ' ' || NEW.source_id || ' message');
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Not ring_desk(): that turns the whole row into JSON, and deliveries end by the thousand a second.
CREATE FUNCTION ring_desk_for_delivery() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('desk', NEW.merchant_id || ' ' || NEW.subject_id || ' delivery');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION ring_desk_for_posting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('desk', NEW.merchant_id || ' ' || NEW.id || ' posting');
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Workers that have nothing open on a chain rest; what may give them work ends that. Here, so that no writer can forget it.
CREATE FUNCTION stir_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('work', 'chain ' || NEW.chain);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER transfers_stir_chain AFTER INSERT OR UPDATE ON transfers FOR EACH ROW EXECUTE FUNCTION stir_chain();
--> statement-breakpoint
CREATE TRIGGER relayed_claims_stir_chain AFTER INSERT OR UPDATE ON relayed_claims FOR EACH ROW
  EXECUTE FUNCTION stir_chain();
--> statement-breakpoint
CREATE TRIGGER relay_sends_stir_chain AFTER INSERT OR UPDATE ON relay_sends FOR EACH ROW EXECUTE FUNCTION stir_chain();
--> statement-breakpoint
CREATE TRIGGER payouts_stir_chain AFTER INSERT OR UPDATE ON payouts FOR EACH ROW
  WHEN (NEW.delivery = 'send' AND NEW.status = 'pending') EXECUTE FUNCTION stir_chain();
--> statement-breakpoint
CREATE TRIGGER audit_lines_ring_desk AFTER INSERT ON audit_lines FOR EACH ROW EXECUTE FUNCTION ring_desk_for_audit();
--> statement-breakpoint
CREATE TRIGGER transfers_ring_desk AFTER INSERT OR UPDATE ON transfers FOR EACH ROW
  EXECUTE FUNCTION ring_desk('payout_id', 'transfer');
--> statement-breakpoint
CREATE TRIGGER deliveries_ring_desk AFTER UPDATE OF status ON deliveries FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION ring_desk_for_delivery();
--> statement-breakpoint
-- A lease changes no indexed column: with room for it in the page, no index is written.
ALTER TABLE deliveries SET (fillfactor = 75);
--> statement-breakpoint
CREATE TRIGGER breakers_ring_desk AFTER INSERT OR UPDATE OR DELETE ON breakers FOR EACH ROW
  EXECUTE FUNCTION ring_desk('endpoint_id', 'breaker');
--> statement-breakpoint
CREATE TRIGGER payment_holds_ring_desk AFTER INSERT OR UPDATE OR DELETE ON payment_holds FOR EACH ROW
  EXECUTE FUNCTION ring_desk('payout_id', 'hold');
--> statement-breakpoint
CREATE TRIGGER postings_ring_desk AFTER INSERT ON postings FOR EACH ROW
  WHEN (NEW.kind NOT IN ('reserve', 'settle', 'unreserve', 'reward')) EXECUTE FUNCTION ring_desk_for_posting();
--> statement-breakpoint
CREATE TRIGGER reconciliations_ring_desk AFTER INSERT OR UPDATE ON reconciliations FOR EACH ROW
  EXECUTE FUNCTION ring_desk('id', 'reconciliation');
--> statement-breakpoint
CREATE TRIGGER differences_ring_desk AFTER INSERT OR UPDATE ON differences FOR EACH ROW
  EXECUTE FUNCTION ring_desk('id', 'difference');
--> statement-breakpoint
CREATE TRIGGER sessions_ring_desk AFTER UPDATE OF ended_at ON sessions FOR EACH ROW
  WHEN (NEW.ended_at IS NOT NULL) EXECUTE FUNCTION ring_desk('id', 'session');
--> statement-breakpoint
CREATE TRIGGER members_ring_desk AFTER UPDATE OR DELETE ON members FOR EACH ROW
  EXECUTE FUNCTION ring_desk('user_id', 'member');
--> statement-breakpoint
CREATE TRIGGER messages_ring_desk AFTER INSERT OR UPDATE OF looked_at ON messages FOR EACH ROW
  EXECUTE FUNCTION ring_desk_for_message();
--> statement-breakpoint
ALTER TABLE rate_counts SET UNLOGGED;
--> statement-breakpoint
-- A payout names its quote, and the quote, written after it, names the payout.
ALTER TABLE payouts ALTER CONSTRAINT payouts_quote_id_quotes_id_fk DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
INSERT INTO balance_mark (key, rolled_to) VALUES ('entries', 0);
--> statement-breakpoint
INSERT INTO installation (key) VALUES ('installation');
--> statement-breakpoint
INSERT INTO audit_mark (key, written_in, line_id) VALUES ('audit_lines', 0, 0), ('operator_lines', 0, 0);
--> statement-breakpoint
-- Least privilege where the operator made the role: portal and worker read and write, and may not rewrite what stays.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'drawbridge_app') THEN
    GRANT USAGE ON SCHEMA public TO drawbridge_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO drawbridge_app;
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO drawbridge_app;
    REVOKE UPDATE, DELETE ON entries, postings, audit_lines, audit_seals, closes, approvals, screenings, payment_assurances,
      operator_lines, operator_seals FROM drawbridge_app;
    REVOKE UPDATE, DELETE ON assets FROM drawbridge_app;
    REVOKE DELETE ON receipts, portal_keys, stops FROM drawbridge_app;
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO drawbridge_app;
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO drawbridge_app;
  END IF;
END $$;
