"""The controls of forms, written without a template for each: a form of the admin has hundreds.

What is written is what Django's own templates would write, line breaks aside; what is not named in
WRITERS is left to them.
"""

from collections.abc import Callable, Iterable, Mapping
from html import escape

from django.forms.renderers import DjangoTemplates

Write = Callable[[Mapping], str]


class Written(DjangoTemplates):
    """Renders forms: the usual controls in Python, the rest by Django's templates."""

    def render(self, template_name, context, request=None) -> str:
        write = WRITERS.get(template_name)
        return write(context) if write else super().render(template_name, context, request)


def attributes(given: Mapping[str, object]) -> str:
    """Write attributes; one that is True by its name alone, one that is False not at all."""
    return "".join(
        f" {name}" if value is True else f' {name}="{escape(str(value))}"'
        for name, value in given.items()
        if value is not False
    )


def _words(given: object) -> str:
    return given.__html__() if hasattr(given, "__html__") else escape(str(given))


def _input(context: Mapping) -> str:
    widget = context["widget"]
    value = {} if widget["value"] is None else {"value": widget["value"]}
    own = {"type": widget["type"], "name": widget["name"], **value}
    return f"<input{attributes(own)}{attributes(widget['attrs'])}>"


def _textarea(context: Mapping) -> str:
    widget = context["widget"]
    own = attributes({"name": widget["name"], **widget["attrs"]})
    # A browser leaves out the line break with which a text begins.
    return f"<textarea{own}>\n{_words(widget['value'] or '')}</textarea>"


def _select(context: Mapping) -> str:
    widget = context["widget"]
    groups = "".join(_group(name, options) for name, options, _ in widget["optgroups"])
    return f"<select{attributes({'name': widget['name'], **widget['attrs']})}>{groups}</select>"


def _group(name: str | None, options: Iterable[Mapping]) -> str:
    written = "".join(
        f"<option{attributes({'value': one['value'], **one['attrs']})}>"
        f"{_words(one['label'])}</option>"
        for one in options
    )
    return f'<optgroup label="{escape(str(name))}">{written}</optgroup>' if name else written


def _label(context: Mapping) -> str:
    words = _words(context["label"])
    if not context["use_tag"]:
        return words
    return f"<{context['tag']}{attributes(context['attrs'])}>{words}</{context['tag']}>"


def _errors(context: Mapping) -> str:
    if not context["errors"]:
        return ""
    found = context["errors"]
    own = {"class": context["error_class"]}
    if getattr(found, "field_id", None):
        own["id"] = f"{found.field_id}_error"
    items = "".join(f"<li>{_words(one)}</li>" for one in found)
    return f"<ul{attributes(own)}>{items}</ul>"


INPUTS = (
    "checkbox",
    "date",
    "email",
    "file",
    "hidden",
    "input",
    "number",
    "password",
    "text",
    "url",
)
WRITERS: dict[str, Write] = {
    **{f"django/forms/widgets/{one}.html": _input for one in INPUTS},
    "django/forms/widgets/textarea.html": _textarea,
    "django/forms/widgets/select.html": _select,
    "django/forms/label.html": _label,
    "django/forms/errors/list/default.html": _errors,
    "django/forms/errors/list/ul.html": _errors,
}
