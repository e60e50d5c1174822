"""The forms of an import: the file and what it is of, then what is asked for."""

from pathlib import Path

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import RegexValidator

from datasets.importing.errors import ImportRefused
from datasets.importing.known import KNOWN
from datasets.importing.recognising import Recognised, recognised
from datasets.models import Dataset, ImportRun
from datasets.reading import Refused
from ledger.files import CHUNK, keep, sha256_of

WIDE = {"class": "vLargeTextField"}
FORMAT_WORDS = {
    "ucdp": "UCDP GED or Candidate",
    "acled": "ACLED",
    "gtd": "GTD",
    "csv": "a table of our own",
}
SHORT_NAME = RegexValidator(
    r"\A[a-z0-9][a-z0-9-]*\Z",
    "A short name is small letters, digits and hyphens, for example ucdp-ged.",
)


class Choices(forms.Form):
    """What is asked of an import beside its file; kept in the run's options."""

    partial = forms.BooleanField(
        label="The file is a part of the release",
        required=False,
        help_text="Rows that it does not have are left alone instead of being withdrawn.",
    )
    skip_bad_rows = forms.BooleanField(
        label="Leave out rows that cannot be understood",
        required=False,
        help_text="They are listed. Otherwise one such row stops the import.",
    )
    allow_withdrawals = forms.BooleanField(
        label="Withdraw what the release has dropped, however much that is",
        required=False,
        help_text="Otherwise a file that lacks a tenth of the dataset is refused.",
    )


class UploadForm(Choices):
    """A file, the dataset it is of, and its release. `found` is what the file is, once valid."""

    file = forms.FileField(
        label="File",
        help_text="CSV, plain or packed with gzip or zip, or an Excel workbook (.xlsx).",
    )
    release = forms.CharField(label="Release", max_length=60, help_text="For example 23.1.")
    file_format = forms.ChoiceField(
        label="Format",
        required=False,
        choices=[("", "recognised by its columns"), *FORMAT_WORDS.items()],
    )
    dataset = forms.ModelChoiceField(
        Dataset.objects.order_by("title"),
        label="Dataset",
        required=False,
        empty_label="the one that its format says, or a new one",
        help_text="UCDP GED, ACLED and GTD are known by their format. For a table of our own: "
        "choose its dataset, or name a new one below.",
    )
    short_name = forms.CharField(
        label="Short name",
        max_length=40,
        required=False,
        validators=[SHORT_NAME],
        help_text="Small letters, digits and hyphens, for example yemen-strikes.",
    )
    title = forms.CharField(
        label="Name in full", max_length=300, required=False, widget=forms.TextInput(WIDE)
    )
    publisher = forms.CharField(label="Publisher", max_length=200, required=False)
    licence = forms.CharField(
        label="Licence", max_length=200, required=False, help_text="For example CC BY 4.0."
    )
    attribution = forms.CharField(
        label="To be named as",
        required=False,
        widget=forms.TextInput(WIDE),
        help_text="The words that go with every export of its rows.",
    )
    terms = forms.CharField(
        label="Terms",
        required=False,
        widget=forms.TextInput(WIDE),
        help_text="What its licence asks of whoever uses it; shown beside its rows.",
    )
    may_be_passed_on = forms.ChoiceField(
        label="May be passed on",
        required=False,
        choices=[
            ("", "as is known of the dataset; of another: no"),
            ("yes", "yes: everybody may see its rows"),
            ("no", "no: its rows are for members alone"),
        ],
    )

    field_order = ("file", "release", "file_format", "dataset")
    found: Recognised
    stored: str

    def clean_file(self) -> UploadedFile:
        upload = self.cleaned_data["file"]
        if upload.size > settings.IMPORT_LARGEST:
            most = settings.IMPORT_LARGEST // CHUNK
            raise ValidationError(f"A file of up to {most:,} MB is taken; bring it in parts.")
        return upload

    def clean_short_name(self) -> str:
        name = self.cleaned_data["short_name"]
        if name and Dataset.objects.filter(short_name=name).exists():
            raise ValidationError("There is a dataset of that name; choose it above.")
        return name

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            self._recognise(cleaned)
        if not self.errors:
            self._see_whose(cleaned)
        return cleaned

    def about(self) -> dict:
        """Return what was said of a new dataset, as `Wanted.about` takes it."""
        names = ("title", "publisher", "licence", "attribution", "terms")
        said = {name: self.cleaned_data[name] for name in names if self.cleaned_data[name]}
        may = self.cleaned_data["may_be_passed_on"]
        return said | ({"may_be_passed_on": may == "yes"} if may else {})

    def dataset_name(self) -> str:
        """Return the dataset's short name; "" for the one that is known of the format."""
        chosen = self.cleaned_data["dataset"]
        return chosen.short_name if chosen else self.cleaned_data["short_name"]

    def _recognise(self, cleaned: dict) -> None:
        """Keep the file and look into it; one that cannot be read is not kept."""
        upload = cleaned["file"]
        self.stored = keep(upload, sha256_of(upload), folder=settings.IMPORTS_DIR)
        path = settings.IMPORTS_DIR / self.stored
        try:
            self.found = recognised(path, cleaned["file_format"] or None)
        except (Refused, ImportRefused) as refusal:
            self.add_error("file", str(refusal))
            self._forget(path)

    def _forget(self, path: Path) -> None:
        if not ImportRun.objects.filter(stored_file=self.stored).exists():
            path.unlink(missing_ok=True)

    def _see_whose(self, cleaned: dict) -> None:
        file_format, chosen = self.found.format, cleaned["dataset"]
        if chosen and chosen.file_format not in ("", file_format):
            self.add_error(
                "dataset",
                f"Its files are of the format {FORMAT_WORDS[chosen.file_format]}; this one is "
                f"{FORMAT_WORDS[file_format]}.",
            )
        if not (chosen or cleaned["short_name"] or file_format in KNOWN):
            self.add_error("short_name", "Choose a dataset above, or give a new one a short name.")
        if chosen and self.about():
            self.add_error(
                "dataset", "What it is and its terms are changed in its own form; leave them empty."
            )
