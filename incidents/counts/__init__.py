"""The one-line grammar of casualty counts: typed by an editor, shown as understood, written back.

    killed: 2 women, 3 children; injured: 2 children
    killed: 5 (2 women, 3 children)
    traumatic brain injury: more than 100 soldiers
    two women and three children killed, two children injured

A line is outcomes with counts. A count is a number, then who: in any order a status ("civilian",
"fighters", "attackers", "soldiers"), sex or age ("2 women and children" is one count of both), a
group in free words or in quotes, a nationality in brackets (`[IQ]`, `[foreign]`), "of" and an
affiliation, "from interception" or "from attack". Brackets `(…)` hold what is part of a count.

Numbers: `5` · `3-7` · `at least 4` · `more than 100` (101 and open) · `up to 22` · `fewer than 10`
· `about 30` · `none` · `some`, `several`… (the number is not known, the word is kept) · `unknown
number of` · `3-7 best 5`. What the words cannot say stands in braces, as JSON:
`2 women {"who": "all"}`.

A bare number counts everybody (`all`); of women, contractors or Iraqis whose status is not named
the status is `unknown`. Rows get the keys n1, n2… in the order in which they stand.
"""

from incidents.counts.explaining import explain_counts
from incidents.counts.keys import keep_keys
from incidents.counts.reading import read_counts
from incidents.counts.tokens import NotCounts
from incidents.counts.writing import write_counts

__all__ = ["NotCounts", "explain_counts", "keep_keys", "read_counts", "write_counts"]
