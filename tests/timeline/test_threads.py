"""Promises as threads: which part of which stands beside which row."""

from timeline.threads import Thread, Weave, upside_down


def parts(weave, rows):
    return [[cell["part"] for cell in weave.at(row)] for row in range(rows)]


def test_a_thread_starts_runs_and_ends():
    assert parts(Weave([Thread(0, 2)]), 4) == [["start"], ["through"], ["end"], ["none"]]


def test_a_thread_runs_broken_behind_its_deadline():
    weave = Weave([Thread(0, 3, overdue_from=1)])
    assert parts(weave, 4) == [["start"], ["overdue"], ["overdue"], ["end"]]


def test_a_mark_is_drawn_in_the_middle():
    weave = Weave([Thread(0, 2, {1: "progress"})])
    assert weave.at(1) == [{"part": "mid", "shape": "progress"}]


def test_a_promise_of_which_nothing_more_is_known_is_a_shape_alone():
    weave = Weave([Thread(1, 1, {1: "promise"})])
    assert weave.at(1) == [{"part": "none", "shape": "promise"}]


def test_a_thread_from_the_page_before_runs_into_the_first_row():
    assert parts(Weave([Thread(-1, 1)]), 2) == [["through"], ["end"]]


def test_two_that_run_side_by_side_have_lanes_of_their_own():
    assert parts(Weave([Thread(0, 2), Thread(1, 2)]), 2)[1] == ["through", "start"]


def test_a_lane_is_used_again_when_its_thread_has_ended():
    assert len(Weave([Thread(0, 1), Thread(2, 3)]).lanes) == 1


def test_threads_without_room_are_counted():
    assert Weave([Thread(0, 2)] * 3, at_most=2).left_out == 1


def test_between_two_rows_only_what_spans_both_is_drawn():
    weave = Weave([Thread(0, 1)])
    between = [weave.after(row)[0]["part"] for row in range(-1, 2)]
    assert between == ["none", "through", "none"]


def test_upside_down_a_start_is_an_end():
    cells = Weave([Thread(0, 1, {0: "promise"})]).at(0)
    assert upside_down(cells) == [{"part": "end", "shape": "promise"}]
