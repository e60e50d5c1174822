"""The model field, on instances that are never saved."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import models
from django.db.migrations.state import ModelState, ProjectState
from django.forms import modelform_factory
from django.test.utils import isolate_apps

from dates.fields import PartialDateField, bounds_in_order, companion_values, companions
from dates.partial import PartialDate
from dates.reading import read

EARLY_JUNE = read("early June 2020")


@pytest.fixture
def report():
    """A model with a date and its time."""
    with isolate_apps("django.contrib.contenttypes"):

        class Report(models.Model):
            date = PartialDateField(with_time=True)
            title = models.CharField(max_length=50, blank=True)

            class Meta:
                app_label = "contenttypes"
                constraints = [bounds_in_order("date")]

            def __str__(self):
                return self.title

        yield Report


def loaded(model, **columns):
    return model.from_db("default", list(columns), list(columns.values()))


def names(model):
    return [field.name for field in model._meta.local_fields]


def test_the_companions_stand_beside_the_date(report):
    assert names(report)[1:] == ["date", "title", *companions("date"), "date_time"]


def test_the_state_of_a_migration_adds_no_second_companions(report):
    project = ProjectState()
    project.add_model(ModelState.from_model(report))
    historical = project.apps.get_model("contenttypes", "Report")
    assert names(historical) == names(report)


def test_a_migration_writes_the_field_with_what_it_was_given(report):
    _, path, args, kwargs = report._meta.get_field("date").deconstruct()
    assert (path, args, kwargs) == ("dates.fields.PartialDateField", [], {"with_time": True})


def test_a_loaded_date_carries_its_wording(report):
    instance = loaded(report, id=1, date=EARLY_JUNE.edtf, date_wording=EARLY_JUNE.wording)
    assert instance.date == EARLY_JUNE


@pytest.mark.parametrize("stored", [None, ""])
def test_no_text_is_no_date(report, stored):
    assert loaded(report, id=1, date=stored, date_wording="").date is None


def test_a_date_given_to_a_new_instance_keeps_its_wording(report):
    assert report(date=EARLY_JUNE).date == EARLY_JUNE


def test_a_text_over_a_date_does_not_inherit_its_wording(report):
    instance = loaded(report, id=1, date=EARLY_JUNE.edtf, date_wording=EARLY_JUNE.wording)
    instance.date = "2019"
    assert instance.date == PartialDate("2019")


def test_a_date_that_was_not_loaded_stays_deferred(report):
    instance = loaded(report, id=1, title="only this")
    assert {"date", "date_wording"} <= instance.get_deferred_fields()


def test_saving_fills_the_companions(report):
    instance = report(date=read("around 20 February 2020"))
    report._meta.get_field("date").pre_save(instance, add=True)
    assert {name: getattr(instance, name) for name in companions("date")} == {
        "date_earliest": date(2020, 2, 20),
        "date_latest": date(2020, 2, 20),
        "date_precision": "day",
        "date_approximate": True,
        "date_wording": "around 20 February 2020",
    }


def test_saving_no_date_empties_the_companions(report):
    instance = loaded(report, id=1, date="2020", **companion_values("date", PartialDate("2020")))
    instance.date = None
    report._meta.get_field("date").pre_save(instance, add=False)
    assert [getattr(instance, name) for name in companions("date")] == [None, None, "", False, ""]


def test_the_database_is_given_the_edtf_text(report):
    field = report._meta.get_field("date")
    prepared = [field.get_prep_value(value) for value in (EARLY_JUNE, "2020", "", None)]
    assert prepared == [EARLY_JUNE.edtf, "2020", None, None]


def test_a_text_that_is_no_date_is_a_validation_error(report):
    with pytest.raises(ValidationError, match="Write for example"):
        report._meta.get_field("date").clean("yesterday", None)


def test_the_constraint_is_named_for_its_model_and_field(report):
    (constraint,) = report._meta.constraints
    assert constraint.name == "contenttypes_report_date_bounds_in_order"
    assert "must not be after" in constraint.violation_error_message


def test_a_model_form_reads_the_typed_date_into_the_instance(report):
    form = modelform_factory(report, fields=["date", "date_time"])(
        {"date": "early June 2020", "date_time": "22:30"}
    )
    form.full_clean()
    assert form.instance.date == EARLY_JUNE
    assert form.instance.date_time == "22:30"
