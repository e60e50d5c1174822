"""The model field of a partial date, and the columns that stand beside it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from dates.edtf import MAX_LENGTH
from dates.forms import PartialDateFormField
from dates.partial import WORDING_LENGTH, NotADate, PartialDate

TIME_LENGTH = 60


class PartialDateAttribute(DeferredAttribute):
    """Gives a PartialDate or None.

    A text in the instance is the stored EDTF, as loaded: it becomes a PartialDate with the
    wording of the column beside it when first read.
    """

    def __get__(self, instance, cls=None):
        value = super().__get__(instance, cls)
        if isinstance(value, str):
            name = self.field.attname
            value = PartialDate(value, getattr(instance, f"{name}_wording")) if value else None
            instance.__dict__[name] = value
        return value

    def __set__(self, instance, value):
        name = self.field.attname
        # A text over an earlier value is no load: it must not inherit the old wording.
        if isinstance(value, str) and name in instance.__dict__:
            value = PartialDate.parse(value) if value else None
        instance.__dict__[name] = value


class PartialDateField(models.Field):
    """A nullable EDTF text whose Python value is a PartialDate.

    A field `date` adds the columns `date_earliest`, `date_latest`, `date_precision`,
    `date_approximate` and `date_wording`, filled from the value when it is saved, and with
    `with_time` the column `date_time`, which is the editor's own: "22:30" or "early morning".
    Name `companions("date")` too in `save(update_fields=…)`; `QuerySet.update` and `bulk_update`
    fill nothing: there, write `companion_values("date", value)`.
    `.values_list("date")` gives the EDTF text; `.only("date")` wants "date_wording" with it.
    """

    description = "Partial date (EDTF)"
    descriptor_class = PartialDateAttribute

    def __init__(self, *args, with_time=False, **kwargs):
        self.with_time = with_time
        kwargs["null"] = True
        kwargs["max_length"] = MAX_LENGTH
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        del kwargs["null"], kwargs["max_length"]
        if self.with_time:
            kwargs["with_time"] = True
        return name, path, args, kwargs

    def get_internal_type(self):
        return "CharField"

    def contribute_to_class(self, cls, name, private_only=False):
        super().contribute_to_class(cls, name, private_only)
        # The state of a migration already lists the companions.
        if cls.__module__ == "__fake__":
            return
        for companion, column in self._companion_columns(name).items():
            cls.add_to_class(companion, column)

    def pre_save(self, model_instance, add):
        value = super().pre_save(model_instance, add)
        for companion, derived in companion_values(self.attname, value).items():
            setattr(model_instance, companion, derived)
        return value

    def to_python(self, value):
        if value is None or isinstance(value, PartialDate):
            return value
        try:
            return PartialDate.parse(value) if value else None
        except NotADate as error:
            raise ValidationError(str(error), code="not_a_date") from error

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return value.edtf if isinstance(value, PartialDate) else value or None

    def value_to_string(self, obj):
        value = self.value_from_object(obj)
        return value.edtf if value else None

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": PartialDateFormField, **kwargs})

    def _companion_columns(self, name):
        columns = {
            f"{name}_earliest": models.DateField(null=True, editable=False),
            f"{name}_latest": models.DateField(null=True, editable=False),
            f"{name}_precision": models.CharField(max_length=10, blank=True, editable=False),
            f"{name}_approximate": models.BooleanField(default=False, editable=False),
            f"{name}_wording": models.CharField(
                max_length=WORDING_LENGTH, blank=True, editable=False
            ),
        }
        if self.with_time:
            columns[f"{name}_time"] = models.CharField(
                max_length=TIME_LENGTH,
                blank=True,
                help_text="Local time in the source's words: 22:30, early morning.",
            )
        return columns


def companion_values(name: str, partial: PartialDate | None) -> dict[str, object]:
    """What stands in the columns beside the date `name`, by column, its time left out."""
    return {
        f"{name}_earliest": partial.earliest if partial else None,
        f"{name}_latest": partial.latest if partial else None,
        f"{name}_precision": partial.precision if partial else "",
        f"{name}_approximate": partial.approximate if partial else False,
        f"{name}_wording": partial.wording if partial else "",
    }


def companions(name: str) -> list[str]:
    """The names of the columns filled from the date `name`."""
    return list(companion_values(name, None))


def bounds_in_order(name: str) -> models.CheckConstraint:
    """For Meta.constraints: the earliest day of the date `name` is not after its latest."""
    return models.CheckConstraint(
        condition=models.Q(**{f"{name}_earliest__lte": models.F(f"{name}_latest")}),
        name=f"%(app_label)s_%(class)s_{name}_bounds_in_order",
        violation_error_message=(
            "The earliest possible day of a date must not be after its latest possible day."
        ),
    )
