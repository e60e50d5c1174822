"""A small world: records of every kind that refer to one another."""

from ledger.folding import fold
from ledger.models import Record
from tests.factories import (
    add_attribution,
    add_claim,
    add_commitment,
    add_follow_up,
    add_number,
    add_participant,
    add_place,
    add_report,
    add_rival,
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
)


def world(mark: str) -> list[Record]:
    """Records of every kind that refer to one another, named with a mark."""
    group, speaker = (
        make_actor(f"{mark} Brigade", names=(f"لواء {mark}",)),
        make_actor(f"{mark} PM"),
    )
    make_relationship(speaker, "leads", group, start=on("2019"))
    source = make_source(title=f"{mark} in the news", publisher=f"{mark} Press")
    place = make_place(f"{mark} Town", parents=(make_place(f"{mark} Land", place_kind="country"),))
    dataset = make_dataset(f"{fold(mark)}-set", title=f"{mark} Attack Dataset")
    incident = make_incident(
        title=f"Rockets on {mark}",
        account=f"It fell. [{source.public_id}]",
        dataset=dataset,
        stated_type=f"{mark} type",
    )
    add_place(incident, place, latitude=33.2, longitude=44.2, precision="town")
    add_claim(incident, speaker_record=group, quote=f"{mark} did it")
    add_attribution(incident, group, by_record=speaker)
    report = add_report(incident, killed(5), adopted=True, reported_on=on("2020-09-28"))
    add_rival(incident, "date", f"{mark} says the day before")
    cite(incident, source, row=report)
    event = make_event(title=f"Arrests in {mark}", place=place)
    add_participant(event, group, "arrested")
    add_number(event, "arrested", 14)
    statement = make_statement(
        about=(incident, event), text=f"{mark} shall be safe", speaker_record=speaker
    )
    promise = add_commitment(statement, f"To guard {mark}", deadline=on("2020-10-01"))
    add_follow_up(promise, "progress", "2020-09-30", records=[event])
    link = make_link(incident, event, "prompted_response")
    chronology = make_chronology(incident, event, title=f"The way to {mark}")
    return [group, speaker, source, place, incident, event, statement, link, chronology, dataset]
