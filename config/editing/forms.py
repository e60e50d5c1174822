"""The form of every record: its fields, the version that its editor saw, and why it was changed."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Max

from ledger.models import Record, Revision

ASIDE = {"reason", "seen", "version"}


class RecordForm(forms.ModelForm):
    """A record, as the admin edits it.

    `seen` is the number of the revision from which its editor began. `refusal` is a sentence of the
    ledger or the database against what was typed; with it the form comes back as it was.
    """

    refusal = ""

    version = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)
    seen = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)
    reason = forms.CharField(
        label="Reason for the change",
        max_length=500,
        required=False,
        help_text="Kept in the history.",
        widget=forms.TextInput(attrs={"class": "vLargeTextField"}),
    )

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.version_found = self.record.version
        self.fields["version"].initial = self.version_found
        newest = Revision.objects.filter(record=self.record.pk).aggregate(number=Max("number"))
        self.fields["seen"].initial = newest["number"]
        self.fields["reason"].required = self.record.status != Record.Status.DRAFT

    @property
    def record(self) -> Record:
        """The record that is saved with the form."""
        return self.instance

    def clean(self):
        if self.refusal:
            raise ValidationError(self.refusal)
        return super().clean()

    def has_edits(self) -> bool:
        """Say whether a field was changed, or somebody else saved the record meanwhile."""
        seen = self.cleaned_data.get("version")
        return bool(set(self.changed_data) - ASIDE) or seen != self.version_found
