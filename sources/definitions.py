"""What the words for sources mean.

Reliability and credibility are the two axes of NATO's intelligence doctrine (AJP-2.1, STANAG 2511):
the source and the piece of information are graded apart.
"""

from ledger.vocabularies import Vocabulary

from .vocabulary import Credibility, Reliability, SourceKind

SOURCE_TYPES = {
    "news": "An article of a newspaper, magazine or news site.",
    "wire": "A report of a news agency, often repeated by others.",
    "official": "A document or release of a government or another authority.",
    "post": "A post on a social medium.",
    "broadcast": "A television or radio programme, or a video.",
    "report": "A report of researchers, an institute or an organisation.",
    "reference": "An encyclopaedia, a list or another work of reference.",
    "court": "An indictment, a judgment or another paper of a court.",
    "dataset": "A collection of records made by others.",
    "article": "An essay or a piece of opinion.",
    "other": "A source that none of the other words describes.",
}

RELIABILITIES = {
    "A": "No doubt about its authenticity, trustworthiness or competence; it has always been "
    "right (AJP-2.1).",
    "B": "Minor doubts; it has been right most of the time (AJP-2.1).",
    "C": "Some doubts; it has been right at times (AJP-2.1).",
    "D": "Significant doubts; it has been right now and then (AJP-2.1).",
    "E": "It lacks authenticity, trustworthiness or competence, or has been wrong before "
    "(AJP-2.1).",
    "F": "There is no basis for a judgement. It says nothing against the source (AJP-2.1).",
}

CITATION_CREDIBILITIES = {
    1: "Confirmed by independent sources, logical in itself, and in line with what else is known "
    "(AJP-2.1).",
    2: "Not confirmed; logical in itself and in line with what else is known (AJP-2.1).",
    3: "Not confirmed; reasonably logical, and agrees with some of what else is known (AJP-2.1).",
    4: "Not confirmed; possible, and nothing else is known of it (AJP-2.1).",
    5: "Not confirmed, not logical in itself, and contradicted by what else is known (AJP-2.1).",
    6: "There is no basis for a judgement (AJP-2.1).",
}

VOCABULARIES = {
    name: Vocabulary(name, title, dict(words), definitions)
    for name, title, words, definitions in (
        ("source_type", "Type of source", SourceKind.choices, SOURCE_TYPES),
        ("reliability", "Reliability of a source", Reliability.choices, RELIABILITIES),
        (
            "citation_credibility",
            "Credibility of a piece of information",
            Credibility.choices,
            CITATION_CREDIBILITIES,
        ),
    )
}
