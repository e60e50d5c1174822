"""The workbench of matches: a queue, two records side by side, a verdict with one click."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from config.editing import matching
from config.editing.pair import points_words
from config.kinds import KINDS
from datasets.matching.proposing import propose
from datasets.models import Match
from ledger.publishing import withdraw
from tests.datasets.matching.tellings import tell, told
from tests.factories import add_attribution, make_actor, make_dataset, make_user
from tests.pages.incident_lines import text_of

QUEUE = "/admin/matching/"


@pytest.fixture
def sets(db):
    return make_dataset("ged", title="UCDP GED"), make_dataset("own", title="A spreadsheet")


@pytest.fixture
def match(sets):
    told(tell(sets[0], dead=3), tell(sets[1], dead=4))
    propose()
    return Match.objects.get()


def page(match: Match) -> str:
    return f"{QUEUE}{match.pk}/"


def several(sets, *norths: float) -> list[Match]:
    """Propose a pair at each of some places, the likeliest first."""
    for north in norths:
        told(tell(sets[0], north=north), tell(sets[1], north=north + 0.001 * north))
    propose()
    return list(Match.objects.order_by("-score", "-id"))


def decide(client, match: Match, verdict: str, **more):
    sent = {"verdict": verdict, "seen": match.version, "note": ""} | more
    return client.post(page(match), sent)


def test_the_likeliest_stands_first(editing, sets):
    matches = several(sets, 33, 43, 53)
    listed = [row["match"] for row in editing.get(QUEUE).context["rows"]]
    assert listed == matches


def test_a_row_names_both_records_their_datasets_and_what_was_found(editing, match):
    said = text_of(editing.get(QUEUE))
    for words in ("UCDP GED", "A spreadsheet", match.first.label, "same day"):
        assert words in said


def test_before_anything_is_proposed_the_page_says_how(editing):
    assert "No pair has been proposed yet. manage.py match_datasets" in text_of(editing.get(QUEUE))


def test_when_all_is_decided_the_page_says_that_nothing_is_left(editing, match):
    decide(editing, match, "different")
    assert "Nothing is left here." in text_of(editing.get(QUEUE))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("verdict=same", 0),
        ("verdict=any", 1),
        ("date_from=2020-09-28", 1),
        ("date_from=2020-09-29", 0),
        ("date_to=2020-09-27", 0),
        ("dataset=ours", 0),
    ],
)
def test_the_queue_can_be_narrowed(editing, match, query, found):
    assert len(editing.get(f"{QUEUE}?{query}").context["rows"]) == found


def test_the_queue_can_be_narrowed_to_a_dataset(editing, match, sets):
    other = make_dataset()
    assert editing.get(f"{QUEUE}?dataset={sets[0].public_id}").context["rows"]
    assert not editing.get(f"{QUEUE}?dataset={other.public_id}").context["rows"]


@pytest.mark.parametrize("query", ["verdict=maybe", "date_from=never", "dataset=D999"])
def test_what_cannot_be_asked_is_said_in_the_form(editing, match, query):
    response = editing.get(f"{QUEUE}?{query}")
    assert response.status_code == 200
    assert response.context["form"].errors


def test_pages_follow_each_other_without_a_gap(editing, sets, monkeypatch):
    monkeypatch.setattr(matching, "A_PAGE", 2)
    matches = several(sets, 33, 43, 53)
    first = editing.get(QUEUE)
    second = editing.get(f"{QUEUE}?after={first.context['after']}")
    listed = [row["match"] for part in (first, second) for row in part.context["rows"]]
    assert listed == matches
    assert second.context["after"] == ""


@pytest.mark.parametrize("after", ["x", "nan:1", "0.5:", "0.5:99999999999999999999", "１.5:1"])
def test_a_place_that_is_none_begins_at_the_beginning(editing, match, after):
    assert len(editing.get(QUEUE, {"after": after}).context["rows"]) == 1


def test_twenty_rows_cost_as_many_queries_as_one(editing, sets):
    several(sets, 33)
    with CaptureQueriesContext(connection) as one:
        editing.get(QUEUE)
    several(sets, 35, 37, 39, 41, 43)
    with CaptureQueriesContext(connection) as many:
        editing.get(QUEUE)
    assert len(one) == len(many)


def test_a_pair_stands_side_by_side_with_what_differs_and_what_was_found(editing, match):
    said = text_of(editing.get(page(match)))
    assert "Killed 3 4 one more" in said
    assert "Date same day for it" in said
    assert "3 killed in one, 4 in the other" in said


@pytest.mark.parametrize(("points", "words"), [(1.42, "+1.4"), (-0.71, "−0.7"), (-0.02, "0")])
def test_points_are_spelt_with_a_minus_and_nothing_is_no_minus_nothing(points, words):
    assert points_words(points) == words


@pytest.mark.parametrize(
    ("button", "verdict", "part"),
    [
        ("same", "same", None),
        ("different", "different", None),
        ("first_is_part", "part_of", "first_id"),
        ("second_is_part", "part_of", "second_id"),
    ],
)
def test_one_click_is_a_verdict(editing, editor, match, button, verdict, part):
    decide(editing, match, button, note="Both cite AP")
    match.refresh_from_db()
    assert (match.verdict, match.decided_by, match.note) == (verdict, editor, "Both cite AP")
    assert match.part_id == (part and getattr(match, part))


def test_each_button_has_a_key_and_works_without_scripts(editing, match):
    body = editing.get(page(match)).content.decode()
    for verdict, key in [("same", "s"), ("first_is_part", "l"), ("different", "d")]:
        assert f'<button name="verdict" value="{verdict}" data-key="{key}">' in body


def test_a_verdict_leads_to_the_next_pair_of_the_same_queue(editing, sets):
    first, second, _ = several(sets, 33, 43, 53)
    asked = f"?dataset={sets[0].public_id}"
    response = editing.post(page(first) + asked, {"verdict": "same", "seen": 0})
    assert response.url == f"{page(second)}{asked}&decided={first.pk}"


def test_the_last_verdict_leads_back_to_the_queue_with_a_way_back(editing, match):
    response = editing.post(page(match), {"verdict": "same", "seen": 0}, follow=True)
    assert response.redirect_chain[-1][0] == f"{QUEUE}?decided={match.pk}"
    assert "Take it back" in text_of(response)


def test_a_verdict_is_taken_back_with_one_click_and_both_are_told(editing, match):
    decide(editing, match, "same", note="Sure")
    match.refresh_from_db()
    response = editing.post(
        page(match), {"verdict": "proposed", "seen": match.version}, follow=True
    )
    assert "Not decided yet." in text_of(response)
    assert "the same attack: Sure" in text_of(response)
    assert "taken back" in text_of(response)


def test_who_decided_meanwhile_is_not_overruled(editing, match):
    decide(editing, match, "same")
    response = editing.post(page(match), {"verdict": "different", "seen": 0}, follow=True)
    assert "Somebody decided this match after you opened it." in response.content.decode()
    match.refresh_from_db()
    assert match.verdict == "same"


@pytest.mark.parametrize(
    "sent", [{}, {"verdict": "perhaps", "seen": 0}, {"verdict": "same", "note": "\x00", "seen": 0}]
)
def test_what_is_no_verdict_decides_nothing(editing, match, sent):
    assert editing.post(page(match), sent).status_code == 302
    match.refresh_from_db()
    assert match.verdict == "proposed"


def test_a_pair_of_which_one_is_withdrawn_says_so(editing, match):
    withdraw(record=match.second, by=None, reason="Twice", kinds=KINDS)
    assert "One of the two is not published any more" in text_of(editing.get(page(match)))


def test_members_material_is_compared_too(editing, db):
    told(tell(make_dataset(redistributable=False)), tell(make_dataset()))
    propose()
    assert "same day" in text_of(editing.get(page(Match.objects.get())))


def test_a_score_is_spelled_alike_in_the_queue_and_beside_the_two(editing, match):
    Match.objects.update(score=0.975)
    [row] = editing.get(QUEUE).context["rows"]
    assert f"Score {row['score']} of 1" in text_of(editing.get(page(match)))


def test_actors_that_matching_takes_for_one_are_not_called_others(editing, sets):
    tellings = [tell(sets[0]), tell(sets[1])]
    for one, name in zip(tellings, ("Kata'ib Hezbollah", "Kataeb Hizballah"), strict=True):
        add_attribution(one, make_actor(name))
    told(*tellings)
    propose()
    said = text_of(editing.get(page(Match.objects.get())))
    assert "the actors are the same, by name or by state" in said
    assert "names others" not in said


@pytest.mark.parametrize("group", ["", "Viewer"])
def test_only_who_may_change_incidents_may_decide(match, group):
    client = Client()
    client.force_login(make_user(group=group, is_staff=True))
    assert client.get(QUEUE).status_code == 403
    assert client.get(page(match)).status_code == 403
    assert decide(client, match, "same").status_code == 403


def test_the_editors_first_page_leads_to_the_queue(editing):
    assert f'href="{QUEUE}"' in editing.get("/admin/").content.decode()


def test_a_match_that_is_not_there_is_not_found(editing):
    assert editing.get(f"{QUEUE}999/").status_code == 404
