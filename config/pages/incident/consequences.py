"""Before and after: what is said to have led to the attack, and what it led to."""

from timeline.telling import relation

from .material import Material

SIDES = ("before", "after", "beside")


def consequences(material: Material) -> dict:
    """Return `before`, `after`, `beside` as `components/relation.html` takes them, and `named`.

    `named` are the chronologies that hold the incident, and the events that name it.
    """
    public_id, reading = material.document["id"], material.reading
    relations = [relation(reading, link, public_id) for link in material.links]
    relations.sort(key=lambda one: one["sort"] or "9999")
    found = {side: [one for one in relations if one["direction"] == side] for side in SIDES}
    named = [*material.chronologies, *material.events]
    links = [{"url": reading.url(one["id"]), "name": one["title"]} for one in named]
    return {**found, "named": links}
