"""Admin forms for citations and rivals, which rows and records of every kind have."""

from collections import defaultdict

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from ledger.admin import RecordChoices, RowForm, RowFormSet, RowInline, Understood
from ledger.models import Record
from ledger.naming import LookedUp

from .captures import NotAccepted, read_upload, store
from .citing import NotCited, explain_cited, find_cited, keep_cited, write_citing
from .models import Capture, Citation, RivalAssertion


def explain(text: str) -> str:
    """Say which sources a line names; NotCited where it names none."""
    return explain_cited(find_cited(text))


class CitingInput(Understood, forms.TextInput):
    """The sources of a row in one line, which they are, and a pop-up to add one to the line.

    `explained` are the explanations of lines that were looked up already.
    """

    def __init__(self):
        # The class is the admin's own sign that what a pop-up gives is added, not put in its place.
        super().__init__("sources", self._explain, {"class": "vManyToManyRawIdAdminField citing"})
        self.explained: dict[str, str] = {}

    def beside(self, attrs):
        if "id" not in attrs:
            return ""
        return format_html(
            '<a class="related-widget-wrapper-link add-source" data-popup="yes" id="add_{}" '
            'href="{}?_to_field=public_id&amp;_popup=1">Add a source</a>',
            attrs["id"],
            reverse("admin:sources_source_add"),
        )

    def _explain(self, text: str) -> str:
        return self.explained[text] if text in self.explained else explain(text)

    def __deepcopy__(self, memo):
        return CitingInput()


class SuggestingInput(forms.TextInput):
    """One line of text, for which known values are offered; others may be typed."""

    def __init__(self, known: list[str]):
        super().__init__({"class": "vTextField"})
        self.known = known

    def render(self, name, value, attrs=None, renderer=None):
        listed = f"{(attrs or {}).get('id', name)}_known"
        return format_html(
            '{}<datalist id="{}">{}</datalist>',
            super().render(name, value, (attrs or {}) | {"list": listed}, renderer),
            listed,
            format_html_join("", '<option value="{}">', ([one] for one in self.known)),
        )


class CitingField(forms.CharField):
    """A line such as `R12 p. 4; R3`, whose value is a list of `Cited`."""

    widget = CitingInput

    def __init__(self, **options):
        super().__init__(
            required=False, max_length=2000, label="Sources", help_text="R12 p. 4; R3", **options
        )

    def clean(self, value):
        try:
            return find_cited(super().clean(value))
        except NotCited as error:
            raise ValidationError(str(error), code="not_cited") from error

    def has_changed(self, initial, data):
        return (initial or "") != (data or "").strip()


class CitedForm(RowForm):
    """A row with its sources in one line."""

    sources = CitingField()


class CitedFormSet(RowFormSet):
    """Rows whose sources are kept as citations, once the row has its key."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.citations = self.looked_up.once("citations", self._citations) if self.rows else {}

    def add_fields(self, form, index):
        super().add_fields(form, index)
        cited = self.citations.get(form.instance.key, [])
        line = write_citing(cited)
        form.fields["sources"].initial = line
        form.fields["sources"].widget.explained = {line: explain_cited(cited)}

    def save_new(self, form, commit=True):
        return self._with_sources(form, super().save_new(form, commit), commit)

    def save_existing(self, form, obj, commit=True):
        return self._with_sources(form, super().save_existing(form, obj, commit), commit)

    def delete_existing(self, obj, commit=True):
        if commit:
            Citation.objects.filter(record=obj.record_id, assertion=obj.key).delete()
        super().delete_existing(obj, commit)

    def _citations(self) -> dict[str, list[Citation]]:
        """Return the citations of all rows of the record, by the key of the row."""
        owner = self.instance
        record_id = owner.pk if isinstance(owner, Record) else owner.record_id
        found: dict[str, list[Citation]] = defaultdict(list)
        cited = Citation.objects.filter(record=record_id).exclude(assertion="")
        for citation in cited.select_related("source"):
            found[citation.assertion].append(citation)
        return found

    def _with_sources(self, form, row, commit):
        if commit and "sources" in form.changed_data:
            cited = form.cleaned_data["sources"]
            keep_cited(record_id=row.record_id, assertion=row.key, cited=cited)
        return row


class CitedRowInline(RowInline):
    """Rows with a line of sources each."""

    form = CitedForm
    formset = CitedFormSet

    @admin.display(description="Sources")
    def sources(self, row) -> str:
        """Return the line of sources, for those who may only look."""
        mine = Citation.objects.filter(record=row.record_id, assertion=row.key)
        return write_citing(mine.select_related("source"))


class RivalInline(CitedRowInline):
    """What else is said of a field."""

    model = RivalAssertion
    verbose_name = "rival account"
    verbose_name_plural = "rival accounts: what else is said of a fact"
    classes = ["collapse"]
    fieldsets = [
        (
            None,
            {
                "description": "“Field” is the fact disputed; “row” is empty, or the key of the "
                "row whose fact it is, such as p1.",
                "fields": [
                    ("field", "row"),
                    "wording",
                    ("by_record", "by_text", "by_via"),
                    ("reported_on", "reported_on_time"),
                    ("adopted", "reason"),
                    "sources",
                ],
            },
        )
    ]

    def formfield_for_dbfield(self, db_field, request, **options):
        if db_field.name == "field":
            options["widget"] = SuggestingInput(self._disputable())
        return super().formfield_for_dbfield(db_field, request, **options)

    def _disputable(self) -> list[str]:
        """Return the names of the record's fields and tables, then those of their rows' fields."""
        shape = self.admin_site.kinds[self.parent_model.KIND].shape
        of_rows = sorted({field.name for rows in shape.rows for field in rows.fields})
        return list(dict.fromkeys([one.name for one in (*shape.fields, *shape.rows)] + of_rows))


class CitationFormSet(forms.BaseInlineFormSet):
    """The citations of a record itself; those of its rows stand with the rows."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.looked_up = LookedUp()
        for one in self.get_queryset():
            named = f"{one.source.title} (source {one.source.public_id})"
            self.looked_up.names[one.source_id] = named

    def get_queryset(self):
        if not hasattr(self, "_queryset"):
            self._queryset = super().get_queryset().filter(assertion="").select_related("source")
        return self._queryset

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.fields["source"].widget.widget.looked_up = self.looked_up
        for field in form.fields.values():
            # The columns have headings, the fields no labels of their own.
            choice = getattr(field.widget, "widget", field.widget)
            choice.attrs["aria-label"] = field.label or ""


class CitationInline(RecordChoices, admin.TabularInline):
    """What sources support the record as a whole, or one of its fields."""

    model = Citation
    formset = CitationFormSet
    fields = ["field", "source", "locator", "credibility"]
    extra = 1
    verbose_name = "source"
    verbose_name_plural = "sources of the title, the date, the summary and the rest above"

    def formfield_for_dbfield(self, db_field, request, **options):
        if db_field.name != "field":
            return super().formfield_for_dbfield(db_field, request, **options)
        shape = self.admin_site.kinds[self.parent_model.KIND].shape
        cited = [one.name for one in (*shape.fields, *shape.rows)]
        choices = [("", "all of it"), *((name, name.replace("_", " ")) for name in cited)]
        return forms.ChoiceField(choices=choices, required=False, label="supports")


class CaptureForm(RowForm):
    """An archived copy; a file may be handed in with it, once."""

    upload = forms.FileField(
        required=False, help_text="A PDF, an image, a video (MP4) or a web archive (WARC)."
    )

    def clean(self):
        cleaned = super().clean()
        if self.instance.file:
            cleaned["sha256"] = self.instance.sha256
        if upload := cleaned.get("upload"):
            try:
                cleaned["media_type"], cleaned["sha256"] = self._read(upload)
            except NotAccepted as error:
                self.add_error("upload", str(error))
        return cleaned

    def save(self, commit=True):
        if upload := self.cleaned_data.get("upload"):
            self.instance.media_type = self.cleaned_data["media_type"]
            self.instance.file = store(upload, self.instance.sha256)
        return super().save(commit)

    def _read(self, upload: UploadedFile) -> tuple[str, str]:
        if self.instance.file:
            raise NotAccepted("This copy has its file already; add another copy.")
        return read_upload(upload)


class CaptureInline(RowInline):
    """Archived copies of a source."""

    model = Capture
    form = CaptureForm
    verbose_name_plural = "archived copies"
    fields = [("address", "accessed_at"), ("upload", "sha256"), "kept"]
    readonly_fields = ["kept"]

    @admin.display(description="File kept")
    def kept(self, capture: Capture) -> str:
        if not capture.file:
            return "none"
        return format_html(
            '<a href="{}">{}, download</a>',
            reverse("admin:capture", args=[capture.pk]),
            capture.media_type,
        )
