"""What the words for attacks and places mean, in plain sentences for readers."""

from ledger.vocabularies import Vocabulary

from .vocabulary import (
    Authenticity,
    Basis,
    ClaimCredibility,
    Confidence,
    CountOutcome,
    Fate,
    HarmFrom,
    IncidentType,
    Medium,
    Outcome,
    PartyRole,
    PlaceKind,
    PlaceRole,
    Precision,
    ReportRelation,
    Responsibility,
    SexAge,
    Stance,
    Standing,
    Weapon,
    YesNoUnknown,
)

INCIDENT_TYPES = {
    "rocket_attack": "Unguided rockets fired from the ground at a target.",
    "drone_strike": "An attack by an unmanned aircraft that drops or fires a weapon, or is itself "
    "the weapon.",
    "airstrike": "Bombs or missiles released from a manned aircraft, or from aircraft that no "
    "report describes as unmanned.",
    "missile_strike": "Guided ballistic or cruise missiles fired from the ground or the sea.",
    "shelling": "Mortar or artillery fire.",
    "ied": "A bomb that is improvised, not factory-made, and placed beforehand: at a roadside, "
    "in a building, on a vehicle.",
    "car_bomb": "A bomb in a vehicle that is parked or driven to its target, without a driver who "
    "dies on purpose.",
    "suicide_bombing": "A bomb set off by a person who means to die by it, on foot or in a "
    "vehicle.",
    "armed_assault": "An attack with guns, grenades or the like, by one side on another.",
    "armed_clash": "A fight in which both sides used weapons and neither is described as the "
    "attacker alone.",
    "assassination": "The killing, or attempted killing, of a particular person chosen for who "
    "they are.",
    "abduction": "People taken away by force and held.",
    "arson": "Fire set on purpose to buildings, vehicles or land.",
    "storming": "A crowd or group forces its way into a building or compound.",
    "chemical_attack": "The release of a poisonous substance in order to harm.",
    "other": "An armed attack that none of the other types describes.",
}

OUTCOMES = {
    "hit": "What was fired or placed reached what it was aimed at.",
    "missed": "It came down or went off somewhere other than where it was aimed.",
    "intercepted": "It was stopped on its way, for example shot down.",
    "failed": "It was carried out and did not work: it did not explode, or fell short at once.",
    "foiled": "It was found or prevented before it was carried out.",
    "unknown": "No source says what became of it.",
}

PLACE_TYPES = {
    "country": "A state, or a territory that has a country code of its own (ISO 3166).",
    "province": "A part of a country one step below it: a province, governorate or state.",
    "district": "A part of a province.",
    "city": "A large town.",
    "town": "A town.",
    "village": "A village or hamlet.",
    "neighbourhood": "A part of a city or town.",
    "airport": "An airport or airfield, civilian or shared with a military force.",
    "base": "A military base or camp.",
    "compound": "A walled or guarded group of buildings, such as an embassy.",
    "building": "One building.",
    "road": "A road or a stretch of one.",
    "border_crossing": "A place where one may cross a border.",
    "region": "An area that follows no administrative border.",
    "waters": "A river, lake, strait or sea.",
    "other": "A place that none of the other words describes.",
}

PRECISIONS = {
    "exact": "The coordinates are those of the spot itself.",
    "neighbourhood": "The coordinates stand for a neighbourhood, or a site such as a base, as a "
    "whole.",
    "town": "The coordinates stand for a town or city as a whole.",
    "near_town": "The spot is near the town whose coordinates are given, not in it.",
    "district": "Only the district is known; the coordinates stand for its middle.",
    "province": "Only the province is known; the coordinates stand for its middle.",
    "country": "Only the country is known; the coordinates stand for its middle.",
    "none": "No coordinates are known, and none are guessed.",
}

PLACE_ROLES = {
    "site": "Where it happened, when no finer difference is known.",
    "launched_from": "Where the attack was fired or set out from.",
    "aimed_at": "Where it was meant to strike, according to the sources.",
    "struck": "Where it did strike. This may differ from where it was aimed.",
}

PARTY_ROLES = {
    "intended_target": "Whom or what the attack was aimed at, according to the sources.",
    "struck": "Whose people, property or ground was hit, intended or not.",
    "victim": "Who was killed or hurt.",
    "responder": "Who acted at the scene afterwards: shot back, helped, cordoned off.",
    "belligerent": "Who fought, where a source names the sides and does not say who attacked whom.",
    "attackers": "What is said of the attackers as seen (their number, their vehicle). Never an "
    "actor: who did it is a matter of claims and attributions.",
}


WEAPONS = {
    "rocket": "A projectile with its own motor and without guidance, such as a Katyusha.",
    "mortar": "A shell fired at a high angle from a light tube.",
    "artillery": "A shell fired from a gun or howitzer.",
    "ballistic_missile": "A guided missile that falls on its target from above the atmosphere or "
    "near it.",
    "cruise_missile": "A guided missile that flies to its target like an aircraft.",
    "missile": "A guided missile of which no source says more.",
    "bomb": "A bomb dropped from an aircraft, guided or not.",
    "air_defence": "A missile or shell meant for aircraft.",
    "drone": "An unmanned aircraft, as carrier of a weapon or as the weapon.",
    "ied": "A bomb that is improvised, not factory-made.",
    "car_bomb": "A vehicle filled with explosives.",
    "suicide_vest": "Explosives worn on the body.",
    "grenade": "A grenade thrown by hand or fired from a launcher, rocket-propelled ones included.",
    "firearm": "A gun carried by hand or on a vehicle.",
    "incendiary": "Fire itself, or a device made to start it.",
    "melee": "A weapon held or thrown by hand that is not a gun or an explosive.",
    "chemical": "A poisonous substance.",
    "other": "A weapon that none of the other words describes.",
    "unknown": "No source says which weapon it was.",
}

FATES = {
    "exploded": "It went off.",
    "intercepted": "It was stopped in flight.",
    "captured": "It was found and taken before or after the attack.",
    "crashed": "It came down without going off, as a drone may.",
    "dud": "It arrived and did not go off.",
    "unfired": "It was made ready and not fired.",
    "unknown": "No source says what became of it.",
}

STANCES = {
    "claims": "The speaker says: it was us.",
    "implies": "The speaker lets it be understood without saying so.",
    "denies": "The speaker says: it was not us.",
    "denies_intent": "The speaker says that it was not meant to happen as it did.",
    "denies_event": "The speaker says that it did not happen.",
    "retracts": "The speaker takes back an earlier claim.",
    "corrects": "The speaker changes an earlier claim without taking it back.",
    "none_known": "Somebody looked, and found no claim by that day. It does not mean that nobody "
    "ever claimed it.",
}

MEDIA = {
    "statement": "A written statement.",
    "telegram": "A post on Telegram.",
    "video": "A video, wherever it was shown.",
    "call": "A telephone call.",
    "social": "A post on another social medium than Telegram.",
    "press": "Said to a journalist.",
    "broadcast": "Said on television or radio.",
    "leaflet": "Printed or written on paper or on a wall.",
    "court": "Said before a court.",
    "other": "Made known in another way.",
}

AUTHENTICITIES = {
    "unverified": "Whether it really comes from the named speaker was not checked.",
    "verified": "Somebody named in the sources confirmed that it comes from the named speaker.",
    "forged": "It was shown not to come from the named speaker. It counts for no status.",
    "disowned": "The named speaker says that it is not theirs. It counts for no status.",
}

CREDIBILITIES = {
    "unassessed": "Nobody has judged whether the claim is true.",
    "credible": "There are reasons to believe the claim.",
    "doubtful": "There are reasons to doubt the claim.",
    "refuted": "The claim was shown to be untrue. It counts for no status.",
}

RESPONSIBILITIES = {
    "carried_out": "The accused did it with their own hands.",
    "ordered": "The accused told others to do it.",
    "sponsored": "The accused paid for or backed those who did it.",
    "supplied": "The accused gave the weapons or the means.",
    "inspired": "The accused moved others to do it without ordering it.",
    "failed_to_prevent": "The accused could have stopped it, and did not.",
    "staged": "The accused is said to have faked the attack or its author. It counts for no "
    "status.",
}

CONFIDENCES = {
    "asserted": "Said as a fact, without a degree of certainty.",
    "suspected": "Said as a suspicion.",
    "probable": "Said to be likely.",
    "confirmed": "Said to be established.",
    "cleared": "The accused is said not to have done it.",
    "declined": "The speaker was asked and would not name anybody.",
}

BASES = {
    "none_given": "The speaker gave no grounds.",
    "evidence": "The speaker showed or described evidence.",
    "inquiry": "It is the finding of an official or independent inquiry.",
    "court": "It is the finding of a court.",
}

REPORT_RELATIONS = {
    "replaces": "This report takes the place of the other, which no longer counts.",
    "adds_to": "This report counts other people than the one it adds to; the two are summed.",
    "contradicts": "This report disagrees with the other; both are kept and both count.",
}

YES_NO_UNKNOWN = {
    "yes": "The report counts the attackers among the harmed; they are taken out where it says "
    "how many.",
    "no": "The report does not count the attackers.",
    "unknown": "The report does not say whether the attackers are counted.",
}

COUNT_OUTCOMES = {
    "killed": "Killed, at once or later of their wounds.",
    "indirect_death": "Died of what the attack brought about, not of the attack itself.",
    "injured": "Hurt and alive.",
    "traumatic_brain_injury": "An injury of the brain by a blow or a blast. Counted as injured, "
    "and shown apart too.",
    "missing": "Not found since.",
    "abducted": "Taken away by force by the attackers.",
    "detained": "Held by an authority in connection with it.",
}

STANDINGS = {
    "all": "Everybody together.",
    "civilian": "Not a member of armed forces or of an armed group, nor taking part in the "
    "fighting.",
    "combatant": "A member of armed forces or of an armed group.",
    "security_force": "A member of the police, army or another force of a state.",
    "attacker": "One of those who attacked. Attackers are left out of the tolls.",
    "unknown": "No source says who they were.",
}

SEXES_AND_AGES = {
    "woman": "An adult woman.",
    "man": "An adult man.",
    "girl": "A girl under eighteen.",
    "boy": "A boy under eighteen.",
    "child": "Somebody under eighteen, sex not said.",
    "adult": "Somebody of eighteen or more, sex not said.",
    "male": "A man or a boy, age not said.",
    "female": "A woman or a girl, age not said.",
}

HARMS_FROM = {
    "attack": "Harmed by the attack itself.",
    "interception": "Harmed by what stopped it, such as falling debris.",
    "unknown": "No source says which.",
}

CLAIM_STATUS_WORDS = {
    "claimed": "claimed",
    "contested": "claim contested",
    "implied": "claim implied",
    "retracted": "claim retracted",
    "denied": "denied",
    "unclaimed": "unclaimed",
    "none": "no claim recorded",
}

CLAIM_STATUSES = {
    "claimed": "Somebody claims it now, or several claim it together.",
    "contested": "Two who do not act together claim it, or an organisation denies a claim made in "
    "its name.",
    "implied": "Somebody lets it be understood that it was them, and nobody claims it outright.",
    "retracted": "Every claim was taken back or disowned.",
    "denied": "Nobody claims it; somebody denies it.",
    "unclaimed": "Somebody looked, and found no claim by the day that is named.",
    "none": "Nothing is recorded about claims. It does not mean that there were none.",
}

ATTRIBUTION_STATUS_WORDS = {
    "confirmed": "attribution confirmed",
    "contested": "attribution contested",
    "suspected": "suspected",
    "none": "no attribution recorded",
}

ATTRIBUTION_STATUSES = {
    "confirmed": "A court or an inquiry found who did it, or the accused credibly claims it and "
    "nobody else is accused.",
    "contested": "Different actors are accused of the same part in it, or somebody claims it whom "
    "nobody accuses.",
    "suspected": "Somebody is accused, and nothing stronger is known.",
    "none": "Nobody is accused in what is recorded, or only of staging it.",
}

VOCABULARIES = {
    name: Vocabulary(name, title, dict(words), definitions)
    for name, title, words, definitions in (
        ("incident_type", "Type of attack", IncidentType.choices, INCIDENT_TYPES),
        ("outcome", "Outcome of an attack", Outcome.choices, OUTCOMES),
        ("claim_status", "Claim status", CLAIM_STATUS_WORDS, CLAIM_STATUSES),
        (
            "attribution_status",
            "Attribution status",
            ATTRIBUTION_STATUS_WORDS,
            ATTRIBUTION_STATUSES,
        ),
        ("place_type", "Type of place", PlaceKind.choices, PLACE_TYPES),
        ("place_role", "A place’s part in an attack", PlaceRole.choices, PLACE_ROLES),
        ("precision", "How exact a place is", Precision.choices, PRECISIONS),
        ("party_role", "A party’s part in an attack", PartyRole.choices, PARTY_ROLES),
        ("weapon", "Weapon", Weapon.choices, WEAPONS),
        ("fate", "What became of a weapon", Fate.choices, FATES),
        ("stance", "Stance of a claim", Stance.choices, STANCES),
        ("medium", "How a claim was made", Medium.choices, MEDIA),
        ("authenticity", "Is the claim theirs?", Authenticity.choices, AUTHENTICITIES),
        ("credibility", "Is the claim believed?", ClaimCredibility.choices, CREDIBILITIES),
        (
            "responsibility",
            "What somebody is accused of",
            Responsibility.choices,
            RESPONSIBILITIES,
        ),
        ("confidence", "How sure an accusation is", Confidence.choices, CONFIDENCES),
        ("basis", "What an accusation rests on", Basis.choices, BASES),
        ("report_relation", "How reports relate", ReportRelation.choices, REPORT_RELATIONS),
        (
            "attackers_included",
            "Are attackers among those counted?",
            YesNoUnknown.choices,
            YES_NO_UNKNOWN,
        ),
        ("count_outcome", "What happened to people", CountOutcome.choices, COUNT_OUTCOMES),
        ("standing", "Who the people were", Standing.choices, STANDINGS),
        ("sex_age", "Sex and age", SexAge.choices, SEXES_AND_AGES),
        ("harm_from", "What harmed them", HarmFrom.choices, HARMS_FROM),
    )
}
