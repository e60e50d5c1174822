"""What the database refused, as problems with the sentence that the constraint carries."""

from django.db import DatabaseError

from .checking import Problem
from .shapes import Shape


def problem_of(error: DatabaseError, shape: Shape) -> Problem:
    """Return what an IntegrityError or DataError means for a record of the shape.

    The path is the table of rows in which it arose; the database does not say which row it was.
    """
    said = error.__cause__.diag
    tables = {shape.model._meta.db_table: ("", shape.model)}
    tables |= {rows.model._meta.db_table: (rows.name, rows.model) for rows in shape.all_rows()}
    path, model = tables.get(said.table_name, ("", shape.model))
    for constraint in model._meta.constraints:
        if constraint.name == said.constraint_name:
            return Problem(path, constraint.get_violation_error_message())
    return Problem(path, f"the database refuses it: {said.message_primary}.")
