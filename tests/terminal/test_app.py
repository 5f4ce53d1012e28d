"""The game in the terminal, as somebody who types would meet it."""

from pathlib import Path

import pytest

from game.source import StoryError

TRANSCRIPTS = sorted((Path(__file__).parent / "transcripts").glob("*.txt"))
MORE = "Type a number, t to tell someone, or ? for more:"
FIRST = ["1. who are you?", "2. yes!", MORE]
SECOND = ["1. no thanks.", "2. Kit looks out of the window.", MORE]
ABOUT = (
    "What this story is about: "
    "Somebody in a game wants to know things that are private."
)
AGE = "We do not know how old the page is."
ANYWHERE = (
    "Are you in danger? Do you feel unsafe right now? "
    "Call the emergency number where you live."
)
NOTE = (
    "Details can change. We last checked them on 23 November 2026, in saved "
    "web pages. If a number does not work, ask an adult you trust to help "
    "you find a new one. "
    "No service on this page made this game, or stands behind it."
)
FAREWELL = (
    "The story stops here. If something worries you, tell someone you trust. "
    "You can talk to Kind Ears: 01 23."
)

assert TRANSCRIPTS


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_a_whole_play_reads_as_written_down(play, path):
    """The file is what was asked, typed (after ``>``) and shown, to the last line."""
    expected = path.read_text(encoding="utf-8").splitlines()
    answers = [line[2:] for line in expected if line.startswith(">")]

    played = play(*answers, together="together" in path.stem)

    assert [line.rstrip() for line in played.shown] == expected


def test_the_topic_and_that_one_can_stop_come_before_the_story(play):
    assert [line for line in play().shown if line][:5] == [
        "The coins",
        ABOUT,
        "You play Kit. You can stop at any time.",
        "Type o to step out of the story, or q to close it at once.",
        "Press Enter to start:",
    ]


def test_when_the_input_ends_the_last_line_names_help(play):
    assert play("").shown[-1] == FAREWELL


def test_the_last_line_names_no_number_where_none_is_known(play):
    played = play("", "h", "2", "")

    assert played.shown[-1] == (
        "The story stops here. If something worries you, tell someone you trust."
    )


@pytest.mark.parametrize(
    "answers", [["q"], ["", "q"], ["", "t", "Q"], ["", "h", "quit"]]
)
def test_leaving_is_one_key_from_everywhere(play, answers):
    assert play(*answers).after(answers[-1]) == ["Closed."]


@pytest.mark.parametrize("answer", ["", "3", "0", "hello", "²", "-1", "9" * 5000])
def test_what_is_not_understood_is_asked_again_kindly(play, answer):
    shown = play("", answer, "1").shown

    assert (
        shown.count("That did not work. Please type one of the numbers, or ? for more.")
        == 1
    )
    assert "Kit writes: who are you?" in shown


def test_a_question_mark_lists_what_can_be_typed(play):
    assert play("", "?").after("?") == [
        "Type the number of a choice, or one of these letters:",
        "t: tell someone",
        "p: look at a profile",
        "s: save the messages",
        "b: block somebody",
        "r: report somebody",
        "u: undo, one step back",
        "o: step out of the story",
        "h: who can help you for real",
        "w: what some words mean",
        "q: close at once",
        *FIRST,
        FAREWELL,
    ]


def test_a_story_without_hard_words_does_not_offer_to_explain_them(play):
    change = {"glossary: {coins: Money in a game.}\n": ""}

    assert not any(line.startswith("w:") for line in play("", "?", change=change).shown)


def test_hard_words_are_explained(play):
    assert play("", "w").after("w")[:-1] == ["coins: Money in a game.", *FIRST]


def test_telling_asks_whom(play):
    played = play("", "t", "1")

    assert played.after("t") == [
        "Who does Kit tell?",
        "1. Mum",
        "2. Coach",
        "Type a number, or press Enter to go back:",
    ]
    assert played.after("1") == [
        "Kit goes to Mum.",
        "1. Mum, look at this.",
        MORE,
        FAREWELL,
    ]


def test_one_can_think_again_before_telling(play):
    assert play("", "t", "").after("", times=2) == [*FIRST, FAREWELL]


def test_a_number_that_is_no_adult_is_asked_again(play):
    assert play("", "t", "7").after("7")[0] == (
        "That did not work. Please type a number from 1 to 2."
    )


def test_words_to_somebody_face_to_face_are_said_not_written(play):
    assert play("", "tell", "1", "1").after("1", times=2)[:3] == [
        "Kit says: Mum, look at this.",
        "Why: Telling is never too late.",
        "Mum: Thank you for telling me. You are not in trouble.",
    ]


def test_after_telling_the_story_can_go_on_where_it_was(play):
    assert play("", "t", "2", "1").after("1") == [
        "Kit writes: ok.",
        "Why: It is good to try.",
        "The story goes on from where Kit was.",
        *FIRST,
        FAREWELL,
    ]


def test_the_last_adult_to_tell_is_told_without_asking_whom(play):
    assert play("", "t", "2", "1", "t").after("t", times=2)[0] == "Kit goes to Mum."


def test_when_everyone_was_told_real_people_are_named(play):
    assert play("", "t", "2", "t", "t").after("t", times=3)[0] == (
        "Kit has told everyone in this story. If something worries you, "
        "you can tell someone for real. Type h to see who can help."
    )


@pytest.mark.parametrize("letter", ["p", "profile", "P "])
def test_a_profile_is_read_out(play, letter):
    assert play("", letter).after(letter)[:4] == [
        "Kit looks at the profile of jay_11.",
        "joined: 3 days ago",
        "about: coins",
        "Why: A new profile is a reason to ask somebody.",
    ]


def test_choices_are_offered_again_after_an_action(play):
    assert play("", "r", "1").after("1") == [
        "Kit reports jay_11.",
        "The report is sent.",
        *FIRST,
        FAREWELL,
    ]


def test_messages_are_saved_once_and_from_whom_is_asked_when_it_is_not_clear(play):
    played = play("", "s", "1", "s", "s")

    assert played.after("s")[:3] == [
        "Whose messages does Kit save?",
        "1. jay_11",
        "2. Mia",
    ]
    assert played.after("1")[0] == "Kit saves the messages from jay_11."
    assert played.after("s", times=2)[0] == "Kit saves the messages from Mia."
    assert played.after("s", times=3)[0] == "There are no messages to save right now."


def test_one_can_think_again_before_saving(play):
    assert play("", "s", "").after("", times=2) == [*FIRST, FAREWELL]


def test_blocking_is_possible_where_the_story_answers_it(play):
    assert play("", "b").after("b") == [
        "Kit blocks jay_11.",
        "Why: You can block anyone.",
        "It has stopped raining.",
        "Kit could still talk to somebody about it.",
        "1. Tell Mum",
        "2. Tell Coach",
        "Type a number to tell someone now, or press Enter to go on:",
        FAREWELL,
    ]


@pytest.mark.parametrize(
    ("letter", "sentence"),
    [
        ("p", "There is no profile to look at right now."),
        ("s", "There are no messages to save right now."),
        ("b", "There is nobody to block right now."),
        ("r", "There is nobody to report right now."),
    ],
)
def test_before_anybody_wrote_there_is_nothing_to_do_to_them(play, letter, sentence):
    change = {"start: hello": "start: told-mum"}

    assert play("", letter, change=change).after(letter)[0] == sentence


@pytest.mark.parametrize(
    ("letter", "question"),
    [
        ("p", "Whose profile does Kit look at?"),
        ("b", "Who does Kit block?"),
        ("r", "Who does Kit report?"),
    ],
)
def test_when_several_people_wrote_it_is_asked_whom(play, letter, question):
    change = {
        "mia: {name: Mia, known: yes}": "mia: {name: Mia, known: yes, profile: {a: b}}",
        "  block: {": "  block: {mia: {note: Done.}, ",
    }

    assert play("", letter, change=change).after(letter)[:3] == [
        question,
        "1. jay_11",
        "2. Mia",
    ]


def test_an_undone_step_can_be_taken_again(play):
    assert play("", "2", "u").after("u") == [
        "Back at that moment.",
        "It is raining.",
        "Mia in the team: no practice today?",
        "jay_11: hi! want 100 coins?",
        *FIRST,
        FAREWELL,
    ]


def test_there_is_nothing_to_undo_at_the_start(play):
    assert play("", "u").after("u")[0] == "This is where the story starts."


def test_stepping_out_leads_to_the_closing_pages(play):
    assert play("", "1", "o").after("o") == [
        "Kit steps out here.",
        "Kit made 1 safe choice:",
        "Notice the signs: who are you?",
        "Why: Asking is fine.",
        "Other things that can help:",
        "1. Tell someone: Mum, look at this.",
        "2. Say no: no thanks.",
        "3. Keep proof: Save the messages.",
        "4. Block and report: Block the account.",
        "Type a number to go back to that moment, or press Enter to go on:",
        FAREWELL,
    ]


def test_one_can_go_back_to_a_moment_where_something_else_can_help(play):
    played = play("", "1", "2", "", "3")

    assert played.after("3") == [
        "Back at that moment.",
        "Kit writes: who are you?",
        "Why: Asking is fine.",
        "Kit writes: what do i have to do?",
        "jay_11: just tell me your street.",
        "Feeling: Kit's tummy goes tight.",
        *SECOND,
        FAREWELL,
    ]


def test_a_play_without_a_move_is_not_blamed(play):
    shown = play("", "o").after("o")

    assert shown[:4] == [
        "Kit steps out here.",
        "Here is what can help Kit.",
        "Kit can tell someone whenever it feels right.",
        "Press Enter to go on:",
    ]


def test_telling_at_the_end_goes_on_with_the_story(play):
    assert play("", "1", "1", "1", "1").after("1", times=3)[:2] == [
        "Kit goes to Mum.",
        "1. Mum, look at this.",
    ]


def test_the_nation_is_asked_for_once(play):
    played = play("", "h", "", "", "h")

    assert played.after("h") == [
        "1. United Kingdom",
        "2. Somewhere else",
        "Where do you live? Type a number, or press Enter for United Kingdom:",
    ]
    assert played.after("h", times=2)[0] == "Who can help: United Kingdom"


def test_the_nation_can_be_changed(play):
    played = play("", "h", "1", "n", "2")

    assert played.after("1") == [
        "Who can help: United Kingdom",
        "Are you in danger? Do you feel unsafe right now? Call 99.",
        f"Last seen on 23 November 2026, in saved pages of danger.example. {AGE}",
        "Kind Ears",
        "For: children",
        "Phone: 01 23",
        "In two languages.",
        "What happens when you get in touch:",
        "Somebody says hello.",
        "We read this on 24 November 2026, in a saved page of ears.example.",
        f"Last seen on 23 November 2026, in saved pages of ears.example. {AGE}",
        NOTE,
        "Type n for another nation, or press Enter to go on:",
    ]
    assert played.after("2")[:5] == [
        "Who can help: Somewhere else",
        ANYWHERE,
        "Web Ears",
        "For: all",
        "Website: x.example",
    ]


def test_without_a_story_there_is_a_list_before_and_after_a_play(play):
    played = play("", "1", "", "o", "", "", "", story=None)

    assert played.shown.count("1. Coins, for ages 9-11, 3 minutes. A test.") == 2
    assert played.after("") == [
        "That did not work. Please type a number from 1 to 1.",
        "Type the number of a story, or q to close:",
    ]
    assert played.after("1")[0] == "The coins"


def test_a_story_that_cannot_be_played_leaves_the_list(play):
    shown = play("1", stories={"broken": "title: x"}, story=None).after("1")

    assert shown[:2] == ["That story cannot be played right now.", "Stories to play:"]


def test_the_one_story_that_was_asked_for_says_what_is_wrong(play):
    with pytest.raises(StoryError):
        play(stories={"coins": "title: x"})


def test_an_empty_shelf_says_so(play):
    assert play(stories={}, story=None).shown == ["There are no stories here."]


def test_long_lines_are_wrapped_only_when_asked(play):
    assert max(map(len, play(width=30).shown)) <= 30
    assert max(map(len, play().shown)) > 80


def test_nothing_shown_is_noise_in_a_screen_reader(play):
    """Plain letters only: no colour, no cursor moves, no drawing characters."""
    played = play("", "?", "p", "s", "1", "1", "b", "", "h", "", "", "")

    assert all(line.isascii() and line.isprintable() for line in played.shown)


OLDER = {"band: 9-11": "band: 11-14"}


@pytest.mark.parametrize("answer", ["", "no", "1"])
def test_a_story_for_older_children_is_shown_to_a_grown_up_first(play, answer):
    played = play(answer, change=OLDER)

    assert "A grown-up looks at it first. This is what happens in it:" in played.shown
    assert played.shown[-1] == "Ask a grown-up to look at this story first."
    assert played.read_by_adults == set()
    assert played.left is False


def test_once_a_grown_up_has_read_about_it_it_is_played(play):
    played = play("yes", "q", change=OLDER)

    assert played.read_by_adults == {"coins"}
    assert played.shown[-1] == "Closed."


def test_leaving_with_a_key_is_told_so_that_the_screen_is_cleared(play):
    assert play("q").left is True
    assert play().left is False
