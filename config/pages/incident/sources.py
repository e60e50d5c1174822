"""The sources, numbered as the page cites them."""

from .material import Material


def sources(material: Material) -> list[dict]:
    """Return the sources as the page numbers them, with the address of an archived copy."""
    reading = material.reading
    listed = reading.sources()
    for one, (_, public_id, _) in zip(listed, reading.footnotes.numbered(), strict=True):
        captures = material.around.get(public_id, {}).get("captures", [])
        one["supports"] = _once(one["supports"])
        one["archive"] = next(
            (capture["address"] for capture in captures if capture["address"]), ""
        )
    return listed


def _once(supports: list[dict]) -> list[dict]:
    """Keep the first of the references that support the same thing."""
    return list({use["text"]: use for use in reversed(supports)}.values())[::-1]
