"""Telling the database what a large import changed: until its statistics know, it searches the wrong way.

Emptying the index's list of what is pending, and counting the words anew, are the owner's to do; nothing else is done here.
"""

from django.db import migrations

SETTLE = """
CREATE FUNCTION settle_items() RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM gin_clean_pending_list('items_by_bigram'::regclass);
  ANALYZE monitoring_item;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("monitoring", "0003_search_and_wait")]
    operations = [migrations.RunSQL(SETTLE, "DROP FUNCTION settle_items")]
