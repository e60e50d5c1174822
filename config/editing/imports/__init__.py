"""Importing on the editors' pages: upload, mapping, dry run, report, confirmation, result."""
