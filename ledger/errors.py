"""What the ledger refuses, in sentences."""


class LedgerError(Exception):
    """Something that the ledger refused; the message is for whoever asked for it."""


class EditConflict(LedgerError):
    """Somebody else saved the record meanwhile."""


class RefersToUnpublished(LedgerError):
    """A record cannot be published before those it refers to. `labels` names them."""

    def __init__(self, labels: list[str]):
        self.labels = labels
        super().__init__(
            f"It refers to what is not published: {', '.join(labels)}. Publish these with it, "
            "or take the references out."
        )


class NothingSaved(LedgerError):
    """A record has no revision yet, so there is nothing to publish."""


class NotToBePublished(LedgerError):
    """What other records are forbids that one is published so; the message says why."""


class PublishingBusy(LedgerError):
    """Another publication holds the ledger for longer than anybody should wait."""

    def __init__(self):
        super().__init__(
            "Another publication is under way and did not end within 30 seconds. Nothing was "
            "changed; try again in a moment."
        )


class TooManyExports(LedgerError):
    """As many lists are being taken away as this process serves at once."""

    def __init__(self):
        super().__init__("Other files are being written; ask for yours again in a moment.")
