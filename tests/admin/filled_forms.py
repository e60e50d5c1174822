"""Admin forms as a browser sends them: all that the form shows, with some of it typed anew."""

from html.parser import HTMLParser

from django.test import Client

CONTINUE = {"_continue": "1"}


class FormReader(HTMLParser):
    """Collects what a form would send: `values` maps names to texts, or lists for multiple ones."""

    def __init__(self):
        super().__init__()
        self.values: dict[str, str | list[str]] = {}
        self.open: tuple[str, str] | None = None

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        name = found.get("name")
        if tag == "input" and name and found.get("type") not in ("submit", "file", "checkbox"):
            self.values[name] = found.get("value") or ""
        elif tag == "input" and found.get("type") == "checkbox" and "checked" in found:
            self.values[name] = found.get("value", "on")
        elif tag == "select" and name:
            self.open = ("select", name)
            self.values[name] = [] if "multiple" in found else ""
        elif tag == "textarea" and name:
            self.open = ("textarea", name)
            self.values[name] = ""
        elif tag == "option" and "selected" in found:
            self._take(found.get("value") or "")

    def handle_endtag(self, tag):
        if self.open and tag == self.open[0]:
            self.open = None

    def handle_data(self, data):
        if self.open and self.open[0] == "textarea":
            # A browser leaves out the line break with which a text area begins.
            self.values[self.open[1]] += data.removeprefix("\n").removeprefix("\r\n")

    def _take(self, value: str) -> None:
        name = self.open[1]
        if isinstance(self.values[name], list):
            self.values[name].append(value)
        else:
            self.values[name] = value


def shown(client: Client, address: str) -> dict:
    """Return what the form at an address would send unchanged."""
    reader = FormReader()
    reader.feed(client.get(address).content.decode())
    return {name: value for name, value in reader.values.items() if "__prefix__" not in name}


def send(client: Client, address: str, **typed):
    """Send the form at an address with some values typed anew; follow where it leads.

    `claims__0__date` is the date of the first claim. A value None leaves a checkbox unticked.
    """
    return send_values(client, address, shown(client, address), **typed)


def send_values(client: Client, address: str, values: dict, **typed):
    """Send a form that was opened earlier."""
    named = {name.replace("__", "-"): value for name, value in typed.items()}
    data = {name: value for name, value in (values | named).items() if value is not None}
    return client.post(address, data | CONTINUE, follow=True)


def errors(response) -> list[str]:
    """Return every sentence that a form says against what was typed, wherever it stands."""
    form = response.context["adminform"].form
    found = [str(one) for sentences in form.errors.values() for one in sentences]
    for inline in response.context["inline_admin_formsets"]:
        found += map(str, inline.formset.non_form_errors())
        for row in inline.formset.errors:
            found += [str(one) for sentences in row.values() for one in sentences]
    return found
