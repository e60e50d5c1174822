"""The dataset that an import is of: found by its short name, or begun with its source."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from datasets.models import Dataset
from datasets.shapes import DATASET
from ledger.defaults import whole
from ledger.identity import take_public_ids
from ledger.models import Record, Revision
from ledger.saving import append_revisions, newest_revisions, state_of
from ledger.writing import write_states
from sources.shapes import SOURCE

from .errors import ImportRefused
from .known import KNOWN, Terms
from .states import Setting
from .writer import Writer


@dataclass(frozen=True, slots=True)
class About:
    """A dataset and its terms as an import says them, the release and the format of its file."""

    terms: Terms
    file_format: str
    release: str
    stated: frozenset[str]


Batch = Mapping[str, tuple[dict, Revision]]


def describe_dataset(file_format: str, wanted) -> About:
    """Bring together what is known of a format's dataset and what the import says of it."""
    known = KNOWN.get(file_format)
    name = wanted.dataset or (known and known.short_name)
    if not name:
        raise ImportRefused("Name the dataset with --dataset, for example --dataset my-strikes.")
    if not wanted.release:
        raise ImportRefused("Say which release the file is with --release, for example 23.1.")
    terms = replace(known or Terms(name, name), **wanted.about, short_name=name)
    return About(terms, file_format, wanted.release, frozenset(wanted.about))


def find_dataset(about: About, writer: Writer) -> tuple[Dataset, Setting, Batch]:
    """Return the dataset, its setting, and the states to publish again if the release is new."""
    dataset = Dataset.objects.filter(short_name=about.terms.short_name).first()
    if dataset is None:
        return _begin(about, writer)
    if dataset.file_format and dataset.file_format != about.file_format:
        raise ImportRefused(
            f"The dataset {dataset.short_name} has files of the format {dataset.file_format}, and "
            f"this one is {about.file_format}. Name another dataset, or another --format."
        )
    source = Record.objects.get(pk=dataset.source_id).public_id
    setting = Setting(dataset.short_name, dataset.public_id, source, dataset.audience)
    writer.ids.learn([dataset.public_id, source])
    return dataset, setting, _renew(dataset, about, writer)


def _begin(about: About, writer: Writer) -> tuple[Dataset, Setting, Batch]:
    terms = about.terms
    audience = Record.Audience.PUBLIC if terms.may_be_passed_on else Record.Audience.MEMBERS
    (source_id,) = take_public_ids("source", 1)
    (dataset_id,) = take_public_ids("dataset", 1)
    source = whole(
        SOURCE,
        {
            "key": f"{terms.short_name}-source",
            "audience": audience,
            "source_kind": "dataset",
            "title": terms.title,
            "publisher": terms.publisher,
            "address": terms.address,
        },
    )
    state = whole(
        DATASET,
        {
            "key": f"dataset-{terms.short_name}",
            "audience": audience,
            "source": source_id,
            **_said(about),
        },
    )
    writer.insert(writer.kinds["source"], {source_id: source})
    writer.insert(writer.kinds["dataset"], {dataset_id: state})
    setting = Setting(terms.short_name, dataset_id, source_id, audience)
    return Dataset.objects.get(public_id=dataset_id), setting, {}


def _said(about: About) -> dict:
    terms = about.terms
    return {
        "short_name": terms.short_name,
        "title": terms.title,
        "publisher": terms.publisher,
        "address": terms.address,
        "file_format": about.file_format,
        "release": about.release,
        "licence": terms.licence,
        "licence_address": terms.licence_address,
        "attribution": terms.attribution.replace("{release}", about.release),
        "terms": terms.terms,
        "redistributable": terms.may_be_passed_on,
    }


def _renew(dataset: Dataset, about: About, writer: Writer) -> Batch:
    """Bring a dataset to a new release; who may see its rows is changed in the admin alone."""
    kind = writer.kinds["dataset"]
    before = state_of(kind, newest_revisions([dataset.pk])[dataset.pk])
    said = _said(about)
    changing = {"release", *about.stated} & said.keys() - {"redistributable"}
    if before["attribution"] == about.terms.attribution.replace("{release}", before["release"]):
        changing.add("attribution")  # people's own words stay
    state = before | {name: said[name] for name in changing}
    if state == before:
        return {}
    write_states(kind.shape, {dataset.pk: state})
    Record.objects.advance(record_id=dataset.pk, version=dataset.version, by=writer.by)
    (revision,) = append_revisions(
        kind=kind, record_ids=[dataset.pk], by=writer.by, reason=writer.reason
    )
    return {dataset.public_id: (state, revision)}
