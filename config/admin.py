"""Which records the admin offers, and by which forms."""

from django.contrib import admin
from django.contrib.auth import get_user_model

from actors.models import Actor
from config.editing.accounts import AccountAdmin
from config.editing.actors import ActorAdmin
from config.editing.datasets import DatasetAdmin
from config.editing.imports.runs import ImportRunAdmin
from config.editing.incidents import IncidentAdmin, PlaceAdmin
from config.editing.records import AnyRecordAdmin
from config.editing.sources import SourceAdmin
from config.editing.timeline import (
    ChronologyAdmin,
    CommitmentAdmin,
    EventAdmin,
    LinkAdmin,
    StatementAdmin,
)
from datasets.models import Dataset, ImportRun
from incidents.models import Incident, Place
from ledger.models import Record
from sources.models import Source
from timeline.models import Chronology, Commitment, Event, Link, Statement

admin.site.unregister(get_user_model())
admin.site.register(get_user_model(), AccountAdmin)
admin.site.register(Actor, ActorAdmin)
admin.site.register(Chronology, ChronologyAdmin)
admin.site.register(Commitment, CommitmentAdmin)
admin.site.register(Dataset, DatasetAdmin)
admin.site.register(Event, EventAdmin)
admin.site.register(ImportRun, ImportRunAdmin)
admin.site.register(Incident, IncidentAdmin)
admin.site.register(Link, LinkAdmin)
admin.site.register(Place, PlaceAdmin)
admin.site.register(Record, AnyRecordAdmin)
admin.site.register(Source, SourceAdmin)
admin.site.register(Statement, StatementAdmin)
