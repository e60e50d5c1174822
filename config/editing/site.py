"""The editors' site: Django's admin, told of the kinds of record and of what spans them."""

from django.contrib.admin import AdminSite
from django.urls import path

from config.kinds import KINDS

from .audience import audience_of_dataset
from .captures import capture
from .lookups import RecordsJsonView
from .matching import match_pair, match_queue
from .preview import preview
from .publishing import publish_record, withdraw_record
from .understood import understood


class EditingSite(AdminSite):
    """Where records are entered, corrected and published. `kinds` are those that there are."""

    site_header = "Aftermath, for editors"
    site_title = "Aftermath, for editors"
    index_title = "Records"
    enable_nav_sidebar = False
    empty_value_display = "—"
    kinds = KINDS

    def get_urls(self):
        pages = [
            ("understood/", understood, "understood"),
            ("captures/<int:pk>/", capture, "capture"),
            ("datasets/<int:pk>/audience/", audience_of_dataset, "dataset_audience"),
            ("matching/", match_queue, "match_queue"),
            ("matching/<int:pk>/", match_pair, "match_pair"),
            ("preview/<str:public_id>/", preview, "preview"),
            ("publish/<str:public_id>/", publish_record, "publish"),
            ("withdraw/<str:public_id>/", withdraw_record, "withdraw"),
        ]
        ours = [path(at, self.admin_view(view), name=name) for at, view, name in pages]
        return [*ours, *super().get_urls()]

    def autocomplete_view(self, request):
        return RecordsJsonView.as_view(admin_site=self)(request)
