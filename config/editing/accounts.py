"""The accounts of editors, kept by administrators."""

from django.contrib.auth.admin import UserAdmin

BEYOND = ["is_superuser", "user_permissions"]


class AccountAdmin(UserAdmin):
    """Accounts. Nobody makes themselves, or anybody, more than an administrator is."""

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        return fields if request.user.is_superuser else [*fields, *BEYOND]

    def has_change_permission(self, request, obj=None) -> bool:
        is_above = obj is not None and obj.is_superuser and not request.user.is_superuser
        return not is_above and super().has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None) -> bool:
        """Refuse: what an account saved stays its own; it is made inactive instead."""
        return False
