"""Where each id of the working file lands in the result: exactly once."""

from .keys import NotUnique


class Landing:
    """Collects `{id: place}`; a place is a record's key, or `key#row` for a row of it."""

    def __init__(self):
        self.places: dict[str, str] = {}

    def note(self, working_id: str, place: str) -> None:
        """Note where an id landed; NotUnique if it already did."""
        if working_id in self.places:
            raise NotUnique(f"{working_id} landed in {self.places[working_id]} and in {place}.")
        self.places[working_id] = place

    def note_rows(self, table_id: str, record: str, rows: list[str]) -> None:
        """Note rows of a table that have no ids of their own, by their number: `x#claims/1`."""
        for number, row in enumerate(rows, 1):
            self.note(f"{table_id}/{number}", f"{record}#{row}")
