"""The facts of a case are copied once: the database refuses to change or remove them."""

from django.db import migrations

TABLE = "accountability_ledgerfact"
ROWS = f"CREATE TRIGGER {TABLE}_is_append_only BEFORE UPDATE OR DELETE ON {TABLE} FOR EACH ROW EXECUTE FUNCTION refuse_change()"
WHOLE = f"CREATE TRIGGER {TABLE}_is_not_emptied BEFORE TRUNCATE ON {TABLE} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"


class Migration(migrations.Migration):
    dependencies = [("accountability", "0002_begin"), ("shared", "0002_append_only")]
    operations = [
        migrations.RunSQL(ROWS, f"DROP TRIGGER {TABLE}_is_append_only ON {TABLE}"),
        migrations.RunSQL(WHOLE, f"DROP TRIGGER {TABLE}_is_not_emptied ON {TABLE}"),
    ]
