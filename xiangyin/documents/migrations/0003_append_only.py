"""A row of documents_signature is written once; the database refuses every change."""

from django.db import migrations

ROWS = "CREATE TRIGGER documents_signature""_is_append_only BEFORE UPDATE OR DELETE ON documents_signature FOR EACH ROW EXECUTE FUNCTION refuse_change();"
WHOLE = "CREATE TRIGGER documents_signature""_is_not_emptied BEFORE TRUNCATE ON documents_signature FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();"


class Migration(migrations.Migration):
    dependencies = [("documents", "0002_begin"), ("shared", "0002_append_only")]
    operations = [
        migrations.RunSQL(ROWS, "DROP TRIGGER documents_signature""_is_append_only ON documents_signature"),
        migrations.RunSQL(WHOLE, "DROP TRIGGER documents_signature""_is_not_emptied ON documents_signature"),
    ]
