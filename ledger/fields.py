"""Columns of our own: text derived from another column, addresses that are safe to link."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models


def refuse_userinfo(address: str) -> None:
    """Refuse `https://name:password@host/`, which shows a reader another host than it opens."""
    if "@" in urlsplit(address).netloc:
        raise ValidationError("Give the address without a user's name before its host.")


class WebAddressField(models.CharField):
    """An http or https address without user or password, fit to be linked on a page."""

    default_validators = (
        URLValidator(schemes=["http", "https"], message="Give an http or https address."),
        refuse_userinfo,
    )

    def __init__(self, *positional, **options):
        options["max_length"] = 1000
        super().__init__(*positional, **options)

    def deconstruct(self):
        name, path, positional, options = super().deconstruct()
        del options["max_length"]
        return name, path, positional, options


class DerivedTextField(models.TextField):
    """Text that `derive` makes of the column `of`; never edited."""

    def __init__(self, *, of: str, derive: Callable[[str], str], **options):
        self.of = of
        self.derive = derive
        options.update(editable=False, blank=True)
        super().__init__(**options)

    def deconstruct(self):
        name, path, positional, options = super().deconstruct()
        return name, path, positional, {**options, "of": self.of, "derive": self.derive}

    def pre_save(self, instance, add):
        value = self.derive(getattr(instance, self.of))
        setattr(instance, self.attname, value)
        return value
