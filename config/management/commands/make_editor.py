import secrets
import string

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import BaseCommand
from django.db import transaction

USERNAME = "editor"
GROUP = "Administrator"  # who sets up a site imports datasets and makes the other accounts
LETTERS = string.ascii_letters + string.digits
PASSWORD_LENGTH = 16


class Command(BaseCommand):
    help = "Make the first account and print its password; do nothing if there are accounts."

    @transaction.atomic
    def handle(self, **options):
        users = get_user_model().objects
        if users.exists():
            return
        password = "".join(secrets.choice(LETTERS) for _ in range(PASSWORD_LENGTH))
        first = users.create_user(USERNAME, password=password, is_staff=True)
        first.groups.add(Group.objects.get_or_create(name=GROUP)[0])
        self.stdout.write(
            f"Made the account {USERNAME} with the password {password} (shown this once; "
            f"`python3 start.py manage changepassword {USERNAME}` sets another)."
        )
