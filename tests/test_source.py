"""Marks and problems: how the place of a mistake is shown."""

import time

from game.source import Mark, Problem, StoryError

TEXT = "title: Cake\nstart: helo\n"


def problem(line=2, column=8, width=4, hint="did you mean 'hello'?"):
    mark = Mark("story.yaml", line, column, width)
    return Problem(mark, "no scene is called 'helo'", "unknown-scene", hint)


def test_a_mark_is_shown_as_file_line_and_column():
    assert str(Mark("story.yaml", 2, 8)) == "story.yaml:2:8"


def test_marks_are_in_order_of_the_file_and_their_width_does_not_matter():
    assert sorted([Mark("b", 1, 1), Mark("a", 2, 1), Mark("a", 1, 9)]) == [
        Mark("a", 1, 9),
        Mark("a", 2, 1),
        Mark("b", 1, 1),
    ]
    assert Mark("a", 1, 1, 3) == Mark("a", 1, 1, 5)


def test_a_problem_is_said_in_one_line():
    said = "story.yaml:2:8: no scene is called 'helo' [unknown-scene]"

    assert str(problem()) == said


def test_a_problem_is_rendered_with_its_line_carets_and_hint():
    assert problem().render({"story.yaml": TEXT}) == (
        "story.yaml:2:8: no scene is called 'helo' [unknown-scene]\n"
        "    2 | start: helo\n"
        "      |        ^^^^\n"
        "      = hint: did you mean 'hello'?"
    )


def test_a_problem_without_a_hint_ends_with_the_carets():
    assert problem(hint="").render({"story.yaml": TEXT}).endswith("|        ^^^^")


def test_a_problem_in_a_file_that_is_not_at_hand_is_only_said():
    assert problem(hint="").render({}) == str(problem())


def test_a_problem_below_the_last_line_is_only_said():
    assert problem(line=3, hint="").render({"story.yaml": TEXT}) == str(problem(line=3))


def test_carets_stop_at_the_end_of_the_line_and_are_at_least_one():
    wide = problem(width=40, hint="").render({"story.yaml": TEXT})
    beyond = problem(column=30, hint="").render({"story.yaml": TEXT})

    assert wide.endswith("|        ^^^^")
    assert beyond.endswith(" ^")
    assert beyond.count("^") == 1


def test_tabs_before_the_place_are_kept_so_that_the_carets_stand_below_it():
    text = "\tstart: helo"

    assert (
        problem(line=1, column=9, hint="")
        .render({"story.yaml": text})
        .endswith("    1 | \tstart: helo\n      | \t       ^^^^")
    )


def test_of_a_long_line_only_what_stands_around_the_place_is_quoted():
    text = "a" * 5000 + "helo" + "b" * 5000

    shown = problem(line=1, column=5001, hint="").render({"story.yaml": text})

    _, line, carets = shown.splitlines()
    assert len(line) < 250
    assert line[carets.index("^") :].startswith("helob")
    assert carets.count("^") == 4


def test_many_problems_of_a_long_file_are_quoted_soon():
    text = "title: Cake\n" * 200_000
    render = [problem(line=line).render for line in range(1, 2000)]

    started = time.perf_counter()
    shown = [one({"story.yaml": text}) for one in render]

    assert all("title: Cake" in one for one in shown)
    assert time.perf_counter() - started < 5


def test_a_story_error_says_all_problems_and_carries_them():
    error = StoryError((problem(), problem(line=1)))

    assert error.problems == (problem(), problem(line=1))
    assert str(error) == f"{problem()}\n{problem(line=1)}"


def test_the_play_that_shows_a_problem_stands_under_the_hint():
    def played(*steps):
        problem = Problem(Mark("a.yaml", 1, 1), "Oh.", "odd", "Mend it.", steps)
        return problem.render({}).splitlines()[-1]

    assert played() == "      = play: (at the very beginning)"
    assert played("hm", "tell mum") == "      = play: hm > tell mum"
    assert played(*map(str, range(20))) == (
        "      = play: ... > 8 > 9 > 10 > 11 > 12 > 13 > 14 > 15 > 16 > 17 > 18 > 19"
    )
