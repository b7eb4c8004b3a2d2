"""What is asked before anybody's tenant is set: where an account serves, whose an invitation is."""

from django.db import migrations

SERVICES = """
CREATE FUNCTION services_of_account(account uuid) RETURNS TABLE (jurisdiction_id uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT o.jurisdiction_id, j.name FROM organization_officer o JOIN organization_jurisdiction j ON j.id = o.jurisdiction_id
  WHERE o.account_id = account AND o.state = 'serving' ORDER BY j.name
$$;
"""
INVITATION = """
CREATE FUNCTION jurisdiction_of_invitation(code_sha256 text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT i.jurisdiction_id FROM organization_invitation i WHERE i.code_sha256 = jurisdiction_of_invitation.code_sha256
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("organization", "0002_begin")]
    operations = [
        migrations.RunSQL(SERVICES, "DROP FUNCTION services_of_account(uuid)"),
        migrations.RunSQL(INVITATION, "DROP FUNCTION jurisdiction_of_invitation(text)"),
    ]
