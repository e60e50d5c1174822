from django.db import models

from ledger.models import Exported


class ExportedIncident(Exported):
    """An incident's part of a flat export that `PublishedIncident` does not hold.

    What most exports read comes first. Lists of ids are texts parted by spaces, as an export shows
    them; "" and null are "not known".
    """

    cells = models.TextField(help_text="The cells of the flat CSV that need no names, spelled.")
    places = models.TextField(blank=True)
    mentions = models.TextField(help_text="Whom it names; see `incidents.indexing.mentions`.")
    title = models.TextField()
    summary = models.TextField(blank=True)
    date_edtf = models.TextField(blank=True)
    date_text = models.TextField(blank=True)
    countries = models.TextField(blank=True)
    place_text = models.TextField(blank=True)
    precision = models.CharField(max_length=13, blank=True)
    weapons = models.TextField(blank=True)
    killed_best = models.PositiveIntegerField(null=True)
    injured_best = models.PositiveIntegerField(null=True)
    dataset_entry = models.TextField(blank=True)
    stated_type = models.TextField(blank=True)
