"""Constraints that many tables share, each with a sentence for whoever meets it."""

from django.db.models import CheckConstraint, F, Q, UniqueConstraint


def one_key(owner: str) -> UniqueConstraint:
    """A row's key stands once in its owner."""
    return UniqueConstraint(fields=[owner, "key"], name="%(app_label)s_%(class)s_one_key")


def ordered_numbers(low: str = "low", high: str = "high", *, unless: str = "") -> CheckConstraint:
    """Where both are known, the lower number is not above the higher; `unless` a column says so."""
    exempt = Q(**{unless: True}) if unless else Q()
    return CheckConstraint(
        condition=Q(**{f"{low}__lte": F(high)})
        | Q(**{f"{low}__isnull": True})
        | Q(**{f"{high}__isnull": True})
        | exempt,
        name=f"%(app_label)s_%(class)s_{low}_to_{high}",
        violation_error_message="The lowest number must not be above the highest; leave one "
        "empty where it is not known.",
    )


def coordinates(app_and_model: str) -> CheckConstraint:
    """Latitude and longitude stand together or not at all, on the globe. NaN is refused."""
    return CheckConstraint(
        condition=Q(latitude__isnull=True, longitude__isnull=True)
        | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
        name=f"{app_and_model}_on_the_globe",
        violation_error_message="Give both a latitude from -90 to 90 and a longitude from -180 "
        "to 180, or neither.",
    )


def country_code() -> CheckConstraint:
    return CheckConstraint(
        condition=Q(country="") | Q(country__regex=r"^[A-Z]{2}$"),
        name="%(app_label)s_%(class)s_country_code",
        violation_error_message="A country is two capital letters (ISO 3166-1 alpha-2), for "
        "example IQ; leave it empty where it is unknown or disputed.",
    )
