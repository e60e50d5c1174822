"""The form field: typed text in, partial date out, and back again."""

import pytest
from django import forms

from dates.forms import PartialDateFormField, as_typed, understood
from dates.partial import NotADate, PartialDate
from dates.reading import read


class DateForm(forms.Form):
    date = PartialDateFormField(required=False)


def test_typed_text_becomes_a_partial_date():
    form = DateForm({"date": "28-29 September 2020"})
    assert form.is_valid()
    assert form.cleaned_data["date"] == PartialDate("2020-09-28/2020-09-29")


@pytest.mark.parametrize("typed", ["", "   "])
def test_an_empty_text_is_no_date(typed):
    form = DateForm({"date": typed})
    assert form.is_valid()
    assert form.cleaned_data["date"] is None


def test_what_is_no_date_is_answered_with_examples():
    (error,) = DateForm({"date": "yesterday"}).errors["date"]
    assert error.startswith("“yesterday” is not a date that can be understood. Write for example")


def test_a_refused_text_stays_in_the_field():
    assert 'value="yesterday"' in str(DateForm({"date": "yesterday"})["date"])


@pytest.mark.parametrize(
    ("partial", "shown"),
    [
        (PartialDate("2020-09-28"), "28 September 2020"),
        (read("early June 2020"), "early June 2020"),
        (PartialDate("2020-06-XX"), "2020-06-XX"),
        (PartialDate("2020-06"), "June 2020"),
        (PartialDate("[..2014]"), "before 2015"),
        (PartialDate("[..2014]", "by 2014"), "by 2014"),
        (PartialDate("2020-06-XX", "early June"), "2020-06-XX (early June)"),
        (PartialDate("2020", "(sic) 2020"), "2020 ((sic) 2020)"),
        (PartialDate("[..2014~]", "x" * 200), f"[..2014~] ({'x' * 200})"),
    ],
)
def test_a_form_opened_and_sent_back_changes_nothing(partial, shown):
    assert as_typed(partial) == shown
    assert not DateForm({"date": shown}, initial={"date": partial}).has_changed()


@pytest.mark.parametrize("typed", ["29 September 2020", "", "yesterday"])
def test_another_text_is_a_change(typed):
    form = DateForm({"date": typed}, initial={"date": PartialDate("2020-09-28")})
    assert form.has_changed()


def test_a_typed_text_is_shown_as_understood():
    assert understood("early June 2020") == "some day from 1 to 10 June 2020 (early June 2020)"


def test_what_is_not_understood_is_refused():
    with pytest.raises(NotADate):
        understood("yesterday")
