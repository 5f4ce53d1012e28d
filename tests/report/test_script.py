"""A story on paper: everything in it is there, where it belongs, once."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest

from game.files import Library
from game.help.directory import Audience
from game.report.helpers import help_for
from game.report.html import as_html
from game.report.script import script
from game.report.text import WIDTH, as_text
from game.story.parse import parse

LIBRARY = Library()
DIRECTORY = LIBRARY.help()
UK = next(nation for nation in DIRECTORY.nations() if nation.id == "uk")
HELP = help_for(DIRECTORY, UK)
STORIES = [path.parent.name for path in LIBRARY.files()]
assert STORIES

SMALL = """\
title: The <pencil> & "more"
about: Someone asks Kit for a favour.
band: 9-11
minutes: 3
skills: [notice, keep-proof, tell]
for-adults:
  notes: Nothing & nobody.
  questions: [Who helps?]
  reviewed-by: Dr Sure
goodbye: You are you again.
player: kit
cast:
  kit: {name: Kit}
  bo: {name: Bo, known: yes, profile: {about: <b>pens</b>}}
  jay: {name: jay_1}
  mum: {name: Mum, trusted: yes, family: yes}
  teacher: {name: Ms Okoro, trusted: yes}
chats:
  class: {name: Class 5, with: [bo]}
names: {kit: [Ada, Sam]}
facts: {asked: no, trust: 0..3}
start: hello
scenes:
  hello:
    - note: hi & bye
    - bo: hello all!
      in: class
    - feel: Kit is glad.
    - talk: How is Kit?
    - set: {trust: +1}
    - bo: you asked!
      if: asked
    - set: {trust: 2}
      if: asked
    - goto: over
      if: asked and trust >= 2
    - choose:
        - say: why?
          move: notice
          why: Asking is fine.
          set: {asked: yes}
          risk: yes
          goto: over
        - do: Save it.
          if: trust < 3
          save: jay
          goto: over
  over:
    - end: All is well.
      offer: Kit can still tell.
  gone: [{end: Gone.}]
  told:
    - note: Mum listens.
    - heard: mum
    - heard: teacher
    - choose:
        - {say: thanks, goto: back}
  again: [{end: Told.}]
when:
  save: {jay: {move: keep-proof, why: Proof helps., feel: Done., note: Saved.}}
  block: {jay: gone}
  tell: {mum: [told, again], teacher: told}
"""


@pytest.fixture
def small():
    return script(parse(SMALL, "story.yaml", story_id="pencil"), HELP)


def parts(page):
    """Return the text of each section of an HTML page, tags taken out, by its id."""
    found = re.findall(r'<section id="(.*?)">(.*?)</section>', page, re.DOTALL)
    return {key: unescape(re.sub(r"<.*?>", "", text)) for key, text in found}


def texts(scene):
    """Return every text of a scene that somebody reads."""
    for beat in scene.beats:
        yield from (line.text for line in beat.lines if hasattr(line, "text"))
    for choice in scene.choices:
        yield choice.text
        if choice.why:
            yield choice.why
    if scene.ending is not None:
        yield scene.ending.text
        if scene.ending.offer:
            yield scene.ending.offer


@pytest.mark.parametrize("name", STORIES)
def test_all_of_a_story_is_in_the_section_of_its_scene(name):
    story = LIBRARY.load(name)
    page = parts(as_html(script(story, HELP)))

    for number, scene in enumerate(story.scenes.values(), start=1):
        inside = page[f"scene-{number}"]
        assert inside.startswith(f"\nScene {number}: {scene.id}\n")
        wanted = list(texts(scene))
        for text in wanted:
            # A text may be part of another one, or be said twice in a scene.
            expected = sum(other.count(text) for other in wanted)
            assert inside.count(text) == expected, text
    assert sum(key.startswith("scene-") for key in page) == len(story.scenes)


@pytest.mark.parametrize("name", STORIES)
def test_what_the_actions_show_is_there(name):
    story = LIBRARY.load(name)
    actions = parts(as_html(script(story, HELP)))["actions"]

    for response in story.responses.values():
        for line in response.lines:
            assert line.text in actions
        if response.move is not None:
            assert response.move.why in actions


@pytest.mark.parametrize("name", STORIES)
def test_the_plain_text_says_the_same_in_short_lines(name):
    story = LIBRARY.load(name)
    text = as_text(script(story, HELP))
    flat = " ".join(text.split())

    assert max(map(len, text.splitlines())) <= WIDTH
    for scene in story.scenes.values():
        for one in texts(scene):
            assert " ".join(one.split()) in flat


@pytest.mark.parametrize("name", STORIES)
def test_every_link_leads_to_one_section(name):
    page = as_html(script(LIBRARY.load(name), HELP))
    ids = re.findall(r' id="(.*?)"', page)

    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#(.*?)"', page)) <= set(ids)


def test_a_choice_says_what_it_does_and_leads_to(small):
    assert """\
* Answer 1: why?
    Why: Asking is fine.
    Safety move: Notice the signs
    Risk: yes; a way back follows
    Remembers: asked = yes
    Go to: Scene 2: over

* Do 2: Save it.
    Only if: trust < 3
    Safety move: Keep proof
    This will also: save the messages of jay_1
    Go to: Scene 2: over
""" in as_text(small)


def test_what_depends_on_something_says_so(small):
    assert """\
Bo (in the chat Class 5): hello all!

Feeling: Kit is glad.

To talk about: How is Kit?

The story remembers trust +1.

(only if asked)
Bo: you asked!

Only if asked, the story remembers trust = 2.

Only if asked and trust >= 2, the story goes on at Scene 2: over.
""" in as_text(small)


def test_a_story_without_names_to_swap_or_words_to_explain_has_no_such_part():
    text = SMALL.replace("names: {kit: [Ada, Sam]}\n", "")
    plain = as_text(script(parse(text, "story.yaml"), HELP))

    assert "Names to swap in" not in plain
    assert "Words explained" not in plain


def test_telling_says_where_it_leads_first_and_next(small):
    text = as_text(small)

    assert "Mum: Scene 4: told, the next time Scene 5: again\n" in text
    assert "Go to: the place where telling began\n" in text
    assert "From here on: Mum has listened.\n" in text


def test_an_action_says_what_it_shows(small):
    assert """\
* Do: save the messages of jay_1
    The story: Saved.
    Feeling: Done.
    Why: Proof helps.
    Safety move: Keep proof

* Do: block jay_1
    Go to: Scene 3: gone
""" in as_text(small)


def test_the_grown_up_reads_first_what_it_is_and_who_has_looked_at_it(small):
    first = small.sections[0]

    assert first.title == "For the grown-up"
    text = as_text(small)
    assert "Reviewed by: Dr Sure." in text
    assert "- Who helps?\n" in text
    assert "Kit: Ada, Sam\n" in text
    shipped = as_text(script(LIBRARY.load(STORIES[0]), HELP))
    assert "No safeguarding professional has reviewed this story yet.\n" in shipped
    assert "Education for a Connected World: Online relationships" in shipped


def test_the_endings_are_listed_with_the_last_line(small):
    page = parts(as_html(small))["endings"]

    for scene in ("Scene 2: over", "Scene 3: gone", "Scene 5: again"):
        assert scene in page
    assert "After every ending: You are you again." in page


class Tags(HTMLParser):
    """Checks that tags are closed in order; collects headings."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.headings = []

    def handle_starttag(self, tag, _):
        if tag != "meta":
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_the_page_is_sound_and_escaped(small):
    page = as_html(small)
    tags = Tags()
    tags.feed(page)

    assert tags.open == []
    assert page.startswith('<!DOCTYPE html>\n<html lang="en-GB">')
    assert "The &lt;pencil&gt; &amp; &quot;more&quot;" in page
    assert "<pencil>" not in page
    assert "<b>pens" not in page
    assert tags.headings[0] == 1
    later = zip(tags.headings, tags.headings[1:], strict=False)
    assert all(after <= before + 1 for before, after in later)


def test_the_help_pages_are_those_of_the_nation():
    story = LIBRARY.load(STORIES[0])
    for nation in DIRECTORY.nations():
        text = " ".join(as_text(script(story, help_for(DIRECTORY, nation))).split())
        for audience in Audience:
            page = DIRECTORY.page(nation.id, audience)
            assert page.emergency in text
            assert page.note in text
            for service in page.services:
                assert service.name in text
                assert all(way in text for _, way in service.ways())
                assert all(line in text for line in service.what_happens)


def luminance(colour):
    def channel(value):
        value /= 255
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)


def test_text_has_a_contrast_of_seven_to_one_on_white(small):
    colours = re.findall(r"(?<!-)\bcolor: #([0-9a-f]{3,6})\b", as_html(small))
    assert len(colours) >= 3
    for colour in colours:
        whole = colour if len(colour) == 6 else "".join(2 * one for one in colour)
        assert 1.05 / (luminance(whole) + 0.05) >= 7
