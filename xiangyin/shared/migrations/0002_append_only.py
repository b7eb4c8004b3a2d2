"""The database itself refuses to change what was written for good, and answers what is asked before a tenant is set."""

from django.db import migrations

REFUSE = """
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
"""

ROWS = "CREATE TRIGGER {0}_is_append_only BEFORE UPDATE OR DELETE ON {0} FOR EACH ROW EXECUTE FUNCTION refuse_change();"
WHOLE = "CREATE TRIGGER {0}_is_not_emptied BEFORE TRUNCATE ON {0} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();"
TABLES = ("shared_ledgerentry", "shared_look")

DUE = """
CREATE FUNCTION jurisdictions_with_rings(moment timestamptz) RETURNS TABLE (jurisdiction_id uuid, timeline_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT DISTINCT jurisdiction_id, timeline_id FROM shared_obligation
  WHERE next_ring_at IS NOT NULL AND (next_ring_at <= moment OR timeline_id IS NOT NULL)
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("shared", "0001_begin")]
    operations = [
        migrations.RunSQL(REFUSE, "DROP FUNCTION refuse_change()"),
        *[migrations.RunSQL(ROWS.format(table), f"DROP TRIGGER {table}_is_append_only ON {table}") for table in TABLES],
        *[migrations.RunSQL(WHOLE.format(table), f"DROP TRIGGER {table}_is_not_emptied ON {table}") for table in TABLES],
        migrations.RunSQL(DUE, "DROP FUNCTION jurisdictions_with_rings(timestamptz)"),
    ]
