"""The published states around a record, with a batch about to be published laid over them."""

import pytest

from ledger.published import PublishedStates
from tests.factories import make_incident, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def operation():
    whole = make_incident(title="The operation")
    part = make_incident(title="A part", parent=whole)
    apart = make_incident(title="Another attack")
    published(whole, part, apart)
    return whole.public_id, part.public_id, apart.public_id


def test_what_is_published_is_found_by_what_it_refers_to(operation):
    whole, part, apart = operation
    assert PublishedStates().referring_to([whole], "incident").keys() == {part}
    assert PublishedStates().referring_to([apart], "incident") == {}
    assert PublishedStates().referring_to([whole], "statement") == {}


def test_a_state_of_the_batch_is_found_by_what_it_names(operation):
    whole, part, apart = operation
    joining = PublishedStates()[apart] | {"parent": whole}
    found = PublishedStates({apart: joining}).referring_to([whole], "incident")
    assert found.keys() == {part, apart}
    assert found[apart] == joining


def test_what_the_batch_withdraws_refers_to_nothing(operation):
    whole, part, _ = operation
    assert PublishedStates({part: None}).referring_to([whole], "incident") == {}


def test_a_batch_asks_at_once_what_refers_to_its_records(operation, django_assert_max_num_queries):
    states = PublishedStates(PublishedStates().many(operation))
    with django_assert_max_num_queries(1):
        found = [set(states.referring_to([one], "incident")) for one in operation]
    whole, part, _ = operation
    assert found == [{part}, {whole}, set()]  # an operation's document names its parts
