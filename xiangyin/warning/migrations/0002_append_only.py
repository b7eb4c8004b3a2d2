"""A row of warning_grading is written once; the database refuses every change."""

from django.db import migrations

ROWS = "CREATE TRIGGER warning_grading""_is_append_only BEFORE UPDATE OR DELETE ON warning_grading FOR EACH ROW EXECUTE FUNCTION refuse_change();"
WHOLE = "CREATE TRIGGER warning_grading""_is_not_emptied BEFORE TRUNCATE ON warning_grading FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();"


class Migration(migrations.Migration):
    dependencies = [("warning", "0001_begin"), ("shared", "0002_append_only")]
    operations = [
        migrations.RunSQL(ROWS, "DROP TRIGGER warning_grading""_is_append_only ON warning_grading"),
        migrations.RunSQL(WHOLE, "DROP TRIGGER warning_grading""_is_not_emptied ON warning_grading"),
    ]
