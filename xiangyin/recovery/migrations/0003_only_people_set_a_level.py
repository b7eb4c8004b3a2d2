"""The stage shows a level only where a person has proposed or set one; the machine's suggestion stands by itself (rights.md 5)."""

from django.db import migrations

STAGE = """
CREATE OR REPLACE VIEW recovery_event_stage WITH (security_invoker = true) AS
SELECT e.id AS event_id, e.jurisdiction_id,
  CASE
    WHEN e.state IN ('logged', 'dismissed', 'merged', 'cancelled', 'closed') THEN e.state
    WHEN EXISTS (SELECT 1 FROM response_response r WHERE r.event_id = e.id AND r.state = 'active') THEN 'responding'
    WHEN EXISTS (SELECT 1 FROM recovery_aftermath a WHERE a.event_id = e.id AND a.state = 'open') THEN 'aftermath'
    WHEN w.state = 'issued' THEN 'warned'
    ELSE 'verifying'
  END AS stage,
  w.colour
FROM monitoring_event e
LEFT JOIN LATERAL (
  SELECT state, colour FROM warning_earlywarning
  WHERE event_id = e.id AND state <> 'withdrawn' ORDER BY proposed_at DESC, id DESC LIMIT 1
) w ON true
"""


class Migration(migrations.Migration):
    dependencies = [("recovery", "0002_event_stage")]
    operations = [migrations.RunSQL(STAGE, migrations.RunSQL.noop)]
