"""The words of the grammar of counts. Phrases are tuples of lower-case words."""

LARGEST = 10_000_000

OUTCOME_NAMES = {
    "killed": "killed",
    "indirect_death": "indirect death",
    "injured": "injured",
    "traumatic_brain_injury": "traumatic brain injury",
    "missing": "missing",
    "abducted": "abducted",
    "detained": "detained",
}

SEX_AGE_PLURALS = {
    "woman": "women",
    "man": "men",
    "girl": "girls",
    "boy": "boys",
    "child": "children",
    "adult": "adults",
    "male": "males",
    "female": "females",
}

STATUS_NAMES = {
    "civilian": ("civilian", "civilians"),
    "combatant": ("combatant", "combatants"),
    "security_force": ("security forces", "security forces"),
    "attacker": ("attacker", "attackers"),
}

KNOWN_GROUPS = {
    ("security_force", "soldiers"): "soldier",
    ("security_force", "troops"): "troop",
    ("security_force", "police"): "police",
    ("security_force", "police officers"): "police officer",
    ("combatant", "fighters"): "fighter",
    ("combatant", "militants"): "militant",
    ("combatant", "militia"): "militia",
    ("combatant", "militiamen"): "militiaman",
}


def _phrases(**words: str) -> dict[tuple[str, ...], str]:
    """`killed="dead; died"` as `{("dead",): "killed", ("died",): "killed"}`."""
    return {
        tuple(phrase.split()): meaning
        for meaning, phrases in words.items()
        for phrase in phrases.split("; ")
    }


OUTCOMES = _phrases(
    killed="killed; dead; died; deaths; fatalities",
    indirect_death="indirect death; indirect deaths; died indirectly; indirectly killed",
    injured="injured; wounded; hurt; injuries",
    traumatic_brain_injury="traumatic brain injury; traumatic brain injuries; brain injury; "
    "brain injuries; tbi; tbis",
    missing="missing",
    abducted="abducted; kidnapped",
    detained="detained",
)
BEFORE_OUTCOME = {"was", "were", "with", "suffered", "suffering", "reported", "reportedly"}

SEX_AGE = {(word,): name for name, plural in SEX_AGE_PLURALS.items() for word in (name, plural)}

STATUSES = _phrases(
    civilian="civilian; civilians",
    combatant="combatant; combatants",
    security_force="security forces; security force; security personnel",
    attacker="attacker; attackers; assailant; assailants",
)

GROUPS = {
    tuple(word.split()): known
    for known, singular in KNOWN_GROUPS.items()
    for word in (singular, known[1])
}
EVERYBODY = dict.fromkeys([("people",), ("person",), ("persons",)], True)
FOREIGN = {("foreign",): "foreign", ("foreigner",): "foreign", ("foreigners",): "foreign"}
COUNTRY_SHORTHANDS = {"US": "US", "UK": "GB"}
HARM = _phrases(
    interception="from interception; from the interception; by interception",
    attack="from attack; from the attack",
)

NUMBERS = {"a": 1, "an": 1} | {
    word: number
    for number, (word,) in enumerate(
        _phrases(
            number="one; two; three; four; five; six; seven; eight; nine; ten; eleven; twelve; "
            "thirteen; fourteen; fifteen; sixteen; seventeen; eighteen; nineteen; twenty"
        ),
        1,
    )
}

ABOUT = dict.fromkeys(
    [("about",), ("around",), ("approximately",), ("roughly",), ("circa",), ("c",), ("ca",)], True
)
LIMITS = _phrases(
    more="more than; over",
    fewer="fewer than; less than; under",
    least="at least; no fewer than; no less than; not less than",
    most="up to; at most; no more than; as many as; not more than",
)
LIMIT_SIGNS = {">": "more", "<": "fewer", "≥": "least", "≤": "most"}
NONE = dict.fromkeys([("no",), ("none",), ("nobody",), ("zero",), ("no", "one")], 0)
VAGUE = {
    phrase: " ".join(phrase).removesuffix(" of")
    for phrase in _phrases(
        vague="some; several; many; few; a few; a number of; a large number of; dozens; dozens of; "
        "scores; scores of; hundreds; hundreds of; thousands; thousands of"
    )
}
VAGUE |= _phrases(**{"": "unknown number; unknown number of; an unknown number of; number unknown"})
