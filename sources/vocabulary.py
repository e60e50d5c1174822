"""The words for sources. Reliability and credibility are NATO's two axes (AJP-2.1, STANAG 2511)."""

from django.db import models


class SourceKind(models.TextChoices):
    NEWS = "news", "news report"
    WIRE = "wire", "wire report"
    OFFICIAL = "official", "official document"
    POST = "post", "social media post"
    BROADCAST = "broadcast", "broadcast or video"
    REPORT = "report", "research report"
    REFERENCE = "reference", "reference work"
    COURT = "court", "court document"
    DATASET = "dataset", "dataset"
    ARTICLE = "article", "essay or opinion"
    OTHER = "other", "other"


class Reliability(models.TextChoices):
    COMPLETELY = "A", "A: completely reliable"
    USUALLY = "B", "B: usually reliable"
    FAIRLY = "C", "C: fairly reliable"
    NOT_USUALLY = "D", "D: not usually reliable"
    UNRELIABLE = "E", "E: unreliable"
    CANNOT_BE_JUDGED = "F", "F: reliability cannot be judged"


class Credibility(models.IntegerChoices):
    CONFIRMED = 1, "1: confirmed"
    PROBABLY_TRUE = 2, "2: probably true"
    POSSIBLY_TRUE = 3, "3: possibly true"
    DOUBTFUL = 4, "4: doubtful"
    IMPROBABLE = 5, "5: improbable"
    CANNOT_BE_JUDGED = 6, "6: cannot be judged"
