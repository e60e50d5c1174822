"""The words for attacks. Definitions for readers stand in `definitions.py`."""

from django.db import models


class IncidentType(models.TextChoices):
    ROCKET_ATTACK = "rocket_attack", "rocket attack"
    DRONE_STRIKE = "drone_strike", "drone strike"
    AIRSTRIKE = "airstrike", "airstrike"
    MISSILE_STRIKE = "missile_strike", "missile strike"
    SHELLING = "shelling", "shelling"
    IED = "ied", "improvised explosive device"
    CAR_BOMB = "car_bomb", "car bomb"
    SUICIDE_BOMBING = "suicide_bombing", "suicide bombing"
    ARMED_ASSAULT = "armed_assault", "armed assault"
    ARMED_CLASH = "armed_clash", "armed clash"
    ASSASSINATION = "assassination", "assassination"
    ABDUCTION = "abduction", "abduction"
    ARSON = "arson", "arson"
    STORMING = "storming", "storming"
    CHEMICAL_ATTACK = "chemical_attack", "chemical attack"
    OTHER = "other", "other"


class Outcome(models.TextChoices):
    HIT = "hit", "hit"
    MISSED = "missed", "missed"
    INTERCEPTED = "intercepted", "intercepted"
    FAILED = "failed", "failed"
    FOILED = "foiled", "foiled"
    UNKNOWN = "unknown", "outcome unknown"


class PlaceKind(models.TextChoices):
    COUNTRY = "country", "country"
    PROVINCE = "province", "province"
    DISTRICT = "district", "district"
    CITY = "city", "city"
    TOWN = "town", "town"
    VILLAGE = "village", "village"
    NEIGHBOURHOOD = "neighbourhood", "neighbourhood"
    AIRPORT = "airport", "airport"
    BASE = "base", "military base"
    COMPOUND = "compound", "compound"
    BUILDING = "building", "building"
    ROAD = "road", "road"
    BORDER_CROSSING = "border_crossing", "border crossing"
    REGION = "region", "region"
    WATERS = "waters", "waters"
    OTHER = "other", "other"


class Precision(models.TextChoices):
    EXACT = "exact", "exact"
    NEIGHBOURHOOD = "neighbourhood", "neighbourhood"
    TOWN = "town", "town"
    NEAR_TOWN = "near_town", "near a town"
    DISTRICT = "district", "district"
    PROVINCE = "province", "province"
    COUNTRY = "country", "country"
    NONE = "none", "no coordinates"


class PlaceRole(models.TextChoices):
    SITE = "site", "site"
    LAUNCHED_FROM = "launched_from", "launched from"
    AIMED_AT = "aimed_at", "aimed at"
    STRUCK = "struck", "struck"


class Weapon(models.TextChoices):
    ROCKET = "rocket", "rocket"
    MORTAR = "mortar", "mortar"
    ARTILLERY = "artillery", "artillery"
    BALLISTIC_MISSILE = "ballistic_missile", "ballistic missile"
    CRUISE_MISSILE = "cruise_missile", "cruise missile"
    MISSILE = "missile", "missile"
    BOMB = "bomb", "bomb from the air"
    AIR_DEFENCE = "air_defence", "air-defence munition"
    DRONE = "drone", "drone"
    IED = "ied", "improvised explosive device"
    CAR_BOMB = "car_bomb", "car bomb"
    SUICIDE_VEST = "suicide_vest", "suicide vest"
    GRENADE = "grenade", "grenade"
    FIREARM = "firearm", "firearm"
    INCENDIARY = "incendiary", "fire or incendiary"
    MELEE = "melee", "stone, blade or club"
    CHEMICAL = "chemical", "chemical agent"
    OTHER = "other", "other"
    UNKNOWN = "unknown", "weapon unknown"


class Fate(models.TextChoices):
    EXPLODED = "exploded", "exploded"
    INTERCEPTED = "intercepted", "intercepted"
    CAPTURED = "captured", "captured"
    CRASHED = "crashed", "crashed"
    DUD = "dud", "did not explode"
    UNFIRED = "unfired", "not fired"
    UNKNOWN = "unknown", "fate unknown"


class PartyRole(models.TextChoices):
    INTENDED_TARGET = "intended_target", "intended target"
    STRUCK = "struck", "struck"
    VICTIM = "victim", "victim"
    RESPONDER = "responder", "responder"
    BELLIGERENT = "belligerent", "party to the fighting"
    ATTACKERS = "attackers", "attackers"


class Stance(models.TextChoices):
    CLAIMS = "claims", "claims"
    IMPLIES = "implies", "implies"
    DENIES = "denies", "denies"
    DENIES_INTENT = "denies_intent", "denies intent"
    DENIES_EVENT = "denies_event", "denies that it happened"
    RETRACTS = "retracts", "retracts"
    CORRECTS = "corrects", "corrects"
    NONE_KNOWN = "none_known", "no claim known"


class Medium(models.TextChoices):
    STATEMENT = "statement", "statement"
    TELEGRAM = "telegram", "Telegram"
    VIDEO = "video", "video"
    CALL = "call", "call"
    SOCIAL = "social", "other social media"
    PRESS = "press", "told to the press"
    BROADCAST = "broadcast", "television or radio"
    LEAFLET = "leaflet", "manifesto, poster or leaflet"
    COURT = "court", "court"
    OTHER = "other", "other"


class Authenticity(models.TextChoices):
    UNVERIFIED = "unverified", "not verified"
    VERIFIED = "verified", "verified"
    FORGED = "forged", "forged"
    DISOWNED = "disowned", "disowned"


class ClaimCredibility(models.TextChoices):
    UNASSESSED = "unassessed", "not assessed"
    CREDIBLE = "credible", "credible"
    DOUBTFUL = "doubtful", "doubtful"
    REFUTED = "refuted", "refuted"


class Responsibility(models.TextChoices):
    CARRIED_OUT = "carried_out", "carried it out"
    ORDERED = "ordered", "ordered it"
    SPONSORED = "sponsored", "sponsored it"
    SUPPLIED = "supplied", "supplied the means"
    INSPIRED = "inspired", "inspired it"
    FAILED_TO_PREVENT = "failed_to_prevent", "failed to prevent it"
    STAGED = "staged", "staged it"


class Confidence(models.TextChoices):
    ASSERTED = "asserted", "asserted"
    SUSPECTED = "suspected", "suspected"
    PROBABLE = "probable", "probable"
    CONFIRMED = "confirmed", "confirmed"
    CLEARED = "cleared", "cleared"
    DECLINED = "declined", "declined to say"


class Basis(models.TextChoices):
    NONE_GIVEN = "none_given", "no basis given"
    EVIDENCE = "evidence", "evidence shown"
    INQUIRY = "inquiry", "inquiry"
    COURT = "court", "court"


class ReportRelation(models.TextChoices):
    REPLACES = "replaces", "replaces"
    ADDS_TO = "adds_to", "adds to"
    CONTRADICTS = "contradicts", "contradicts"


class YesNoUnknown(models.TextChoices):
    YES = "yes", "yes"
    NO = "no", "no"
    UNKNOWN = "unknown", "unknown"


class CountOutcome(models.TextChoices):
    KILLED = "killed", "killed"
    INDIRECT_DEATH = "indirect_death", "died indirectly"
    INJURED = "injured", "injured"
    TRAUMATIC_BRAIN_INJURY = "traumatic_brain_injury", "traumatic brain injury"
    MISSING = "missing", "missing"
    ABDUCTED = "abducted", "abducted"
    DETAINED = "detained", "detained"


class Standing(models.TextChoices):
    """Who the people counted were (`who` in a count)."""

    ALL = "all", "all"
    CIVILIAN = "civilian", "civilian"
    COMBATANT = "combatant", "combatant"
    SECURITY_FORCE = "security_force", "security force"
    ATTACKER = "attacker", "attacker"
    UNKNOWN = "unknown", "status unknown"


class SexAge(models.TextChoices):
    WOMAN = "woman", "woman"
    MAN = "man", "man"
    GIRL = "girl", "girl"
    BOY = "boy", "boy"
    CHILD = "child", "child"
    ADULT = "adult", "adult"
    MALE = "male", "male"
    FEMALE = "female", "female"


class HarmFrom(models.TextChoices):
    ATTACK = "attack", "the attack"
    INTERCEPTION = "interception", "its interception"
    UNKNOWN = "unknown", "unknown"
