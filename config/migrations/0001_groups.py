"""The groups of editors, with permissions on all that they may see, enter or change."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

RECORDS = {
    "actors": ["actor"],
    "datasets": ["dataset"],
    "incidents": ["incident", "place"],
    "ledger": ["record"],
    "sources": ["source"],
    "timeline": ["chronology", "event", "link", "statement"],
}
ROWS = {
    "actors": ["actorname", "relationship"],
    "incidents": [
        "attribution",
        "casualtycount",
        "casualtyreport",
        "claim",
        "incidentplace",
        "party",
        "placename",
        "weaponuse",
    ],
    "sources": ["capture", "citation", "rivalassertion"],
    "timeline": ["commitment", "entry", "eventnumber", "followup", "participant", "rendering"],
}
LEDGER = {"ledger": ["edition", "publication", "revision"]}
IMPORTS = {"datasets": ["importrun"]}
ACCOUNTS = {"auth": ["group", "user"]}

VIEW, ENTER = ["view"], ["view", "add", "change"]
ALL = [*ENTER, "delete"]
VIEWER = [(RECORDS, VIEW), (ROWS, VIEW), (LEDGER, VIEW), (IMPORTS, VIEW)]
EDITOR = [(RECORDS, ENTER), (ROWS, ALL), (LEDGER, VIEW), (IMPORTS, VIEW)]
# An import publishes what it brings in, thousands of records at once.
REVIEWER = [*EDITOR, (IMPORTS, ["add"])]
GROUPS = {
    "Viewer": VIEWER,
    "Editor": EDITOR,
    "Reviewer": REVIEWER,
    "Administrator": [*REVIEWER, (ACCOUNTS, ALL)],
}


def make_groups(apps, schema_editor):
    make_permissions(apps, schema_editor.connection.alias)
    for name, granted in GROUPS.items():
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=name)
        for models, actions in granted:
            group.permissions.add(*permissions(apps, models, actions))


def make_permissions(apps, alias):
    """Make now what Django makes after the last migration only."""
    for label in {**RECORDS, **ROWS, **ACCOUNTS}:
        config = apps.get_app_config(label)
        config.models_module = True
        create_permissions(config, apps=apps, using=alias, verbosity=0)
        config.models_module = None


def permissions(apps, models, actions):
    found = apps.get_model("auth", "Permission").objects
    return [
        permission
        for label, names in models.items()
        for permission in found.filter(
            content_type__app_label=label,
            codename__in=[f"{action}_{name}" for action in actions for name in names],
        )
    ]


def remove_groups(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=GROUPS).delete()


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("actors", "0001_initial"),
        ("datasets", "0001_initial"),
        ("incidents", "0001_initial"),
        ("ledger", "0001_initial"),
        ("sources", "0001_initial"),
        ("timeline", "0001_initial"),
    ]

    operations = [migrations.RunPython(make_groups, remove_groups)]
