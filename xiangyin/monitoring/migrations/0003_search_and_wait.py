"""Searching items by their bigrams as their tenant, and what is asked before a tenant is set: due sources, stalled imports.

Under row security `@>` and LIKE may use no index, so the search runs with the owner's rights; the tenant is read from the
transaction's setting, never from an argument, and the search path is fixed. Each call is planned for its own words.
"""

from django.db import migrations

MATCHING = """
  FROM monitoring_item
  WHERE jurisdiction_id = nullif(current_setting('xiangyin.jurisdiction', true), '')::uuid
    AND mode = 'actual' AND erased_at IS NULL AND bigrams @> pairs::varchar[] AND folded LIKE ALL (patterns)
    AND (in_channel = '' OR channel = in_channel)
    AND (since IS NULL OR published_at >= since) AND (before IS NULL OR published_at < before)
"""
ASKED = "pairs text[], patterns text[], in_channel text, since timestamptz, before timestamptz"
AS_OWNER = "SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = force_custom_plan"

FIND = f"""
CREATE FUNCTION find_items({ASKED}, skipped integer, most integer) RETURNS TABLE (item_id uuid)
LANGUAGE plpgsql STABLE {AS_OWNER} AS $$
BEGIN
  RETURN QUERY SELECT id {MATCHING} ORDER BY published_at DESC, id DESC OFFSET skipped LIMIT most;
END $$;
"""
COUNT = f"""
CREATE FUNCTION count_items({ASKED}, most integer) RETURNS bigint
LANGUAGE plpgsql STABLE {AS_OWNER} AS $$
BEGIN
  RETURN (SELECT count(*) FROM (SELECT 1 {MATCHING} LIMIT most) counted);
END $$;
"""
SETTLE = """
CREATE FUNCTION settle_items() RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM gin_clean_pending_list('items_by_bigram'::regclass);
  ANALYZE monitoring_item;
END $$;
"""
DUE = """
CREATE FUNCTION jurisdictions_with_due_sources(moment timestamptz) RETURNS TABLE (jurisdiction_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT DISTINCT s.jurisdiction_id FROM monitoring_source s WHERE s.next_try_at <= moment
$$;
"""
STALLED = """
CREATE FUNCTION stalled_imports(before timestamptz) RETURNS TABLE (upload_id uuid, jurisdiction_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT u.id, u.jurisdiction_id FROM monitoring_upload u WHERE u.state = 'importing' AND u.moved_at < before ORDER BY u.started_at
$$;
"""

WAITS = """
CREATE FUNCTION item_waits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO monitoring_waiting (jurisdiction_id, item_id) VALUES (NEW.jurisdiction_id, NEW.id);
  RETURN NEW;
END $$;
CREATE TRIGGER monitoring_item_waits AFTER INSERT ON monitoring_item FOR EACH ROW WHEN (NEW.mode = 'actual')
  EXECUTE FUNCTION item_waits();
"""
WAITING = """
CREATE FUNCTION jurisdictions_with_waiting_items() RETURNS TABLE (jurisdiction_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT DISTINCT w.jurisdiction_id FROM monitoring_waiting w
  UNION SELECT DISTINCT d.jurisdiction_id FROM monitoring_matterdecision d WHERE d.applied_at IS NULL
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("monitoring", "0002_begin")]
    operations = [
        migrations.RunSQL(WAITS, "DROP TRIGGER monitoring_item_waits ON monitoring_item; DROP FUNCTION item_waits()"),
        migrations.RunSQL(WAITING, "DROP FUNCTION jurisdictions_with_waiting_items()"),
        migrations.RunSQL(FIND, "DROP FUNCTION find_items"),
        migrations.RunSQL(COUNT, "DROP FUNCTION count_items"),
        migrations.RunSQL(SETTLE, "DROP FUNCTION settle_items"),
        migrations.RunSQL(DUE, "DROP FUNCTION jurisdictions_with_due_sources"),
        migrations.RunSQL(STALLED, "DROP FUNCTION stalled_imports"),
    ]
