from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from ledger.models import Line, Published

ID = models.CharField(max_length=10)
WORD = models.CharField(max_length=40)


class PublishedIncident(Published):
    """An incident as readers filter, sort and count it. Null is "not known", never zero."""

    incident_type = models.CharField(max_length=15, blank=True)
    outcome = models.CharField(max_length=11)
    date_earliest = models.DateField(null=True)
    date_latest = models.DateField(null=True)
    date_approximate = models.BooleanField(default=False)
    sort_date = models.DateField(
        help_text="The earliest possible day, else the latest, else 1.1.1."
    )
    countries = ArrayField(models.CharField(max_length=2), default=list)
    places = ArrayField(ID, default=list)
    actors = ArrayField(ID, default=list)
    perpetrators = ArrayField(ID, default=list)
    targets = ArrayField(ID, default=list)
    weapons = ArrayField(WORD, default=list)
    claim_status = models.CharField(max_length=10)
    attribution_status = models.CharField(max_length=10)
    killed_low = models.PositiveIntegerField(null=True)
    killed_high = models.PositiveIntegerField(null=True)
    injured_low = models.PositiveIntegerField(null=True)
    injured_high = models.PositiveIntegerField(null=True)
    sort_killed = models.IntegerField(default=-1, help_text="Best, else lowest; -1 not known.")
    has_claim = models.BooleanField(default=False)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    precision = models.CharField(
        max_length=13, default="none", help_text="How exact the coordinates are."
    )
    part_of = models.CharField(max_length=10, blank=True)
    dataset = models.CharField(max_length=10, blank=True)
    profile = models.BigIntegerField(help_text="The same where all that is tallied is the same.")

    class Meta(Published.Meta):
        indexes = [
            models.Index(fields=["sort_date", "record"], name="publishedincident_date"),
            models.Index(
                fields=["date_latest"],
                condition=Q(date_earliest__isnull=True),
                name="publishedincident_open",
            ),
            models.Index(fields=["sort_killed", "record"], name="publishedincident_killed"),
            models.Index(fields=["since", "record"], name="publishedincident_since"),
            GinIndex(fields=["countries"], name="publishedincident_countries"),
            GinIndex(fields=["actors"], name="publishedincident_actors"),
            GinIndex(fields=["places"], name="publishedincident_places"),
        ]


class PublishedIncidentCountry(Line):
    """An incident in one of its countries, "" where none is known: the newest of a country first.

    One index answers for every edition, audience and page. It is read in order and ends with the
    page, which an index of the array cannot.
    """

    country = models.CharField(max_length=2, blank=True)
    date_earliest = models.DateField(null=True)
    date_latest = models.DateField(null=True)
    date_approximate = models.BooleanField(default=False)
    sort_date = models.DateField()
    incident = models.ForeignObject(
        PublishedIncident,
        on_delete=models.DO_NOTHING,
        from_fields=["record", "since"],
        to_fields=["record", "since"],
        related_name="by_country",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["record", "since", "country"], name="publishedincidentcountry_once"
            ),
        ]
        indexes = [
            models.Index(
                fields=["country", "sort_date", "record"],
                include=[
                    "since",
                    "until",
                    "audience",
                    "date_earliest",
                    "date_latest",
                    "date_approximate",
                ],
                name="publishedincidentcountry_date",
            ),
            models.Index(
                fields=["date_latest"],
                condition=Q(date_earliest__isnull=True),
                name="publishedincidentcountry_open",
            ),
        ]


class PublishedPlace(Published):
    """A place as readers filter and sort it; `within` holds itself and all that it lies in."""

    place_kind = models.CharField(max_length=15)
    name = models.TextField()
    sort_name = models.TextField()
    country = models.CharField(max_length=2, blank=True)
    within = ArrayField(ID, default=list)

    class Meta(Published.Meta):
        indexes = [
            models.Index(fields=["sort_name", "record"], name="publishedplace_name"),
            GinIndex(fields=["within"], name="publishedplace_within"),
        ]
