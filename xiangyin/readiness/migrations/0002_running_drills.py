"""The clock's process asks which drills run before it knows whose they are."""

from django.db import migrations

RUNNING = """
CREATE FUNCTION running_drills() RETURNS TABLE (jurisdiction_id uuid, drill_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT d.jurisdiction_id, d.id FROM readiness_drill d WHERE d.state = 'running'
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("readiness", "0001_begin")]
    operations = [migrations.RunSQL(RUNNING, "DROP FUNCTION running_drills()")]
