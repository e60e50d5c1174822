"""What the name of a column, in English, says that it holds, in the fields of a mapping.

Names are compared as words: `minPplKilled`, `min_ppl_killed` and `Min. ppl killed` are the same.
"""

import re

_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_a-zA-Z]+")

# The field, names that say it alone, and words that say it among others.
_FIELDS = (
    (
        "id",
        "((strike|event|incident|attack|record|case) )?(id|code|number|no|ref|reference)|key|uid",
        "id|code|identifier",
    ),
    ("title", "title|headline|heading|(event|incident|attack) name", "title|headline"),
    ("date_start", "start|begin|from|earliest", None),
    ("date_end", "end|to|until|latest", None),
    ("date", "date|day|when|(event|incident|attack|strike) date", "date|day"),
    ("latitude", "lat|latitude|y", "lat|latitude"),
    ("longitude", "lon|lng|long|longitude|x", "lon|lng|longitude"),
    ("precision", "(geo|location|coordinate|place)? ?(precision|accuracy)", None),
    ("country", "country( name)?|nation|state country|iso ?2", "country"),
    (
        "province",
        "province|governorate|state|region|area|admin ?1|adm 1|department|oblast|division",
        "province|governorate",
    ),
    (
        "place",
        "place|location|town|city|village|site|locality|settlement|place name|where",
        "place|location|town|city|village",
    ),
    (
        "type",
        "type|kind|category|method|(attack|event|incident|strike|weapon) (type|kind|category)",
        "type|category",
    ),
    (
        "claimed_by",
        "claimed( by)?|claim|claimant|responsibility claimed( by)?",
        "claimed by|claimant",
    ),
    (
        "perpetrator",
        "(perpetrator|group)( name)?|attacker|attacked by|belligerent|actor( 1)?|side a|suspect",
        "perpetrator|attacker|suspect",
    ),
    ("party", "party|actor 2|side b|opponent", "party"),
    ("target", "target|victim|targeted|target name", "target"),
    ("url", "url|link|web|website|source (url|link)|href", "url|link"),
    ("source", "source|citation|reported by|media|reference list", "source"),
    (
        "summary",
        "summary|description|note|account|narrative|detail|comment|what happened",
        "summary|description|narrative|note",
    ),
    ("tags", "tag|keyword|label", "tag|keyword"),
)
_COUNTED = (
    ("killed", "killed|dead|death|fatality|fatal|kia"),
    ("injured", "injured|injury|wounded|hurt|wia"),
    ("abducted", "abducted|kidnapped|hostage"),
)
_WHO = (
    ("civilians_", "civil|civilian|noncombatant"),
    ("attackers_", "attacker|perpetrator|terrorist"),
)
_ESTIMATES = (
    ("_low", "min|minimum|low|lower|lowest|least"),
    ("_high", "max|maximum|high|upper|highest|most"),
    ("_best", "best|likely|estimate"),
)
# Of these a mapping knows no count: their deaths are part of what another column counts.
_OTHERS = re.compile(
    r"\b(child|kid|woman|girl|boy|man|soldier|police|officer|foreign|us|unknown)\b"
)
# What may stand beside the words that say whom and how many, without changing it.
_ANYBODY = re.compile(
    r"\b(number|no|n|num|total|count|of|ppl|people|person|all|reported|toll|s|the|and|figure)\b"
)
_FIELDS_COUNTED = {
    *("killed", "injured", "abducted", "civilians_killed", "civilians_injured"),
    "attackers_killed",
}
_STEMS = {
    "fatalities": "fatality",
    "casualties": "casualty",
    "injuries": "injury",
    "countries": "country",
    "cities": "city",
    "parties": "party",
    "categories": "category",
    "children": "child",
    "women": "woman",
    "men": "man",
    "latest": "latest",
}


def words_of(name: str) -> str:
    """The words of a name in small letters and the singular, with single spaces."""
    return " ".join(_singular(part.lower()) for part in _PARTS.findall(name))


def said_by_name(name: str) -> list[tuple[str, bool]]:
    """The fields that a name may mean, each with whether it says that and nothing else."""
    words = words_of(name)
    if counted := _counted(words):
        return [(counted, True)]
    found = []
    for field, alone, among in _FIELDS:
        if re.fullmatch(_with_date(field, alone), words):
            found.append((field, True))
        elif among and re.search(rf"\b({among})\b", words):
            found.append((field, False))
    return found


def bare_estimate(name: str) -> str:
    """“low”, “high” or “best” where a name says an estimate, of whatever; “” otherwise."""
    words = words_of(name)
    return next((end[1:] for end, said in _ESTIMATES if re.search(rf"\b({said})\b", words)), "")


def _singular(word: str) -> str:
    if word in _STEMS:
        return _STEMS[word]
    is_plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if is_plural else word


def _with_date(field: str, alone: str) -> str:
    """“start”, “start date” and “date start” alike."""
    if field in ("date_start", "date_end"):
        return rf"(date )?({alone})( date| day)?"
    return alone


def _counted(words: str) -> str:
    """The field of a count: what happened, of whom, and which estimate."""
    outcome = next((one for one, said in _COUNTED if re.search(rf"\b({said})\b", words)), "")
    if not outcome or _OTHERS.search(words):
        return ""
    who = next((one for one, said in _WHO if re.search(rf"\b({said})\b", words)), "")
    end = next((one for one, said in _ESTIMATES if re.search(rf"\b({said})\b", words)), "")
    rest = "|".join(said for _, said in (*_COUNTED, *_WHO, *_ESTIMATES))
    left = re.sub(rf"\b({rest})\b", "", _ANYBODY.sub("", words)).strip()
    return f"{who}{outcome}{end}" if f"{who}{outcome}" in _FIELDS_COUNTED and not left else ""
