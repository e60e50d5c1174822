"""Casualty reports and their rows, as a record's state holds them."""

JOINT_COMMAND = {"record": "A20", "text": None, "via": None}


def make_count(outcome, low, high, key="n1", **fields):
    return {
        "key": key,
        "outcome": outcome,
        "who": "all",
        "sex_age": [],
        "group": "",
        "affiliation": "",
        "nationality": "",
        "harm_from": "unknown",
        "low": low,
        "high": high,
        "best": None,
        "approximate": False,
        "wording": "",
        "part_of": None,
        **fields,
    }


def make_report(key, *counts, by=None, on=None, at="", **fields):
    date = {"edtf": on, "wording": "", "time": at} if on else None
    return {
        "key": key,
        "by": by or {"record": None, "text": f"author of {key}", "via": None},
        "reported_on": date,
        "scope": "",
        "relation": None,
        "related": None,
        "withdrawn": False,
        "attackers_included": "no",
        "adopted": False,
        "counts": [{**count, "key": f"n{n}"} for n, count in enumerate(counts, 1)],
        **fields,
    }


def killed(low, high=None, **fields):
    return make_count("killed", low, high, **fields)


def exactly(number):
    return killed(number, number)


def make_addition(key="c2", to="c1", **fields):
    return make_report(key, exactly(2), scope="civilians", relation="adds_to", related=to, **fields)


def make_rivals_of_28_september():
    women_and_children = (
        killed(2, 2, who="civilian", sex_age=["woman"]),
        killed(3, 3, who="civilian", sex_age=["child"]),
        make_count("injured", 2, 2, who="civilian", sex_age=["child"]),
    )
    return [
        make_report("c1", *women_and_children, by=JOINT_COMMAND, on="2020-09-28", adopted=True),
        make_report("c2", exactly(3), make_count("injured", 2, 2), on="2020-09-28"),
        make_report("c3", exactly(7), make_count("injured", 4, None), on="2020-09-28"),
        make_report("c4", killed(6, 6, sex_age=["woman", "child"]), on="2020-10-05"),
    ]
