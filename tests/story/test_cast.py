"""Who is in a story, and in which chats."""

from game.story.model import Chat

CAST = """
    kit: {name: Kit, picture: girl}
    bo:
      name: Bo
      known: yes
      profile:
        joined: 3 days ago
        about: football, baking
    mum: {name: Mum, trusted: yes, family: yes, face-to-face: yes}
"""


def test_a_contact_is_what_the_cast_says(story):
    cast = story(cast=CAST).cast

    assert list(cast) == ["kit", "bo", "mum"]
    assert (cast["kit"].name, cast["kit"].picture) == ("Kit", "girl")
    assert cast["bo"].picture == "blank"
    assert cast["bo"].profile == (
        ("joined", "3 days ago"),
        ("about", "football, baking"),
    )
    assert (cast["bo"].known, cast["bo"].trusted) == (True, False)
    assert cast["mum"].trusted
    assert cast["mum"].family
    assert cast["mum"].face_to_face


def test_everybody_has_a_chat_and_groups_are_added(story):
    chats = story(chats="{class: {name: Class 5b, with: [bo, mum]}}").chats

    assert chats["bo"] == Chat("bo", "Bo", ("bo",))
    assert chats["class"] == Chat("class", "Class 5b", ("bo", "mum"), group=True)


def test_words_of_the_format_are_no_contacts(problems):
    cast = CAST.replace("bo:", "end:", 1).replace("mum:", "back:")

    found = problems(cast=cast, scenes="\nhello: []\n", when="{tell: {back: hello}}")

    assert [one for one in found if "reserved-name" in one] == [
        (
            "story.yaml:11:3: nobody can be called 'end': it is a word of the format "
            "[reserved-name]\ngive them another id; their 'name:' can stay"
        ),
        (
            "story.yaml:17:3: nobody can be called 'back': it is a word of the format "
            "[reserved-name]\ngive them another id; their 'name:' can stay"
        ),
    ]


def test_a_contact_and_a_chat_that_are_no_tables_are_problems(problems):
    assert problems(chats="{class: Class 5b}", cast=CAST + "    ravi: Ravi\n") == [
        (
            "story.yaml:18:9: contact 'ravi' should be a table of names and values "
            "[not-a-table]\n"
            "write one 'name: value' on each line, indented by two spaces"
        ),
        (
            "story.yaml:25:16: a chat should be a table of names and values "
            "[not-a-table]\n"
            "write one 'name: value' on each line, indented by two spaces"
        ),
    ]
