"""Tolls and counts in words, with their uncertainty: "5 (reports say 3–7)", "at least 2"."""

UNKNOWN = "no report gives a number"


def figure_words(figure: dict | None) -> str:
    """Say a range: "5", "3–7", "at least 2", "up to 22"; "number not known"; "" without a row."""
    if figure is None:
        return ""
    low, high = figure["low"], figure["high"]
    if low is None and high is None:
        return "number not known"
    if low is None:
        return f"up to {high:,}"
    if high is None:
        return f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def toll_words(figure: dict | None, noun: str = "") -> dict:
    """Return what `components/toll.html` takes: the best figure, and the range beside it."""
    if figure is None:
        return {"figure": "", "range": "", "unknown": f"{noun}: no report" if noun else UNKNOWN}
    best, spread = figure["best"], figure_words(figure)
    tail = f" {noun}" if noun else ""
    if best is None:
        return {
            "figure": f"{spread}{tail}" if spread != "number not known" else "",
            "range": "",
            "unknown": f"{noun}: number not known" if noun else spread,
        }
    exact = figure["low"] == figure["high"] == best
    return {"figure": f"{best:,}{tail}", "range": "" if exact else f"reports say {spread}"}
