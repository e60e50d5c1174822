"""A column that is computed from another one whenever its row is written, in bulk too."""

from collections.abc import Callable

from django.db import models


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
