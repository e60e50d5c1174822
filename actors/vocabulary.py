"""The words for actors, their names and the relations between them."""

from django.db import models


class ActorKind(models.TextChoices):
    STATE = "state", "state"
    GOVERNMENT = "government", "government or institution"
    STATE_FORCE = "state_force", "state force"
    ARMED_GROUP = "armed_group", "armed group"
    MILITIA = "militia", "militia"
    UMBRELLA = "umbrella", "umbrella organisation"
    COALITION = "coalition", "coalition"
    PARTY = "party", "political party"
    INTERNATIONAL_ORG = "international_org", "international organisation"
    ORGANISATION = "organisation", "organisation"
    PERSON = "person", "person"
    POPULATION = "population", "population"
    CLASS = "class", "class of actors"
    UNIDENTIFIED = "unidentified", "unidentified"


class NameKind(models.TextChoices):
    OFFICIAL = "official", "official name"
    ALIAS = "alias", "alias"
    ACRONYM = "acronym", "acronym"
    TRANSLITERATION = "transliteration", "transliteration"
    FORMER = "former", "former name"
    NOM_DE_GUERRE = "nom_de_guerre", "nom de guerre"


class RelationKind(models.TextChoices):
    MEMBER_OF = "member_of", "member of"
    PART_OF = "part_of", "part of"
    LEADS = "leads", "leads"
    FOUNDED = "founded", "founded"
    HOLDS_OFFICE = "holds_office", "holds office in"
    BACKS = "backs", "backs"
    ALLIED_WITH = "allied_with", "allied with"
    PLEDGED_TO = "pledged_to", "pledged to"
    OPPOSES = "opposes", "opposes"
    DESIGNATED_BY = "designated_by", "designated as terrorist by"
    SPLIT_FROM = "split_from", "split from"
    MERGED_INTO = "merged_into", "merged into"
    SUCCEEDS = "succeeds", "succeeds"
    FACADE_OF = "facade_of", "façade of"
    SPOKESPERSON_OF = "spokesperson_of", "spokesperson of"
    POSSIBLY_SAME_AS = "possibly_same_as", "possibly the same as"


INVERSE = {
    RelationKind.MEMBER_OF: "has as member",
    RelationKind.PART_OF: "has as part",
    RelationKind.LEADS: "led by",
    RelationKind.FOUNDED: "founded by",
    RelationKind.HOLDS_OFFICE: "has as office-holder",
    RelationKind.BACKS: "backed by",
    RelationKind.ALLIED_WITH: "allied with",
    RelationKind.PLEDGED_TO: "has the pledge of",
    RelationKind.OPPOSES: "opposed by",
    RelationKind.DESIGNATED_BY: "designated as terrorist",
    RelationKind.SPLIT_FROM: "lost by a split",
    RelationKind.MERGED_INTO: "absorbed",
    RelationKind.SUCCEEDS: "succeeded by",
    RelationKind.FACADE_OF: "has as façade",
    RelationKind.SPOKESPERSON_OF: "has as spokesperson",
    RelationKind.POSSIBLY_SAME_AS: "possibly the same as",
}


class RelationConfidence(models.TextChoices):
    STATED = "stated", "stated"
    PROBABLE = "probable", "probable"
    ASSESSED = "assessed", "assessed"
    ALLEGED = "alleged", "alleged"
