"""`manage.py db_worker` does what takes longer than a page may, imports above all.

It is the worker of django-tasks-db, which is also tied to start.py where that started it, and
waits for a database that went away instead of going too.
"""

import logging
import time

from django.db import InterfaceError, OperationalError, connections
from django_tasks_db.compat import TASKS_LOGGER
from django_tasks_db.management.commands import db_worker

from config.lifeline import tie_to_start

PATIENCE = 2  # seconds
LOGGERS = (TASKS_LOGGER, "django_tasks_db")
log = logging.getLogger(__name__)


class Command(db_worker.Command):
    def configure_logging(self, verbosity):
        """Tell of what failed even where nothing else is wanted: pages lead to this log."""
        super().configure_logging(verbosity)
        if verbosity == 0:
            for name in LOGGERS:
                logging.getLogger(name).setLevel(logging.ERROR)

    def handle(self, **options):
        tie_to_start()
        while True:
            try:
                return super().handle(**options)
            except (OperationalError, InterfaceError) as error:
                if options["batch"]:
                    raise
                log.warning("The database went away (%s); trying again.", str(error).strip())
                connections.close_all()
                time.sleep(PATIENCE)
