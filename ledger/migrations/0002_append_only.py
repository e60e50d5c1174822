"""Numbers for public ids; what was saved and published can only be added to."""

from django.conf import settings
from django.db import migrations

from ledger.identity import LETTERS, sequence_name

APPEND_ONLY = ("ledger_revision", "ledger_edition", "ledger_publication")

# A text of up to so many bytes stays in its row as it is written: reading it costs no second look-up
# and no decompression, writing it no compression. 8,160 is the most that PostgreSQL takes.
INLINE = 8160

REFUSAL = """
CREATE FUNCTION ledger_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The ledger is append-only: % on % is refused; add a revision instead.',
        TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$
"""

# Only who owns an index may tidy it, which the application does not: this one thing it may ask for.
TIDY = """
CREATE FUNCTION ledger_merge_pending() RETURNS numeric LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
    SELECT sum(gin_clean_pending_list(index.oid))
    FROM pg_class index JOIN pg_am method ON method.oid = index.relam
    WHERE method.amname = 'gin' AND index.relkind = 'i' AND index.relpersistence = 'p'
      AND pg_get_userbyid(index.relowner) = current_user
$$
"""


def take_from_application(apps, schema_editor):
    """Leave the application's role SELECT and INSERT, where it is not the owner itself."""
    if settings.APP_ROLE:
        role = schema_editor.quote_name(settings.APP_ROLE)
        for table in APPEND_ONLY:
            schema_editor.execute(f"REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM {role}")


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]

    operations = [
        *(
            migrations.RunSQL(
                f"CREATE SEQUENCE {sequence_name(kind)}", f"DROP SEQUENCE {sequence_name(kind)}"
            )
            for kind in sorted(LETTERS)
        ),
        migrations.RunSQL(REFUSAL, "DROP FUNCTION ledger_refuse_change()"),
        migrations.RunSQL(TIDY, "DROP FUNCTION ledger_merge_pending()"),
        *(
            migrations.RunSQL(
                f"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change()",
                f"DROP TRIGGER append_only ON {table}",
            )
            for table in APPEND_ONLY
        ),
        migrations.RunPython(take_from_application, migrations.RunPython.noop),
        migrations.RunSQL(
            "ALTER TABLE ledger_publication ALTER document SET STORAGE EXTERNAL",
            "ALTER TABLE ledger_publication ALTER document SET STORAGE EXTENDED",
        ),
        *(
            migrations.RunSQL(
                f"ALTER TABLE {table} SET (toast_tuple_target = {INLINE})",
                f"ALTER TABLE {table} RESET (toast_tuple_target)",
            )
            for table in ("ledger_publication", "ledger_revision")
        ),
    ]
