"""What a chart says of a story."""

from game.chart.chart import Box, Kind, Sign, Way, chart
from game.story.model import BACK, Skill


def test_a_choice_leads_on_in_a_way_of_its_sign(small):
    """Risk, telling, a safe move and the rest are told apart; conditions are kept."""
    assert small.boxes["hello"] == Box(
        "hello",
        Kind.CHOICE,
        'Jo: can you keep a "secret"?',
        (
            Way(Sign.SAFE, "no", "cake", "", (Skill.SAY_NO,)),
            Way(Sign.RISK, "ok", "pushed"),
            Way(Sign.TELL, "Ring Mum.", "words", "", (Skill.TELL,)),
            Way(Sign.CHOICE, "what is it?", "hello", "not said_yes"),
        ),
        start=True,
    )


def test_gotos_lead_on_by_themselves_under_their_conditions(small):
    """What is left when no condition holds is called so."""
    assert small.boxes["pushed"].kind is Kind.PASSAGE
    assert small.boxes["pushed"].ways == (
        Way(Sign.ON, "", "cake", "blocked.jo"),
        Way(Sign.ON, "otherwise", "gone"),
    )
    assert small.boxes["gone"].ways == (Way(Sign.ON, "", "cake"),)


def test_a_scene_that_an_action_opens_says_so(small):
    assert small.boxes["gone"].opens == ("block Jo",)
    assert small.boxes["gone"].kind is Kind.PASSAGE
    assert small.boxes["told-mum"].opens == ("tell Mum",)
    assert small.boxes["told-teacher"].opens == (
        "tell Ms Okoro",
        "tell Ms Okoro again",
    )


def test_telling_is_where_telling_leads_and_it_may_lead_back(small):
    assert small.boxes["told-mum"].kind is Kind.TELLING
    assert small.boxes["told-mum"].aside
    assert small.boxes["told-mum"].ways[0] == Way(Sign.ON, "", BACK, "heard")
    assert small.boxes["teacher-hears"].kind is Kind.TELLING
    assert small.boxes["teacher-hears"].hears == ("Ms Okoro",)
    assert small.boxes["teacher-hears"].text == "Ms Okoro: Thank you."


def test_an_ending_says_whether_something_can_still_be_done(small):
    assert small.boxes["done"] == Box(
        "done", Kind.ENDING, "Kit can laugh about it.", offer=True
    )
    assert small.boxes["end-told"] == Box("end-told", Kind.ENDING, "Mum knows.")


def test_an_everyday_choice_is_marked(small):
    assert small.boxes["cake"].ordinary
    assert small.boxes["cake"].text == ""
    assert not small.boxes["hello"].ordinary


def test_a_shared_piece_is_one_box_with_the_scene_that_uses_it(small):
    """What leads on inside it is counted and not shown."""
    assert small.boxes["words"] == Box(
        "words",
        Kind.PIECE,
        "Mum looks up.",
        (Way(Sign.ON, "", "end-told"),),
        hears=("Mum",),
        inside="2 scenes; choices: 1 to tell, 1 other",
    )
    assert "words/ask" not in small.boxes


def test_a_shared_piece_can_be_unfolded(story):
    whole = chart(story, fold=False)

    assert list(whole.boxes) == list(story.scenes)
    assert whole.boxes["words"].ways == (Way(Sign.ON, "", "words/ask"),)
    assert whole.boxes["words"].kind is Kind.PASSAGE


def test_what_is_always_possible_comes_once_telling_first(small):
    assert small.always == (
        Way(Sign.TELL, "tell Mum", "told-mum"),
        Way(Sign.TELL, "tell Ms Okoro", "told-teacher"),
        Way(Sign.TELL, "tell Ms Okoro again", "told-teacher"),
        Way(Sign.SAFE, "look at Jo's profile", None, "", (Skill.NOTICE,)),
        Way(Sign.CHOICE, "save Jo's messages", None),
        Way(Sign.CHOICE, "block Jo", "gone"),
    )


def test_the_boxes_are_in_the_order_of_the_file(small):
    assert list(small.boxes) == [
        "hello",
        "pushed",
        "gone",
        "cake",
        "done",
        "told-mum",
        "words",
        "end-told",
        "told-teacher",
        "teacher-hears",
    ]
    assert small.title == "The pencil & the <cake>"
    assert small.start == "hello"
