#!/usr/bin/env python
"""Django's command line. `python3 start.py manage …` runs it with the embedded PostgreSQL."""

import os
import sys

from django.core.management import execute_from_command_line

# What changes the schema, or fills it for the first time, connects as the owner of the tables.
OWNER_COMMANDS = {"migrate", "prepare"}

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    os.environ.setdefault("STATEMENT_TIMEOUT", "0")
    if OWNER_COMMANDS.intersection(sys.argv[1:2]):
        os.environ.setdefault("DATABASE_ROLE", "owner")
    execute_from_command_line(sys.argv)
