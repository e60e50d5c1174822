"""The REST API, read only: the same parameters and the same sets as the pages, as JSON."""
