"""A small world that has a row of every kind, published."""

from types import SimpleNamespace

from dates.partial import PartialDate
from sources.models import Capture
from tests.factories import (
    add_attribution,
    add_claim,
    add_commitment,
    add_follow_up,
    add_number,
    add_participant,
    add_party,
    add_place,
    add_rendering,
    add_report,
    add_rival,
    add_weapon,
    cite,
    killed,
    make_actor,
    make_chronology,
    make_dataset,
    make_event,
    make_incident,
    make_link,
    make_place,
    make_relationship,
    make_source,
    make_statement,
    on,
    published,
)


def make_world() -> SimpleNamespace:
    """Publish an attack and what was said of it and came of it; return the records by name."""
    world = SimpleNamespace()
    _make_setting(world)
    _make_attack(world)
    _make_aftermath(world)
    published(*vars(world).values(), reason="The beginning")
    return world


def _make_setting(world: SimpleNamespace) -> None:
    world.wire = make_source(title="A wire report", source_kind="wire", published=on("2020-09-28"))
    world.paper = make_source(title="A paper", derived_from=world.wire, reliability="B")
    Capture.objects.create(source=world.paper, address="https://archive.example/1", sha256="a" * 64)
    world.militia = make_actor("Kata'ib Hezbollah", names=("كتائب حزب الله",), country="IQ")
    world.army = make_actor("The army", actor_kind="state_force", founded=on("1921"))
    world.premier = make_actor("Mustafa al-Kadhimi", actor_kind="person", country="IQ")
    relationship = make_relationship(world.premier, "leads", world.army, start=on("2020-05-07"))
    cite(world.premier, world.paper, row=relationship, locator="p. 1")
    world.country = make_place("Iraq", place_kind="country")
    world.city = make_place("Baghdad", parents=(world.country,), latitude=33.3, longitude=44.4)
    world.dataset = make_dataset("strikes", publisher="A project")
    world.draft = make_actor("Nobody yet")


def _make_attack(world: SimpleNamespace) -> None:
    attack = world.attack = make_incident(
        title="Rockets on a house",
        date=PartialDate.parse("2020-09-28"),
        summary=f"Two rockets fell [{world.paper.public_id} p. 2].",
        tags=["airport"],
    )
    add_place(attack, world.city, role="struck", latitude=33.2, longitude=44.2, precision="town")
    add_weapon(attack, low=2, high=2)
    add_party(attack, "intended_target", who_record=world.army)
    claim = add_claim(attack, "denies", speaker_record=world.militia, quote="لا")
    add_claim(attack, "none_known", date=on("2020-09-29"))
    add_attribution(attack, world.militia, by_text="an official", by_via=world.paper)
    report = add_report(attack, killed(5), killed(2, who="civilian", sex_age=["woman"]))
    add_report(attack, killed(3, 7), {"outcome": "injured", "wording": "some"})
    add_rival(attack, "weapons", "one rocket", value={"low": 1})
    cite(attack, world.paper, field="title", credibility=2)
    cite(attack, world.wire, row=report)
    cite(attack, world.wire, row=claim, quote="he denied it")
    world.part = make_incident(
        title="A second strike",
        parent=attack,
        incident_type="",
        date=None,
        dataset=world.dataset,
        dataset_entry="7",
        stated_type="strike",
    )


def _make_aftermath(world: SimpleNamespace) -> None:
    world.event = make_event(title="An arrest", place=world.city)
    add_participant(world.event, world.militia, "arrested")
    add_number(world.event, "arrested", 14)
    add_rival(world.event, "date", "a day later", reported_on=on("2020-10"))
    world.statement = make_statement(
        speaker_record=world.premier, about=(world.attack,), text="They will be found."
    )
    add_rendering(world.statement, "سنجدهم", "ar", rendering_kind="original")
    promise = add_commitment(
        world.statement,
        "To find those responsible",
        deadline=on("2020-10-28"),
        target_low=14,
        target_unit="people",
        obliged_record=world.army,
    )
    follow_up = add_follow_up(promise, "progress", "2020-10-01", records=[world.event])
    cite(world.statement, world.paper, row=follow_up)
    world.link = make_link(world.attack, world.event)
    world.chronology = make_chronology(world.attack, world.event)
