"""The form of datasets. Their rows are incidents, which imports write."""

from django.core.exceptions import ValidationError

from datasets.documents import refuse_dataset
from datasets.models import ExternalRecord

from .audience import MAY
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

    What imports find one by stays. Who may see it is changed on a page of its own once there are
    rows of it, which move along.
    """

    form = DatasetForm
    change_form_template = "admin/dataset_form.html"
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

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["may_move"] = obj is not None and request.user.has_perms(MAY)
        return super().render_change_form(request, context, add, change, form_url, obj)
