"""The OpenAPI description: operations from the views, documents from each app's schemas."""

from drf_spectacular.openapi import AutoSchema

from actors.schemas import SCHEMAS as ACTORS
from datasets.schemas import SCHEMAS as DATASETS
from incidents.schemas import SCHEMAS as INCIDENTS
from ledger.exporting.asking import GEOJSON, MEDIA_TYPES
from ledger.schemas import (
    COUNTRY,
    DAY,
    PARTS,
    RECORD,
    TEXT,
    TIME,
    TRUTH,
    WHOLE,
    Schema,
    listed,
    maybe,
    named,
    record,
    thing,
    words,
)
from ledger.search import SEARCHED, SearchFilter
from sources.schemas import SCHEMAS as SOURCES
from sources.vocabulary import Reliability
from timeline.schemas import SCHEMAS as TIMELINE

from .asked import INCLUDES
from .parameters import as_of, form, list_parameters, listing
from .served import SERVED, Served

DOCUMENTS = PARTS | SOURCES | ACTORS | DATASETS | INCIDENTS | TIMELINE

WHEN = {
    "edition": {**WHOLE, "description": "The edition at which it is read."},
    "published_at": {**TIME, "description": "When that edition was published."},
    "changed": {
        **thing(at=TIME, reason=maybe(TEXT), edition=WHOLE),
        "description": "When and why the record last changed.",
    },
}
INCLUDED = {
    "type": "object",
    "propertyNames": RECORD,
    "additionalProperties": named("Named"),
    "description": "What the records referred to are called, by id.",
}


def partly(schema: Schema, *required: str) -> Schema:
    """Describe an object of which only some members are always there."""
    return {**schema, "required": list(required)}


SHARED = {
    "Named": partly(
        thing(
            "A record that others refer to. The name is null where it may not be read.",
            name=maybe(TEXT),
            type=maybe(TEXT),
            date=maybe(TEXT),
            sort=maybe(DAY),
            names_then=listed(thing(name=TEXT, from_=maybe(DAY), until=maybe(DAY))),
            country=maybe(COUNTRY),
            within=listed(record("place")),
            speaker=maybe(named("Who")),
            commitments=WHOLE,
            publisher=maybe(TEXT),
            published=maybe(TEXT),
            language=maybe(TEXT),
            address=maybe(TEXT),
            reliability=words(Reliability.values),
            archive=maybe(TEXT),
            derived_from=maybe(record("source")),
            release=maybe(TEXT),
            licence=maybe(TEXT),
            attribution=maybe(TEXT),
            terms=maybe(TEXT),
            redistributable=TRUTH,
        ),
        "name",
    ),
    "Match": thing(
        "A record of another dataset, decided to tell of the same attack or of a part of it.",
        record=record("incident"),
        dataset=maybe(record("dataset")),
        verdict=words(["same", "part_of"]),
        part=maybe(record("incident")),
        decided=thing(at=TIME, edition=WHOLE),
        document=named("Incident"),
    ),
    "Facets": {
        "type": "object",
        "additionalProperties": listed(thing(value=TEXT, count=WHOLE)),
        "description": "For each parameter, how many have each value but for its own filter.",
    },
    "SearchResult": thing(
        id=RECORD,
        kind=words(SEARCHED),
        name=TEXT,
        matched=thing(
            "Which of its names or texts says the words.",
            what=words(["name", "text"]),
            text=TEXT,
        ),
        url={**TEXT, "format": "uri"},
    ),
    "Problem": partly(
        thing(
            "What was refused, and what would be accepted (RFC 9457).",
            title=TEXT,
            status={"type": "integer"},
            detail=TEXT,
            errors=listed(thing(parameter=TEXT, message=TEXT)),
            withdrawn=thing(at=TIME, reason=TEXT, edition=WHOLE),
        ),
        *("title", "status", "detail", "errors"),
    ),
}


def fields_of(served: Served) -> list[str]:
    """List the names of what a document holds, as `fields` takes them."""
    return list(DOCUMENTS[served.schema]["properties"])


def components() -> dict[str, Schema]:
    """Return every schema by its name: documents, and the answers and lists made of them."""
    found = DOCUMENTS | SHARED | {"SearchList": _list(named("SearchResult"))}
    for served in SERVED:
        found[f"{served.schema}Answer"] = _answer(DOCUMENTS[served.schema])
        found[f"{served.schema}List"] = _list(named(served.schema), included=INCLUDED)
    return found


def add_components(result: dict, **context) -> dict:
    """Add the schemas of documents to the description; drf-spectacular calls this."""
    schemas = result.setdefault("components", {}).setdefault("schemas", {})
    schemas.update(components())
    return result


def _answer(document: Schema) -> Schema:
    about = {
        "statements": listed(named("Statement")),
        "links": listed(named("Link")),
        "events": listed(named("Event")),
        "matches": listed(named("Match")),
    }
    properties = {**document["properties"], **WHEN, **about, "included": INCLUDED}
    required = [*document["required"], *WHEN, "included"]
    return {**document, "properties": properties, "required": required}


def _list(item: Schema, **more: Schema) -> Schema:
    schema = thing(
        results=listed(item),
        **more,
        next={**maybe(TEXT), "description": "The address of the next page; null on the last."},
        count={**WHOLE, "description": "How many there are, counted up to 10,001."},
        count_is_exact=TRUTH,
        edition={**WHOLE, "description": "The edition at which it is read; 0: before the first."},
        facets=named("Facets"),
    )
    return partly(schema, *(name for name in schema["required"] if name != "facets"))


class ReadSchema(AutoSchema):
    """An operation that reads: what it is called, takes and answers, said by its view."""

    def get_operation(self, path, path_regex, path_prefix, method, registry):
        served = self.view.served
        found = {
            "operationId": self.operation_id(served),
            "summary": self.summary(served),
            "tags": [served.path if served else "search"],
            "parameters": self.parameters(served),
            "responses": {
                "200": _response(self.answer(served), "It was found.", etag=True),
                "304": {"description": "It is what the client has, by If-None-Match."},
            },
        }
        found["responses"]["200"]["content"] |= self.also_as(served)
        for status, meaning in self.refusals().items():
            found["responses"][status] = _problem(meaning)
        return found

    def also_as(self, served: Served | None) -> dict:
        return {}

    def refusals(self) -> dict[str, str]:
        return {"400": "A parameter cannot be understood.", "default": "It was refused, or failed."}


class ListSchema(ReadSchema):
    def operation_id(self, served: Served) -> str:
        return f"list_{served.path}"

    def summary(self, served: Served) -> str:
        return f"List {served.path}"

    def parameters(self, served: Served) -> list[dict]:
        return list_parameters(served.filters, fields_of(served), served.takeaway)

    def answer(self, served: Served) -> str:
        return f"{served.schema}List"

    def also_as(self, served: Served) -> dict:
        """Name the formats in which the list is a file."""
        point = served.takeaway.tables[0].latitude
        names = [name for name in MEDIA_TYPES if name != GEOJSON or point]
        return {MEDIA_TYPES[name]: {"schema": TEXT} for name in names}


class DetailSchema(ReadSchema):
    def operation_id(self, served: Served) -> str:
        return f"read_{served.one}"

    def summary(self, served: Served) -> str:
        return f"Read {'an' if served.one[0] in 'aeiou' else 'a'} {served.one}"

    def parameters(self, served: Served) -> list[dict]:
        identity = DOCUMENTS[served.schema]["properties"]["id"]
        return [
            {"name": "public_id", "in": "path", "required": True, "schema": identity},
            listing(
                "include",
                list(INCLUDES),
                "What is said about it, what is linked to it, and what other datasets say of it.",
            ),
            listing("fields", fields_of(served), "Answer with the id and these alone."),
            as_of(),
            form(),
        ]

    def answer(self, served: Served) -> str:
        return f"{served.schema}Answer"

    def refusals(self) -> dict[str, str]:
        return {
            "404": "There is no such record, or it was not published then.",
            "410": "It was withdrawn; the reason is given.",
            **super().refusals(),
        }


class SearchSchema(ReadSchema):
    def operation_id(self, served: None) -> str:
        return "search"

    def summary(self, served: None) -> str:
        return "Search everything"

    def parameters(self, served: None) -> list[dict]:
        found = list_parameters(SearchFilter, fields=[])
        return [one | ({"required": True} if one["name"] == "q" else {}) for one in found]

    def answer(self, served: None) -> str:
        return "SearchList"


def _response(schema: str, meaning: str, *, etag: bool = False) -> dict:
    response = {
        "description": meaning,
        "content": {"application/json": {"schema": named(schema)}},
    }
    return response | ({"headers": {"ETag": {"schema": TEXT}}} if etag else {})


def _problem(meaning: str) -> dict:
    return {
        "description": meaning,
        "content": {"application/problem+json": {"schema": named("Problem")}},
    }
