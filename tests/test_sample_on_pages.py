"""The sample's facts are on pages and in the API: counts, and the awkward ones word for word."""

import json
import re
from collections import Counter
from html import unescape
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client

from config.kinds import KINDS
from config.launch import SAMPLE
from ledger.loading import load
from ledger.models import Record

FILE = Path(__file__).resolve().parent.parent / SAMPLE
LINES = [json.loads(line) for line in FILE.read_text().splitlines()]
ATTACK = "incident-2020-09-28-radwaniyah"


@pytest.fixture(scope="module")
def sample(django_db_setup, django_db_blocker):
    """Load the sample once for all of these tests; it goes with the module."""
    with django_db_blocker.unblock(), transaction.atomic(), FILE.open("rb") as stream:
        load(stream, kinds=KINDS, reason="The sample")
        yield {record.key: record for record in Record.objects.all()}
        transaction.set_rollback(True)


@pytest.fixture
def client(sample, db) -> Client:
    return Client()


def api(client: Client, address: str) -> dict:
    response = client.get(f"/api/v1/{address}")
    assert response.status_code == 200, response.content
    return json.loads(response.content)


def words(client: Client, address: str) -> str:
    """The words of a page, as a reader reads them."""
    page = client.get(address)
    assert page.status_code == 200
    text = re.sub(r"<(script|style|template)\b.*?</\1>", "", page.content.decode(), flags=re.S)
    text = re.sub(r"<span class=\"refs\">.*?</span>", "", text, flags=re.S)
    text = re.sub(r"<span class=\"sidenote\".*?</span>", "", text, flags=re.S)
    text = re.sub(r"<[^>]+>", " ", text)
    return re.sub(r"\s+([.,;:?!)])", r"\1", " ".join(unescape(text).split()))


def page_of(sample, key: str) -> str:
    record = sample[key]
    return f"/{KINDS[record.kind].name}s/{record.public_id}/"


def key_of(sample, part: str) -> str:
    """The one key that holds a part."""
    (found,) = [key for key in sample if part in key]
    return found


@pytest.mark.parametrize("kind", ["incident", "actor", "event", "statement", "source", "place"])
def test_the_api_has_as_many_of_each_kind_as_the_file(client, kind):
    counted = Counter(line["kind"] for line in LINES)
    assert api(client, f"{kind}s/?limit=1")["count"] == counted[kind]


def test_every_commitment_of_the_file_is_in_the_api_and_on_the_page(client):
    texts = [row["text"] for line in LINES for row in line.get("commitments", [])]
    listed = api(client, "commitments/?limit=1000")["results"]
    assert sorted(one["text"] for one in listed) == sorted(texts)
    assert all(text in words(client, "/promises/?limit=100") for text in texts)


def test_every_casualty_report_of_the_file_is_in_the_api(client):
    reports = sum(len(line.get("casualty_reports", [])) for line in LINES)
    listed = api(client, "incidents/?limit=1000")["results"]
    assert sum(len(one["casualties"]["reports"]) for one in listed) == reports


def test_every_page_of_every_record_answers(client, sample):
    for record in sample.values():
        if record.kind != "link":
            plural = {"chronology": "chronologies"}.get(record.kind, f"{record.kind}s")
            assert client.get(f"/{plural}/{record.public_id}/").status_code == 200


def test_every_link_stands_on_the_pages_of_both_its_ends(client, sample):
    for line in LINES:
        if line["kind"] == "link":
            for here, there in ((line["cause"], line["effect"]), (line["effect"], line["cause"])):
                assert sample[there].public_id in client.get(page_of(sample, here)).content.decode()


@pytest.mark.parametrize(
    ("by", "toll"),
    [
        ("Iraqi Joint Operations Command", "two civilian women and three civilian children"),
        ("Iraqi Joint Operations Command", "Injured: two civilian children."),
        ("Two security officials, to AP", "Killed: three civilians. Injured: two civilians."),
        ("Iraqi media", "Killed: seven civilians."),
        ("Iraqi Security Media Cell", "Killed: six civilian women and children."),
    ],
)
def test_the_four_rival_tolls_of_28_september_stand_side_by_side(client, sample, by, toll):
    page = words(client, page_of(sample, ATTACK))
    assert by in page
    assert toll in page


def test_the_adopted_toll_says_why_and_the_headline_keeps_the_range(client, sample):
    page = words(client, page_of(sample, ATTACK))
    assert (
        "Adopted. The only official report, and the only one that is broken down by victim" in page
    )
    assert "Killed 5 reports say 3–7" in page
    assert "Injured 2 reports say at least 2" in page


def test_the_intended_and_the_struck_of_28_september(client, sample):
    page = words(client, page_of(sample, ATTACK))
    assert "Intended target US military" in page
    assert "Struck A family house" in page


def test_nobody_claimed_28_september_and_the_page_says_as_of_when(client, sample):
    page = words(client, page_of(sample, ATTACK))
    assert "Claimed by Nobody Unclaimed as of 28 September 2020" in page
    document = api(client, f"incidents/{sample[ATTACK].public_id}/")
    assert (document["claim_status"], document["attribution_status"]) == ("unclaimed", "suspected")


def test_one_rocket_or_two(client, sample):
    page = words(client, page_of(sample, ATTACK))
    assert "Two rockets (Katyusha), exploded" in page
    assert "one rocket, says AP" in page


def test_the_brain_injuries_of_8_january_rise_report_by_report(client, sample):
    document = api(client, f"incidents/{sample['incident-2020-01-08-asad'].public_id}/")
    said = [
        count["low"]
        for report in document["casualties"]["reports"]
        for count in report["counts"]
        if count["outcome"] == "traumatic_brain_injury"
        and count["part_of"] is None
        and report["by"]["record"] == sample["us-military"].public_id
    ]
    assert said == [11, 34, 50, 64, 109, 110]
    assert document["casualties"]["traumatic_brain_injury"]["best"] == 110


def test_more_than_a_hundred_is_101_and_open(client, sample):
    document = api(client, f"incidents/{sample['incident-2020-01-08-asad'].public_id}/")
    (count,) = [
        count
        for report in document["casualties"]["reports"]
        for count in report["counts"]
        if (count["wording"] or "").startswith("more than 100")
    ]
    assert (count["low"], count["high"]) == (101, None)


def test_the_withdrawal_of_2200_troops_and_what_came_of_it(client):
    (promise,) = [
        one
        for one in api(client, "commitments/?limit=1000")["results"]
        if one["target"] and one["target"]["low"] == 2200
    ]
    assert promise["target"]["unit"].startswith("troops")
    assert promise["state"] == "kept"
    assert promise["follow_ups"][-1]["records"]


def test_fourteen_were_arrested_say_some_and_others_say_otherwise(client, sample):
    raid = api(client, f"events/{sample[key_of(sample, 'event-cts-raid')].public_id}/")
    arrested = {row["low"] for row in raid["numbers"] if "arrested" in row["what"]}
    assert {13, 14, 19, 23} <= arrested


def test_the_release_is_told_as_the_article_and_as_other_pages_tell_it(client, sample):
    told = words(client, page_of(sample, "event-kh-release-as-the-article-tells-it"))
    assert "early June" in told
    assert "raid on 25-26 June, release on 29 June" in told


@pytest.mark.parametrize(
    "spelling", ["Kataib Hizballah", "Kata'ib Hezbollah", "كتائب حزب الله", "kataib hizbullah"]
)
def test_every_spelling_finds_the_group(client, sample, spelling):
    hits = api(client, f"search/?q={spelling}&kind=actor")["results"]
    assert hits[0]["id"] == sample["kataib-hezbollah"].public_id
    assert hits[0]["matched"]["text"]


def test_words_that_were_said_keep_their_language_beside_the_translation(client, sample):
    page = client.get(page_of(sample, ATTACK)).content.decode()
    assert re.search(r'<blockquote lang="ar" dir="auto">عدم السماح', page)
    assert "these gangs to wander freely and tamper with security" in page


def test_a_promise_by_one_body_that_binds_another_names_both(client, sample):
    parliament, government = (
        sample["iraqi-council-of-representatives"],
        sample["government-of-iraq"],
    )
    query = f"promisor={parliament.public_id}&obliged={government.public_id}"
    assert api(client, f"commitments/?{query}")["count"] == 1


def test_the_chronology_follows_the_article(client, sample):
    (chronology,) = [line for line in LINES if line["kind"] == "chronology"]
    page = words(client, f"/chronologies/{sample[chronology['key']].public_id}/")
    notes = [entry["note"] for entry in chronology["entries"]]
    places = [page.index(re.sub(r"\s*\[[^\]]*\]", "", note)[:40]) for note in notes]
    assert len(notes) >= 14
    assert places == sorted(places)
