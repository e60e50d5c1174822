from django.contrib.admin.apps import AdminConfig


class EditingConfig(AdminConfig):
    """Django's admin, with the editors' site in place of its own."""

    default_site = "config.editing.site.EditingSite"
