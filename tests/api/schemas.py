"""The served description, to hold answers against."""

from functools import cache

from django.test import Client
from jsonschema import Draft202012Validator, FormatChecker


@cache
def description() -> dict:
    """Return the OpenAPI description as the site serves it."""
    return Client().get("/api/v1/schema/").json()


@cache
def _validator(name: str) -> Draft202012Validator:
    root = {"$ref": f"#/components/schemas/{name}", "components": description()["components"]}
    return Draft202012Validator(root, format_checker=FormatChecker())


def faults(name: str, answer: dict) -> list[str]:
    """Say where an answer is not as the schema of that name has it."""
    return [f"{error.json_path}: {error.message}" for error in _validator(name).iter_errors(answer)]
