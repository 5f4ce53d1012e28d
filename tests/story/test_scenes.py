"""The steps of a scene become beats, choices or an ending."""

from game.story.model import (
    BACK,
    Effect,
    Ending,
    Feeling,
    Heard,
    Message,
    Note,
    Talk,
)

CLASS = "{class: {name: Class 5b, with: [bo]}}"
FACTS = "{asked: no, trust: 0..3}"


def lines(found):
    return [line for beat in found.beats for line in beat.lines]


def test_every_kind_of_line_is_read_in_order(scene):
    found = scene("""
        - bo: hi kit
        - kit: hi bo
        - note: It is Saturday.
        - feel: Kit yawns.
          mood: tired
        - talk: Who is up so early?
        - heard: mum
        - end: Kit goes home.
          offer: Kit can talk to Mum.
    """)

    assert [type(line) for line in lines(found)] == [
        Message,
        Message,
        Note,
        Feeling,
        Talk,
        Heard,
    ]
    hi, answer, note, feeling, talk, heard = lines(found)
    assert (hi.speaker, hi.chat, hi.text) == ("bo", "bo", "hi kit")
    assert (answer.speaker, answer.chat) == ("kit", "bo")
    assert note.text == "It is Saturday."
    assert (feeling.text, feeling.mood) == ("Kit yawns.", "tired")
    assert talk.text == "Who is up so early?"
    assert heard == Heard("mum")
    assert isinstance(found.ending, Ending)
    assert found.ending.text == "Kit goes home."
    assert found.ending.offer == "Kit can talk to Mum."
    assert found.choices == ()


def test_lines_without_a_condition_share_a_beat(scene):
    found = scene("""
        - bo: hi
        - bo: are you there?
        - bo: oh
          if: heard
        - bo: bye
        - end: Kit goes home.
    """)

    assert [len(beat.lines) for beat in found.beats] == [2, 1, 1]
    assert [beat.when is not None for beat in found.beats] == [False, True, False]
    assert found.beats[1].when.text == "heard"


def test_set_puts_values_and_moves_ranges(scene):
    found = scene(
        """
        - set: {asked: yes, trust: 2}
        - set: {trust: +1}
        - set: {trust: -1, asked: no}
          if: asked and trust
        - end: Kit goes home.
        """,
        facts=FACTS,
    )

    assert found.beats[0].effects == (
        Effect(0, 1),
        Effect(1, 2),
        Effect(1, 1, by=True),
    )
    assert found.beats[1].effects == (Effect(1, -1, by=True), Effect(0, 0))


def test_a_goto_ends_the_scene_and_one_with_a_condition_does_not(story):
    scenes = """
        hello:
          - goto: bye
            if: heard
          - bo: hi
          - goto: bye
        bye:
          - end: Kit goes home.
    """
    found = story(scenes=scenes, when="{tell: {mum: bye}}").scenes["hello"]

    assert [(beat.when is not None, beat.goto) for beat in found.beats] == [
        (True, "bye"),
        (False, "bye"),
    ]


def test_goto_back_is_the_place_where_telling_began(story):
    scenes = """
        hello:
          - end: Kit goes home.
        told:
          - goto: back
    """
    found = story(scenes=scenes, when="{tell: {mum: told}}").scenes["told"]

    assert found.beats[0].goto == BACK


def test_what_the_player_says_goes_into_the_chat_of_the_last_message(scene):
    found = scene(
        """
        - kit: anybody?
          in: class
        - kit: hello?
        - bo: me!
        - kit: hi
        - bo: hi all
          in: class
        - kit: hi all
        - end: Kit goes home.
        """,
        chats=CLASS,
    )

    assert [line.chat for line in lines(found)] == [
        "class",
        "class",
        "bo",
        "bo",
        "class",
        "class",
    ]


def test_in_the_scene_of_a_telling_words_go_to_the_adult(story):
    scenes = """
        hello:
          - end: Kit goes home.
        told:
          - kit: Mum?
          - goto: back
    """
    found = story(scenes=scenes, when="{tell: {mum: told}}").scenes["told"]

    assert lines(found)[0].chat == "mum"


def test_an_ordinary_moment_says_so(scene):
    steps = "- bo: lemon?\n- choose: [{say: yes, goto: hello}]\n"

    assert scene(steps + "  ordinary: yes\n").ordinary
    assert not scene(steps).ordinary


def test_lines_keep_the_id_that_the_author_gave(scene):
    found = scene("""
        - bo: hi
          id: greeting
        - end: Kit goes home.
          id: home
    """)

    assert lines(found)[0].id == "greeting"
    assert found.ending.id == "home"


def test_the_same_words_have_the_same_id_in_every_place_and_twice_are_told_apart(scene):
    first = lines(scene("- bo: hi\n- bo: hi\n- end: Kit goes home."))
    second = lines(scene("- note: Hm.\n- bo: hi\n- end: Kit goes home."))

    assert first[0].id == second[1].id
    assert first[1].id == f"{first[0].id}-2"


def test_a_text_over_several_lines_is_one_line(scene):
    found = scene("""
        - note: >
            It is
            Saturday.
        - end: Kit goes
            home.
    """)

    assert lines(found)[0].text == "It is Saturday."
    assert found.ending.text == "Kit goes home."


def test_all_problems_of_a_scene_come_in_one_pass_and_in_order_of_the_file(problems):
    found = problems(
        scenes="""
            hello:
              - boo: hi
              - bo:hi
              - bo: hi
                iff: heard
              - bo: [waves]
              - note: ""
              - set: {nothing: yes}
              - heard: bo
              - goto: nowhere
                if: nothing
              - choose:
                  - {say: yes, go: hello}
        """
    )

    assert [one.splitlines()[0] for one in found] == [
        (
            "story.yaml:16:7: 'boo' is neither a contact nor a kind of step "
            "[unknown-contact]"
        ),
        "story.yaml:17:7: a step is 'name: text' [not-a-step]",
        "story.yaml:19:7: 'bo' has no key 'iff' [unknown-key]",
        "story.yaml:20:11: a message should be one text [not-text]",
        "story.yaml:21:13: a note is empty [empty-text]",
        "story.yaml:22:13: no fact is called 'nothing' [unknown-fact]",
        "story.yaml:23:14: 'bo' is not a trusted adult [not-a-trusted-adult]",
        "story.yaml:24:13: no scene is called 'nowhere' [unknown-scene]",
        "story.yaml:25:11: no fact is called 'nothing' [unknown-fact]",
        "story.yaml:27:11: a choice has no 'goto' yet [missing-key]",
        "story.yaml:27:22: a choice has no key 'go' [unknown-key]",
    ]


def test_close_words_are_suggested(problems):
    found = problems(
        scenes="""
            hello:
              - not: It is Saturday.
              - bo: hi
                ind: class
              - bo: hi
                if: herd
              - goto: helo
        """
    )

    assert [one.splitlines()[1] for one in found] == [
        "did you mean 'note'?",
        "did you mean 'in'?",
        "did you mean 'heard'?",
        "did you mean 'hello'?",
    ]


def test_the_place_of_a_problem_in_a_condition_is_inside_of_it(problems):
    steps = """
            hello:
              - bo: hi
                if: heard and herd
              - bo: hi
                if: "heard and herd"
              - end: Kit goes home.
    """

    assert [one.partition(": ")[0] for one in problems(scenes=steps)] == [
        "story.yaml:17:21",
        "story.yaml:19:22",
    ]


def test_a_last_step_that_nobody_understands_is_the_only_problem(problems):
    assert len(problems(scenes="\nhello:\n  - bo: hi\n  - got: hello\n")) == 1
    assert len(problems(scenes="\nhello:\n  - bo: hi\n  - end:bye\n")) == 1


def test_only_the_first_step_after_the_end_is_a_problem(problems):
    found = problems(
        scenes="""
            hello:
              - end: Kit goes home.
              - bo: hi
              - bo: hi!
        """
    )

    assert found == [
        (
            "story.yaml:17:7: the scene is over before this step [after-the-end]\n"
            "move it up, or put it into a scene of its own"
        )
    ]
