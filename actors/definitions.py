"""What the words for actors, their names and relations mean, in plain sentences for readers."""

from ledger.vocabularies import Vocabulary

from .vocabulary import INVERSE, ActorKind, NameKind, RelationConfidence, RelationKind

ACTOR_TYPES = {
    "state": "A state as a whole.",
    "government": "A government, ministry, parliament, court or other institution of a state.",
    "state_force": "An army, police force or another armed service of a state.",
    "armed_group": "An organised group that uses force and is not a service of a state.",
    "militia": "An armed group tied to a party, a community or a state, whether or not it is also "
    "on the state’s payroll.",
    "umbrella": "An organisation whose members are themselves organisations.",
    "coalition": "An alliance of states or groups for a purpose.",
    "party": "A political party or electoral list.",
    "international_org": "An organisation of states.",
    "organisation": "Any other organisation: a charity, a news outlet, a company.",
    "person": "One person.",
    "population": "A people, a community or a public.",
    "class": "A kind of actor that sources name without naming anybody, such as “outlaws”. Never "
    "resolved to a particular group.",
    "unidentified": "Somebody who acted and of whom no name is known.",
}

NAME_TYPES = {
    "official": "What the actor calls itself, or is called in law.",
    "alias": "Another name in use.",
    "acronym": "A name made of initials.",
    "transliteration": "The name written in another script by its sound.",
    "former": "A name no longer in use.",
    "nom_de_guerre": "A name taken for the fight.",
}

RELATIONS = {
    "member_of": "Belongs to it and keeps an existence of its own.",
    "part_of": "Is a part of it, such as a brigade of a force.",
    "leads": "Is at its head.",
    "founded": "Brought it into being.",
    "holds_office": "Holds the office named, such as prime minister.",
    "backs": "Supports it with money, arms, training or orders.",
    "allied_with": "The two act together.",
    "pledged_to": "Has sworn loyalty to it.",
    "opposes": "Is its declared opponent.",
    "designated_by": "Was put on a list of terrorists by it.",
    "split_from": "Came out of it by a split.",
    "merged_into": "Became part of it and ceased to exist by itself.",
    "succeeds": "Came after it and took its place.",
    "facade_of": "Is said to be a name under which the other acts. The two are never counted as "
    "one.",
    "spokesperson_of": "Speaks for it.",
    "possibly_same_as": "May be the same. The two are never counted as one.",
}

RELATION_CONFIDENCES = {
    "stated": "Said as a fact.",
    "probable": "Said to be likely.",
    "assessed": "The judgement of an analyst or a service.",
    "alleged": "Said by others and not established.",
}

VOCABULARIES = {
    name: Vocabulary(name, title, dict(words), definitions)
    for name, title, words, definitions in (
        ("actor_type", "Type of actor", ActorKind.choices, ACTOR_TYPES),
        ("name_type", "Type of name", NameKind.choices, NAME_TYPES),
        ("relation", "Relation between actors", RelationKind.choices, RELATIONS),
        ("relation_inverse", "A relation seen from the other side", INVERSE, RELATIONS),
        (
            "relation_confidence",
            "How sure a relation is",
            RelationConfidence.choices,
            RELATION_CONFIDENCES,
        ),
    )
}
