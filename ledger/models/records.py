from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from ledger import identity


class RecordQuerySet(models.QuerySet):
    def advance(self, *, record_id: int, version: int, by, **changes) -> bool:
        """Count one save of a record, if it still has the version that its editor saw.

        One conditional UPDATE of the parent table: of two savers who hold the same version,
        one gets True and the other False. `changes` may name `status` and `audience`.
        """
        return bool(
            self.filter(pk=record_id, version=version).update(
                version=F("version") + 1, updated_by=by, updated_at=timezone.now(), **changes
            )
        )

    def matching(self, words: str) -> "RecordQuerySet":
        """Return records one of whose names or titles holds every folded word."""
        found = self
        for word in words.split():
            found = found.filter(names__contains=word)
        return found


class Record(models.Model):
    """Whatever can be published: its identity, status and version. The parent of every kind."""

    class Status(models.TextChoices):
        DRAFT = "draft", "draft"
        IN_REVIEW = "in_review", "in review"
        PUBLISHED = "published", "published"
        WITHDRAWN = "withdrawn", "withdrawn"

    class Audience(models.TextChoices):
        PUBLIC = "public", "everybody"
        MEMBERS = "members", "members only"

    key = models.CharField(
        max_length=100,
        unique=True,
        editable=False,
        validators=[RegexValidator(rf"\A{identity.KEY.pattern}\Z")],
        help_text="The record's only identity in files; never changed.",
    )
    public_id = models.CharField(max_length=10, unique=True, editable=False)
    label = models.CharField(
        max_length=300, blank=True, editable=False, help_text="What editors see in lists."
    )
    names = models.TextField(
        blank=True, editable=False, help_text="Every name or title, folded, for editors' look-ups."
    )
    status = models.CharField(
        max_length=10, choices=Status, default=Status.DRAFT, editable=False, db_index=True
    )
    version = models.PositiveIntegerField(
        default=0, editable=False, help_text="Counts saves; the optimistic lock."
    )
    audience = models.CharField(max_length=7, choices=Audience, default=Audience.PUBLIC)
    rows_given = models.PositiveIntegerField(
        default=0, editable=False, help_text="The highest number given in a key of its rows."
    )
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )
    updated_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = RecordQuerySet.as_manager()

    # Set by `advance` and by the ledger's actions alone; saving a form never writes them.
    GUARDED = frozenset(
        {
            "key",
            "public_id",
            "label",
            "names",
            "status",
            "version",
            "rows_given",
            "merged_into",
            "created_by",
            "created_at",
            "updated_by",
            "updated_at",
        }
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(merged_into=F("id")),
                name="ledger_record_not_merged_into_itself",
                violation_error_message="A record cannot be merged into itself; name another.",
            ),
        ]

    def __str__(self):
        return f"{self.label or 'untitled'} ({self.public_id})"

    def save(self, **options):
        if self._state.adding:
            self._take_identity()
        elif options.get("update_fields") is None:
            options["update_fields"] = [
                field.name
                for field in self._meta.concrete_fields
                if field.name not in self.GUARDED and not field.primary_key
            ]
        super().save(**options)

    @property
    def kind(self) -> str:
        return identity.kind_of(self.public_id)

    def _take_identity(self):
        kind = type(self).KIND
        self.public_id = self.public_id or identity.take_public_ids(kind, 1)[0]
        self.key = self.key or identity.new_key(kind)


class RecordKind(Record):
    """What every kind of record is: a `Record` with a `KIND` and a table of its own."""

    KIND: str

    record_ptr = models.OneToOneField(
        Record, on_delete=models.CASCADE, parent_link=True, primary_key=True, related_name="+"
    )

    class Meta:
        abstract = True
