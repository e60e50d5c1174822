"""The form of datasets. Their rows are incidents, which imports write."""

from django.core.exceptions import ValidationError

from datasets.documents import refuse_dataset
from datasets.models import ExternalRecord

from .forms import RecordForm
from .records import RecordAdmin

FOUND_BY = ["short_name", "file_format", "source"]
WHO_SEES = ["redistributable", "audience"]


class DatasetForm(RecordForm):
    """A dataset; one that may not be passed on is for members only."""

    def clean(self):
        cleaned = super().clean()
        if set(WHO_SEES) <= cleaned.keys() and (sentences := refuse_dataset(cleaned)):
            raise ValidationError(sentences)
        return cleaned


class DatasetAdmin(RecordAdmin):
    """Datasets with their terms.

    What imports find one by stays. So does who may see it once there are rows of it, which would
    keep the audience that they were imported for.
    """

    form = DatasetForm
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "title",
                    ("short_name", "publisher"),
                    "address",
                    ("release", "file_format"),
                    ("licence", "licence_address"),
                    "attribution",
                    "terms",
                    ("redistributable", "audience"),
                    "source",
                ]
            },
        ),
    ]

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        if obj is None:
            return fields
        has_rows = ExternalRecord.objects.filter(dataset=obj).exists()
        return [*fields, *FOUND_BY, *(WHO_SEES if has_rows else [])]
