"""Before and after: what is said to have led to the attack, and what it led to."""

from timeline.telling import relations

from .material import Material


def consequences(material: Material) -> dict:
    """Return `before`, `after`, `beside` as `components/relation.html` takes them, and `named`.

    `named` are the chronologies that hold the incident, and the events that name it.
    """
    public_id, reading = material.document["id"], material.reading
    found = relations(reading, material.links, public_id)
    named = [*material.chronologies, *material.events]
    links = [{"url": reading.url(one["id"]), "name": one["title"]} for one in named]
    return {**found, "named": links}
