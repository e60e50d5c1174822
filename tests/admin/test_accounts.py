"""Who may sign in, and what the groups may do."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from tests.admin.filled_forms import send
from tests.factories import make_incident, make_user

LOGIN = "/admin/login/"


def sign_in(client: Client, password: str, name: str = "editor"):
    return client.post(LOGIN, {"username": name, "password": password})


@pytest.mark.django_db
def test_ten_bad_logins_close_an_account_to_where_they_came_from(editor):
    client = Client()
    for _ in range(10):
        sign_in(client, "wrong")
    assert sign_in(client, "correct horse battery").status_code == 429
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    assert sign_in(elsewhere, "correct horse battery").status_code == 302


@pytest.mark.django_db
def test_nine_bad_logins_do_not(editor):
    client = Client()
    for _ in range(9):
        sign_in(client, "wrong")
    assert sign_in(client, "correct horse battery").status_code == 302


@pytest.mark.django_db
def test_there_are_four_groups():
    assert set(Group.objects.values_list("name", flat=True)) == {
        "Viewer",
        "Editor",
        "Reviewer",
        "Administrator",
    }


@pytest.mark.parametrize(
    ("group", "permission", "granted"),
    [
        ("Viewer", "incidents.view_incident", True),
        ("Viewer", "incidents.change_incident", False),
        ("Editor", "incidents.change_incident", True),
        ("Editor", "incidents.delete_incident", False),
        ("Editor", "incidents.delete_claim", True),
        ("Editor", "auth.add_user", False),
        ("Reviewer", "timeline.add_statement", True),
        ("Administrator", "auth.add_user", True),
        ("Administrator", "ledger.change_revision", False),
    ],
)
@pytest.mark.django_db
def test_a_group_grants_what_its_name_says(group, permission, granted):
    assert make_user(group=group).has_perm(permission) is granted


@pytest.mark.parametrize("path", ["", "incidents/incident/", "understood/", "preview/I1/"])
@pytest.mark.django_db
def test_who_is_not_staff_gets_no_further_than_the_door(path):
    make_incident()
    client = Client()
    client.force_login(make_user(group="Editor"))
    assert client.get(f"/admin/{path}").status_code == 302


@pytest.mark.django_db
def test_an_administrator_cannot_become_more_than_one():
    administrator = make_user(group="Administrator", is_staff=True)
    client = Client()
    client.force_login(administrator)
    send(client, f"/admin/auth/user/{administrator.pk}/change/", is_superuser="on")
    administrator.refresh_from_db()
    assert administrator.is_superuser is False


@pytest.mark.django_db
def test_an_administrator_cannot_touch_those_above():
    owner = make_user(is_staff=True, is_superuser=True)
    client = Client()
    client.force_login(make_user(group="Administrator", is_staff=True))
    answer = client.post(f"/admin/auth/user/{owner.pk}/password/", {"password1": "x"})
    assert answer.status_code == 403
