"""How likely two records tell of one attack. Pure: two attacks in, a score with its parts out."""

from .attacks import Attack, Figure, Named
from .parts import Part
from .scoring import Score, score

__all__ = ["Attack", "Figure", "Named", "Part", "Score", "score"]
