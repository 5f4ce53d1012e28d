"""Help is near at every moment, and telling counts whenever it comes."""

from game.check import telling

OFFER = ("      offer: Kit could still talk to somebody.\n", "")


def chain(length, adults=("mum", "teacher")):
    wait = "  wait{}:\n    - choose:\n        - {{do: Wait., goto: wait{}}}\n"
    scenes = "".join(wait.format(at, at + 1) for at in range(length))
    last = f"  wait{length}:\n    - heard: teacher\n    - goto: teacher-hears\n"
    return (
        *((f"goto: {adult}-hears}}", "goto: wait0}") for adult in adults),
        ("  teacher-hears:", f"{scenes}{last}  teacher-hears:"),
    )


def test_an_ending_offers_to_tell_or_comes_after_telling(story, ask):
    assert ask(telling.nobody_told, story()) == []
    assert ask(telling.nobody_told, story(OFFER)) == [
        (
            "the story can end here with nobody told",
            "add 'offer:' beside 'end:'",
            ("no",),
        )
    ]


def test_where_nothing_is_wrong_nobody_must_be_told(story, ask):
    harmless = ("start: hello", "harmless: yes\nstart: hello")

    assert ask(telling.nobody_told, story(OFFER, harmless)) == []


def test_help_may_be_four_choices_away(story, ask):
    assert ask(telling.far_from_help, story(*chain(2))) == []
    found = ask(telling.far_from_help, story(*chain(3)))
    assert [one[0] for one in found] == [
        "in scene 'hello' an adult who listens is 5 choices away",
        "in scene 'cake' an adult who listens is 5 choices away",
    ]
    assert found[0][2] == ()
    assert found[1][2] == ("no",)


def test_help_that_no_way_leads_to_is_out_of_reach(story, ask):
    deaf = story(("    - heard: mum\n", ""), ("    - heard: teacher\n", ""))

    assert ask(telling.far_from_help, deaf)[0][0] == (
        "in scene 'hello' an adult who listens is out of reach"
    )


def test_one_adult_who_is_near_is_not_of_the_family(story, ask):
    assert ask(telling.help_only_at_home, story()) == []
    assert ask(telling.help_only_at_home, story(*chain(3, ["teacher"]))) == [
        (
            (
                "in scene 'hello' an adult who listens and is not of the family is "
                "5 choices away"
            ),
            "let somebody outside the family listen, also when they are told first",
            (),
        )
    ]


def test_what_other_rules_say_of_adults_is_not_said_again(story, ask):
    """Nobody outside the family listens; nobody at all is near."""
    deaf = story(("    - heard: teacher\n", ""))

    assert ask(telling.help_only_at_home, deaf) == []
    assert ask(telling.help_only_at_home, story(*chain(3))) == []


TWICE = (
    ("{say: Mum?, id: mum, move: tell,", "{say: Mum?, id: mum, IFmove: tell,"),
    (
        "goto: mum-hears}\n",
        "goto: mum-hears}\n        - {say: Hm, id: hm, goto: back}\n",
    ),
)


def asked_if(test):
    return ((TWICE[0][0], TWICE[0][1].replace("IF", f"if: {test}, ")), TWICE[1])


def test_telling_counts_the_same_whenever_it_comes(story, ask):
    assert ask(telling.telling_late, story()) == []
    assert ask(telling.telling_late, story(*asked_if("told.teacher"))) == [
        (
            (
                "telling that opens scene 'told-mum' can count for 0, and for 1 at "
                "another moment"
            ),
            (
                "let the choices with 'move:' be there whenever it comes; it counts "
                "for more after: tell teacher > tell mum"
            ),
            ("tell mum",),
        )
    ]
    less_later = ask(telling.telling_late, story(*asked_if("not told.teacher")))
    assert [one[2] for one in less_later] == [("tell teacher", "tell mum")]


def test_what_counts_after_somebody_has_listened_is_not_compared(story, ask):
    assert ask(telling.telling_late, story(*asked_if("not heard"))) == []


def test_an_adult_who_lets_nobody_speak_is_not_compared(story, ask):
    busy = story(
        (
            (
                "    - choose:\n        - {say: Hello?, id: hello, move: tell, why: It "
                "helps., goto: teacher-hears}\n"
            ),
            "    - teacher: Not now.\n    - goto: back\n",
        ),
        ("  teacher-hears:\n    - heard: teacher\n    - goto: back\n", ""),
    )

    assert ask(telling.telling_late, busy) == []


def test_an_adult_listens_or_leads_back(story, ask):
    never = ("    - heard: teacher\n    - goto: back\n", "    - goto: cake\n")

    assert ask(telling.telling_unheard, story()) == []
    assert ask(telling.telling_unheard, story(("    - heard: teacher\n", ""))) == []
    assert ask(telling.telling_unheard, story(never)) == [
        (
            "'teacher' is told here, and whatever is said does not listen",
            "add the step 'heard: teacher' where they do, or lead back",
            ("tell teacher",),
        )
    ]


def test_an_adult_may_listen_at_once(story, ask):
    answer = (
        "    - choose:\n        - {say: Hello?, id: hello, move: tell, "
        "why: It helps., goto: teacher-hears}\n"
    )
    at_once = (answer, "    - heard: teacher\n    - goto: cake\n")
    left = ("  teacher-hears:\n    - heard: teacher\n    - goto: back\n", "")

    assert ask(telling.telling_unheard, story(at_once, left)) == []


def choice_of_telling(hears):
    return (
        (
            "{say: ok, id: ok, goto: cake}",
            "{say: Mum?, to: mum, move: tell, as: m, why: It helps., goto: asked}",
        ),
        ("  cake:", f"  asked:\n    - mum: Hm.\n{hears}    - goto: cake\n  cake:"),
    )


def test_an_adult_who_is_told_by_a_choice_listens_as_well(story, ask):
    heard = story(*choice_of_telling("    - heard: mum\n"))
    unheard = story(*choice_of_telling(""))

    assert ask(telling.telling_unheard, heard) == []
    ((message, _, play),) = ask(telling.telling_unheard, unheard)
    assert message == "'mum' is told here, and whatever is said does not listen"
    assert play == ("Mum?",)
