"""The toll of an incident: seven published rules, as pure functions over casualty reports.

A report is a dict of a record's state; `figures` reads one report (rules 1 and 2), `currency` says
which reports still stand (rule 3), `derivation` draws the toll (rules 4 to 7) and `refusals` says
what a report may not say.
"""

from incidents.tolls.currency import CurrentReports, current_reports
from incidents.tolls.derivation import toll
from incidents.tolls.figures import OUTCOMES, report_figures
from incidents.tolls.refusals import refuse_reports

__all__ = [
    "OUTCOMES",
    "CurrentReports",
    "current_reports",
    "refuse_reports",
    "report_figures",
    "toll",
]
