"""The page of one incident: one module a section."""

from .page import IncidentPage

__all__ = ["IncidentPage"]
