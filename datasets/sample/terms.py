"""The words of the working file in the words of the vocabularies."""

import re

ACTOR_KINDS = {
    "institution": "government",
    "government_regional": "government",
    "paramilitary_umbrella": "umbrella",
    "paramilitary": "militia",
}

RELATIONS = {
    "led": "leads",
    "held_office_in": "holds_office",
    "alleged_front_of": "facade_of",
    "designated_terrorist": "designated_by",
}

INCIDENT_TYPES = {
    "air_strike": "airstrike",
    "drone_attack": "drone_strike",
    "missile_attack": "missile_strike",
}

STANCES = {"claim": "claims", "denial": "denies"}

MEDIA = {
    None: ("", ""),
    "statement": ("statement", ""),
    "press": ("press", ""),
    "video": ("video", ""),
    "state TV": ("broadcast", "state TV"),
    "Telegram": ("telegram", ""),
    "Telegram statement": ("telegram", "statement"),
    "Pentagon statement": ("statement", "Pentagon statement"),
    "manifesto and poster": ("leaflet", "manifesto and poster"),
    "statement, then video on 18 March": ("statement", "statement, then video on 18 March"),
}

CONFIDENCES = {
    "reported": "asserted",
    "speculated": "suspected",
    "almost_certain": "probable",
    "unknown": "declined",
}

OUTCOMES = {"injured_tbi": "traumatic_brain_injury", "died_indirect": "indirect_death"}

# Who the people counted were, and the word that the file has for them where ours is wider.
STANDINGS = {
    "all": ("all", ""),
    "civilians": ("civilian", ""),
    "contractor": ("civilian", "contractors"),
    "diplomatic_staff": ("civilian", "diplomatic staff"),
    "soldiers": ("security_force", "soldiers"),
    "police": ("security_force", "police"),
    "bodyguards": ("security_force", "bodyguards"),
    "security_forces": ("security_force", ""),
    "security_guard": ("security_force", "security guard"),
    "militia": ("combatant", "militia"),
    "belligerents": ("combatant", "belligerents"),
}

WEAPONS = {
    "rockets": ("rocket", ""),
    "Katyusha rocket": ("rocket", "Katyusha"),
    "Katyusha rockets": ("rocket", "Katyusha"),
    "107mm Katyusha rockets": ("rocket", "107 mm Katyusha"),
    "107mm rockets": ("rocket", "107 mm"),
    "107 mm rockets": ("rocket", "107 mm"),
    "122mm rockets": ("rocket", "122 mm"),
    "F-15 air strikes": ("bomb", "F-15 air strikes"),
    "F-15 and F-16 guided munitions": ("bomb", "F-15 and F-16 guided munitions"),
    "air strikes": ("bomb", "air strikes"),
    "drone-fired missiles": ("missile", "fired by a drone"),
    "ballistic missiles": ("ballistic_missile", ""),
    "ballistic missiles (Fateh-313, Qiam)": ("ballistic_missile", "Fateh-313, Qiam"),
    "drone with TNT": ("drone", "with TNT"),
    "armed drones": ("drone", "armed"),
    "arson": ("incendiary", "arson"),
    "Molotov cocktails": ("incendiary", "Molotov cocktails"),
    "stones": ("melee", "stones"),
    "firearms": ("firearm", ""),
    "IED": ("ied", ""),
}

PARTY_ROLES = {"intended": "intended_target", "struck": "struck"}

EVENT_TYPES = {
    "warning": "announcement",
    "threat": "announcement",
    "ceasefire": "announcement",
    "designation": "sanction",
    "talks": "negotiation",
    "notification": "other",
    "show_of_force": "other",
    "ultimatum": "other",
}

STATEMENT_KINDS = {
    "claim": "assertion",
    "account": "assertion",
    "statement": "assertion",
    "claim_of_responsibility": "announcement",
    "draft_document": "announcement",
    "conditional_offer": "offer",
}

COMMITMENT_KINDS = {
    "announced_action": "promise",
    "conditional_offer": "promise",
    "legal_obligation": "order",
    "task_with_deadline": "order",
}

# A verdict that settles is chosen only where the page itself says what became of the commitment.
VERDICTS = {
    "acted": "progress",
    "partly_acted": "progress",
    "claimed_progress": "progress",
    "condition_partly_met": "progress",
    "renewed": "progress",
    "carried_out": "kept",
    "consistent_with_fulfilment": "kept",
    "declared_fulfilled": "kept",
    "not_kept": "broken",
    "broken_by_others": "broken",
    "not_carried_out": "checked_nothing_found",
    "attacks_continued": "checked_nothing_found",
    "no_result_read": "checked_nothing_found",
    "not_yet": "checked_nothing_found",
    "trigger_arguable": "checked_nothing_found",
    "unclear": "checked_nothing_found",
}

# Link kinds, and the confidence that the word itself carries.
LINKS = {
    "retaliation_for": ("provoked_retaliation", "asserted"),
    "response_to": ("prompted_response", "asserted"),
    "alleged_response": ("prompted_response", "alleged"),
    "claimed_motive": ("given_as_reason", "claimed"),
    "alleged_motive": ("given_as_reason", "alleged"),
    "possibly_same_wave": ("same_wave", "possible"),
    "succession": ("succeeded_by", "asserted"),
}


# What the working file's own words shorten; quotes, names and titles of sources stay as they are.
SHORT_FOR = {
    "AAH": "Asa'ib Ahl al-Haq",
    "CTS": "Counter Terrorism Service",
    "KH": "Kata'ib Hezbollah",
    "KRG": "Kurdistan Regional Government",
    "KSS": "Kata'ib Sayyid al-Shuhada",
    "PMF": "Popular Mobilization Forces",
}
_SHORTENED = re.compile(rf"\b({'|'.join(SHORT_FOR)})\b")


def spelled_out(text: str) -> str:
    """Return words of the working file with the names of groups in full."""
    return _SHORTENED.sub(lambda found: SHORT_FOR[found[1]], text)


def ours(table: dict[str, str], word: str) -> str:
    """Return our word for one of the working file, which is often the same."""
    return table.get(word, word)
