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
CREATE TRIGGER audit_lines_ring_desk AFTER INSERT ON audit_lines FOR EACH ROW EXECUTE FUNCTION ring_desk_for_audit();
--> statement-breakpoint
CREATE TRIGGER transfers_ring_desk AFTER INSERT OR UPDATE ON transfers FOR EACH ROW
  EXECUTE FUNCTION ring_desk('payout_id', 'transfer');
--> statement-breakpoint
CREATE TRIGGER deliveries_ring_desk AFTER UPDATE OF status ON deliveries FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION ring_desk('payout_id', 'delivery');
--> statement-breakpoint
CREATE TRIGGER breakers_ring_desk AFTER INSERT OR UPDATE OR DELETE ON breakers FOR EACH ROW
  EXECUTE FUNCTION ring_desk('endpoint_id', 'breaker');
--> statement-breakpoint
CREATE TRIGGER payment_holds_ring_desk AFTER INSERT OR UPDATE OR DELETE ON payment_holds FOR EACH ROW
  EXECUTE FUNCTION ring_desk('payout_id', 'hold');
--> statement-breakpoint
CREATE TRIGGER postings_ring_desk AFTER INSERT ON postings FOR EACH ROW
  WHEN (NEW.kind NOT IN ('reserve', 'settle', 'release')) EXECUTE FUNCTION ring_desk('id', 'posting');
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
