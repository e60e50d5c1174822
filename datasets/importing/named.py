"""The dataset that an import is of: found by its short name, or begun with its source."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace

from datasets.models import Dataset, ImportRun, PublishedDataset
from datasets.shapes import DATASET
from ledger.defaults import whole
from ledger.identity import take_public_ids
from ledger.models import OPEN, Record
from ledger.publishing import published_revisions
from ledger.saving import newest_revisions, state_of
from sources.shapes import SOURCE

from .begun import source_key
from .errors import ImportRefused
from .known import KNOWN, Terms
from .merging import merge
from .saving import Batch, save_states, waiting_for_people
from .states import Setting
from .writer import Writer

# Who may see a dataset is changed by a move alone (see moving.py); by its name it was found.
NEVER_CHANGED = {"short_name", "redistributable"}
WAITS = (
    "The dataset's own record has edits that nobody has published yet: what the release changes "
    "of it is saved there and waits for people to publish it."
)
OTHER_READERS = (
    "Who may see the rows of {name} stays as it is: an import does not change it. "
    "manage.py move_dataset_audience does."
)


@dataclass(frozen=True, slots=True)
class About:
    """What an import says of its dataset: `stated` of its terms, and the release and format."""

    short_name: str
    file_format: str
    release: str
    stated: Mapping[str, object]

    def fields(self, stated_before: Mapping[str, object]) -> dict:
        """Return the fields of the dataset: what is known of it, and what was ever stated."""
        known = KNOWN.get(self.file_format) or Terms(self.short_name, self.short_name)
        stated = {**stated_before, **self.stated, "short_name": self.short_name}
        terms = asdict(replace(known, **stated))
        redistributable = terms.pop("may_be_passed_on")
        terms["attribution"] = terms["attribution"].replace("{release}", self.release)
        said = {"file_format": self.file_format, "release": self.release}
        return {**terms, **said, "redistributable": redistributable}


@dataclass(frozen=True, slots=True)
class Found:
    """A dataset and its setting. `changed` is what to publish of its own record, if anything.

    `said` is what the import said of it, which its run keeps for the next one to compare with;
    `sentences` are for whoever imports.
    """

    dataset: Dataset
    setting: Setting
    said: dict
    changed: Batch
    sentences: list[str]


def describe_dataset(file_format: str, wanted) -> About:
    """Bring together what an import says of its dataset."""
    known = KNOWN.get(file_format)
    name = wanted.dataset or (known and known.short_name)
    if not name:
        raise ImportRefused("Name the dataset with --dataset, for example --dataset my-strikes.")
    if not wanted.release:
        raise ImportRefused("Say which release the file is with --release, for example 23.1.")
    return About(name, file_format, wanted.release, dict(wanted.about))


def name_release(about: About) -> str:
    """Name a dataset and its release for readers: never by words that nobody has published."""
    there = Dataset.objects.filter(short_name=about.short_name)
    lines = PublishedDataset.objects.filter(until=OPEN, record__in=there.values("pk"))
    published = lines.values_list("name", flat=True).first()
    title = about.stated.get("title") or published or about.fields({})["title"]
    return f"{title}, release {about.release}"


def find_dataset(about: About, writer: Writer) -> Found:
    """Find the dataset and bring its record to the release; or begin it."""
    dataset = Dataset.objects.filter(short_name=about.short_name).first()
    if dataset is None:
        return _begin(about, writer)
    _refuse_other_format(dataset, about)
    _refuse_unpublished(dataset)
    source = Record.objects.get(pk=dataset.source_id).public_id
    setting = Setting(dataset.short_name, dataset.public_id, source, _audience(dataset, writer))
    writer.ids.learn([dataset.public_id, source])
    return _renew(dataset, setting, about, writer)


def _refuse_other_format(dataset: Dataset, about: About) -> None:
    if dataset.file_format and dataset.file_format != about.file_format:
        raise ImportRefused(
            f"The dataset {dataset.short_name} has files of the format {dataset.file_format}, and "
            f"this one is {about.file_format}. Name another dataset, or another --format."
        )


def _refuse_unpublished(dataset: Dataset) -> None:
    """Refuse rows of a dataset that readers do not have; an import publishes no draft of people."""
    if dataset.status != Record.Status.PUBLISHED:
        raise ImportRefused(
            f"The dataset {dataset.short_name} is {dataset.get_status_display()}: readers of its "
            "rows would not find it. Publish it first, or name another dataset."
        )


def _audience(dataset: Dataset, writer: Writer) -> str:
    """Return who may see new rows: everybody only where no edit, published or not, says less."""
    revision = published_revisions([dataset.public_id])[dataset.public_id]
    published = state_of(writer.kinds["dataset"], revision)["audience"]
    is_for_members = Record.Audience.MEMBERS in (dataset.audience, published)
    return Record.Audience.MEMBERS if is_for_members else Record.Audience.PUBLIC


def _begin(about: About, writer: Writer) -> Found:
    said = about.fields({})
    audience = Record.Audience.PUBLIC if said["redistributable"] else Record.Audience.MEMBERS
    (source_id,) = take_public_ids("source", 1)
    (dataset_id,) = take_public_ids("dataset", 1)
    source = {
        "key": source_key(about.short_name),
        "audience": audience,
        "source_kind": "dataset",
        **{name: said[name] for name in ("title", "publisher", "address")},
    }
    state = {
        "key": f"dataset-{about.short_name}",
        "audience": audience,
        "source": source_id,
        **said,
    }
    writer.insert(writer.kinds["source"], {source_id: whole(SOURCE, source)})
    writer.insert(writer.kinds["dataset"], {dataset_id: whole(DATASET, state)})
    setting = Setting(about.short_name, dataset_id, source_id, audience)
    dataset = Dataset.objects.get(public_id=dataset_id)
    return Found(dataset, setting, {"stated": dict(about.stated), "fields": said}, {}, [])


def _renew(dataset: Dataset, setting: Setting, about: About, writer: Writer) -> Found:
    """Bring a dataset's record to a new release, as rows are brought to it: see merging.py."""
    kind = writer.kinds["dataset"]
    newest = newest_revisions([dataset.pk])
    mine = state_of(kind, newest[dataset.pk])
    before = _said_last(dataset, about, mine)
    said = about.fields(before["stated"])
    merged, kept = merge(_laid(before["fields"], mine), mine, _laid(said, mine))
    sentences = []
    if kept:
        sentences.append(
            f"The release changes {', '.join(kept)} of the dataset, which people changed too: "
            "theirs stays."
        )
    if about.stated.get("may_be_passed_on", mine["redistributable"]) != mine["redistributable"]:
        sentences.append(OTHER_READERS.format(name=dataset.short_name))
    waiting = waiting_for_people(newest)
    states = {} if merged == mine else {dataset.pk: merged}
    _, changed = save_states(writer, kind, states, waiting=waiting)
    if states and waiting:
        sentences.append(WAITS)
    stated = {**before["stated"], **about.stated}
    return Found(dataset, setting, {"stated": stated, "fields": said}, changed, sentences)


def _said_last(dataset: Dataset, about: About, mine: dict) -> dict:
    """Return what the last import said; before the first, what it would have said of that release.

    So people's words stay in a dataset that was begun by hand, too.
    """
    finished = dataset.runs.filter(status=ImportRun.Status.FINISHED)
    run = finished.filter(options__has_key="of_dataset").order_by("-pk").first()
    if run:
        return run.options["of_dataset"]
    as_it_is = replace(about, release=mine["release"], stated={})
    return {"stated": {}, "fields": as_it_is.fields({}) | {"file_format": mine["file_format"]}}


def _laid(said: Mapping[str, object], state: dict) -> dict:
    """Lay what an import says over a state."""
    return state | {name: said[name] for name in said if name not in NEVER_CHANGED}
