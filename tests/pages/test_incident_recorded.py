"""How datasets record an attack, side by side on its page."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from config.kinds import KINDS
from datasets.matching.deciding import decide
from datasets.models import Match
from ledger.models import Edition
from ledger.publishing import withdraw
from tests.datasets.matching.matched import matched
from tests.datasets.matching.tellings import tell, told
from tests.factories import add_party, make_actor, make_dataset, make_user, published
from tests.pages.incident_lines import text_of

pytestmark = pytest.mark.django_db
HEADING = "How datasets record it"


def read(client, incident, more: str = "") -> str:
    response = client.get(f"/incidents/{incident.public_id}/{more}")
    assert response.status_code == 200
    return text_of(response)


def section(client, incident, more: str = "") -> str:
    return read(client, incident, more).partition(HEADING)[2]


@pytest.fixture
def dataset():
    return make_dataset("ged", title="UCDP GED", release="23.1", licence="CC BY 4.0")


def test_a_record_without_matches_has_no_such_section(client):
    (ours,) = told(tell())
    assert HEADING not in read(client, ours)


@pytest.mark.parametrize("verdict", ["proposed", "different"])
def test_what_is_not_decided_to_be_one_attack_is_not_shown(client, dataset, verdict):
    ours, theirs = told(tell(), tell(dataset))
    matched(ours, theirs)
    match = Match.objects.get()
    decide(match_id=match.pk, seen=1, verdict=verdict, by=None)
    assert HEADING not in read(client, ours)


def test_each_record_stands_in_the_other_s_page_with_release_and_licence(client, dataset):
    ours, theirs = told(tell(), tell(dataset))
    matched(ours, theirs)
    assert "UCDP GED The same attack Release 23.1 CC BY 4.0" in section(client, ours)
    assert "Our own record The same attack" in section(client, theirs)


def test_which_is_part_of_which_is_said_on_both_pages(client, dataset):
    ours, theirs = told(tell(), tell(dataset))
    matched(ours, theirs, "part_of", part=theirs)
    assert "A part of this attack" in section(client, ours)
    assert "This record is part of it" in section(client, theirs)


def test_what_differs_is_said_in_words(client, dataset):
    ours, theirs = told(
        tell(dead=3), tell(dataset, "2020-09-29", north=33.55, dead=5, incident_type="shelling")
    )
    matched(ours, theirs)
    said = section(client, ours)
    for words in (
        "to the day one day later",
        "to the town 5.6 km away",
        "shelling another type",
        "5 two more",
    ):
        assert words in said


def test_what_one_record_does_not_say_differs_in_nothing(client, dataset):
    ours, theirs = told(tell(dead=3), tell(dataset, north=None, incident_type=""))
    matched(ours, theirs)
    assert 'class="differs"' not in client.get(f"/incidents/{ours.public_id}/").content.decode()


def test_a_province_s_middle_is_no_other_place(client, dataset):
    ours, theirs = told(tell(), tell(dataset, north=34.1, precision="province"))
    matched(ours, theirs)
    assert "to the province nobody named" in section(client, ours)


def test_the_type_stands_in_the_dataset_s_own_words(client, dataset):
    ours, theirs = told(tell(), tell(dataset, stated_type="state-based conflict"))
    matched(ours, theirs)
    assert "“state-based conflict” rocket attack" in section(client, ours)


def test_actors_are_named_and_what_differs_is_marked(client, dataset):
    tellings = [tell(), tell(dataset)]
    for telling, name in zip(tellings, ["Saraya", "IS"], strict=True):
        add_party(telling, "belligerent", who_record=make_actor(name))
    ours, theirs = told(*tellings)
    matched(ours, theirs)
    assert "IS names others" in section(client, ours)


def test_members_material_is_shown_to_members_alone_with_its_terms(client):
    gtd = make_dataset("gtd", title="GTD", terms="Cite it", redistributable=False)
    ours, theirs = told(tell(), tell(gtd))
    matched(ours, theirs)
    assert HEADING not in read(client, ours)
    member = Client()
    member.force_login(make_user())
    assert "GTD: Cite it." in section(member, ours)


def test_a_decision_is_seen_from_its_edition_on_and_stays_seen_there(client, dataset):
    ours, theirs = told(tell(), tell(dataset))
    before = Edition.objects.latest("number").number
    match = matched(ours, theirs)
    decide(match_id=match.pk, seen=1, verdict="different", by=None)
    shown = [HEADING in read(client, ours, f"?as_of=edition:{before + n}") for n in range(3)]
    assert shown == [False, True, False]


def test_a_withdrawn_record_is_gone_from_it(client, dataset):
    ours, theirs = told(tell(), tell(dataset))
    matched(ours, theirs)
    withdraw(record=theirs, by=None, reason="Twice", kinds=KINDS)
    assert HEADING not in read(client, ours)


def test_many_matches_cost_as_many_queries_as_one(client, dataset):
    ours, *theirs = told(tell(), *(tell(dataset) for _ in range(6)))
    counts = []
    for one in theirs:
        matched(ours, one)
        with CaptureQueriesContext(connection) as captured:
            assert section(client, ours).count("The same attack") == len(counts) + 1
        counts.append(len(captured))
    assert counts[0] == counts[-1] <= 10


def test_no_note_and_no_editor_is_shown(client, dataset):
    ours, theirs = told(tell(), tell(dataset))
    match = matched(ours, theirs)
    editor = make_user("secretive")
    decide(match_id=match.pk, seen=1, verdict="same", note="Between us", by=editor)
    page = client.get(f"/incidents/{ours.public_id}/").content.decode()
    assert "Between us" not in page
    assert "secretive" not in page


def test_publishing_again_keeps_the_match(client, dataset):
    ours, theirs = told(tell(), tell(dataset))
    matched(ours, theirs)
    published(ours)
    assert HEADING in read(client, ours)
