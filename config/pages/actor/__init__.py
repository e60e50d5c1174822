"""The page of one actor: one module a section."""

from .page import ActorPage

__all__ = ["ActorPage"]
