from .actors import Actor, ActorName, Relationship
from .published import PublishedActor

__all__ = ["Actor", "ActorName", "PublishedActor", "Relationship"]
