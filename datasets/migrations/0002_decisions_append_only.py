"""What was decided of matches can only be added to, as what was published can."""

from django.conf import settings
from django.db import migrations

TABLE = "datasets_matchdecision"


def take_from_application(apps, schema_editor):
    """Leave the application's role SELECT and INSERT, where it is not the owner itself."""
    if settings.APP_ROLE:
        role = schema_editor.quote_name(settings.APP_ROLE)
        schema_editor.execute(f"REVOKE UPDATE, DELETE, TRUNCATE ON {TABLE} FROM {role}")


class Migration(migrations.Migration):
    dependencies = [("datasets", "0001_initial"), ("ledger", "0002_append_only")]

    operations = [
        migrations.RunSQL(
            f"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {TABLE} "
            "FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change()",
            f"DROP TRIGGER append_only ON {TABLE}",
        ),
        migrations.RunPython(take_from_application, migrations.RunPython.noop),
    ]
