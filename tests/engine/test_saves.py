"""Saves, also after the story was edited."""

import json

import pytest

from game.engine.events import SteppedOut
from game.engine.saves import Change, dump, load
from game.engine.session import Session
from game.engine.transcript import command_for

STORY = """
    facts: {calm: no}
    start: hello
    scenes:
      hello:
        - jay: hi!
        - choose:
            - say: who are you?
              move: notice
              why: Asking is fine.
              goto: later
            - say: hello!
              set: {calm: yes}
              goto: later
      later:
        - jay: well...
        - choose:
            - say: bye.
              if: not calm
              goto: over
            - say: see you.
              goto: over
      over: [{end: Done., offer: Kit can still tell.}]
      gone: [{end: Gone., offer: Kit can still tell.}]
      told: [{heard: mum}, {heard: teacher}, {end: Told.}]
    when:
      look: {jay: {move: notice, why: Looking is free.}}
      block: {jay: gone}
      tell: {mum: told, teacher: told}
"""


def through_json(session):
    return json.loads(json.dumps(dump(session)))


def test_a_save_is_plain_data_with_a_format_number(play):
    chat = play(STORY, story_id="test")
    chat.do("look jay", "hello!", "see you.", "tell mum")
    first, *_ = chat.session.story.scenes["hello"].choices[1:]

    saved = through_json(chat.session)

    assert saved == {
        "format": 1,
        "story": "test",
        "edition": chat.session.story.edition,
        "journal": [
            {"scene": "hello", "action": "look", "contact": "jay"},
            {"scene": "hello", "choice": first.id},
            {
                "scene": "later",
                "choice": chat.session.story.scenes["later"].choices[1].id,
            },
            {"scene": "over", "tell": "mum"},
        ],
        "scene": "told",
        "facts": {
            "calm": 1,
            "heard": 1,
            "blocked.jay": 0,
            "told.mum": 1,
            "told.teacher": 0,
        },
        "moves": [
            {
                "id": "look.jay",
                "skill": "notice",
                "text": "Look at the profile.",
                "why": "Looking is free.",
            }
        ],
        "tried": [],
        "undone": [],
    }


@pytest.mark.parametrize(
    "picks",
    [(), ("look jay",), ("hello!", "see you."), ("block jay",), ("step out",)],
)
def test_saving_and_loading_is_the_same_play(play, picks):
    chat = play(STORY)
    chat.do(*picks)

    resumed = load(chat.session.story, through_json(chat.session))

    assert (resumed.change, resumed.lost) == (Change.NONE, 0)
    assert resumed.session.state == chat.session.state
    assert resumed.session.journal == chat.session.journal
    assert resumed.session.moment == chat.session.moment


def test_moves_made_on_undone_ways_are_kept_in_a_save(play):
    chat = play(STORY)
    chat.do("who are you?")
    chat.session.undo(0)

    resumed = load(chat.session.story, through_json(chat.session))

    assert resumed.session.also_tried == chat.session.also_tried
    assert len(resumed.session.also_tried) == 1


def test_choices_of_undone_ways_are_kept_in_a_save(play):
    chat = play(STORY, story_id="test")
    chat.do("hello!", "see you.")
    chat.session.undo(0)
    saved = through_json(chat.session)
    resumed = load(chat.session.story, saved).session

    assert resumed.undone == chat.session.undone
    assert len(resumed.undone) == 2
    assert load(chat.session.story, {**saved, "undone": 7}).session.undone == ()
    broken = {**saved, "undone": [7, {"scene": "hello"}, *saved["undone"]]}
    assert load(chat.session.story, broken).session.undone == chat.session.undone


def test_an_edit_elsewhere_lets_the_play_go_on_where_it_was(play, story):
    chat = play(STORY)
    chat.do("hello!")
    edited = story(STORY.replace("jay: well...", "jay: well, well..."))

    resumed = load(edited, through_json(chat.session))

    assert (resumed.change, resumed.lost) == (Change.SAME, 0)
    assert resumed.session.state == chat.session.state


def test_a_choice_that_was_cut_takes_the_play_back_to_the_moment_before_it(play, story):
    chat = play(STORY)
    chat.do("hello!", "see you.")
    edited = story(STORY.replace("say: see you.", "say: so long."))

    resumed = load(edited, through_json(chat.session))

    assert (resumed.change, resumed.lost) == (Change.SHORTER, 1)
    assert resumed.session.state.scene == "later"


def test_a_choice_that_leads_elsewhere_now_is_said(play, story):
    chat = play(STORY)
    chat.do("who are you?", "bye.")
    edited = story(
        STORY.replace("if: not calm\n              goto: over", "goto: gone")
    )

    resumed = load(edited, through_json(chat.session))

    assert (resumed.change, resumed.lost) == (Change.ELSEWHERE, 0)
    assert resumed.session.state.scene == "gone"


def test_moves_of_a_way_that_an_edit_cut_off_stay_made(play, story):
    chat = play(STORY)
    chat.do("hello!", "look jay", "see you.")
    edited = story(STORY.replace("say: hello!", "say: hiya!"))

    resumed = load(edited, through_json(chat.session))

    assert (resumed.change, resumed.lost) == (Change.SHORTER, 3)
    assert [move.id for move in resumed.session.also_tried] == ["look.jay"]


def test_a_scene_that_was_renamed_takes_the_play_back_to_the_moment_before_it(
    play, story
):
    chat = play(STORY)
    chat.do("hello!", "see you.")
    edited = story(STORY.replace("later", "soon"))

    resumed = load(edited, through_json(chat.session))

    assert (resumed.change, resumed.lost) == (Change.SHORTER, 1)
    assert resumed.session.state.scene == "soon"


@pytest.mark.parametrize(
    "data",
    [
        None,
        7,
        "x",
        [],
        {},
        {"format": 2, "story": "", "journal": []},
        {"format": 1, "story": "another", "journal": []},
        {"format": 1, "story": "", "journal": {}},
    ],
)
def test_what_is_no_save_of_the_story_starts_it_again(story, data):
    told = story(STORY)

    resumed = load(told, data)

    assert (resumed.change, resumed.lost) == (Change.UNREADABLE, 0)
    assert resumed.session.state == Session(told).state


@pytest.mark.parametrize(
    "entry",
    [
        7,
        {},
        {"scene": "hello"},
        {"choice": "x"},
        {"scene": "hello", "choice": 7},
        {"scene": "hello", "choice": "no-such"},
        {"scene": "hello", "action": "dance", "contact": "jay"},
        {"scene": "hello", "tell": "nobody"},
        {"scene": "elsewhere", "out": "yes"},
    ],
)
def test_a_broken_entry_ends_what_can_be_resumed_and_is_counted_as_lost(play, entry):
    chat = play(STORY)
    chat.do("look jay")
    saved = through_json(chat.session)
    saved["journal"].append(entry)

    resumed = load(chat.session.story, saved)

    assert (resumed.change, resumed.lost) == (Change.SHORTER, 1)
    assert len(resumed.session.journal) == 1


@pytest.mark.parametrize(
    "tried",
    [None, 7, [7], [{}], [{"id": "a", "skill": "dance", "text": "b", "why": "c"}]],
)
def test_broken_moves_in_a_save_are_left_out(story, tried):
    told = story(STORY)
    saved = {**dump(Session(told)), "tried": tried}

    assert load(told, saved).session.also_tried == ()


def test_a_play_that_was_stepped_out_of_is_resumed_there(play):
    chat = play(STORY)
    chat.do("step out")

    assert load(chat.session.story, through_json(chat.session)).session.moment == (
        SteppedOut()
    )


def test_a_resumed_play_goes_on(play):
    chat = play(STORY)
    chat.do("who are you?")
    session = load(chat.session.story, through_json(chat.session)).session

    session.send(command_for(session, "bye."))

    assert session.over
