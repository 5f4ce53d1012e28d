"""What the documents show is what the game does."""

import re

import pytest

from game.check.check import check
from game.cli import main
from game.engine.session import Session
from game.engine.transcript import picks, play
from game.files import ROOT
from game.story.parse import parse

DOCS = ROOT / "docs"
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")
PAGES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])
assert PAGES, "no document was found, so nothing would be tested"


def blocks(page, kind):
    text = (DOCS / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


@pytest.fixture
def tutorial():
    """The story of the tutorial, first as copied, then as finished."""
    first, scenes, when = blocks("tutorial/your-first-story.md", "yaml")
    start = first.index("when:\n")
    return first, first[:start] + scenes + "\n" + when


def test_the_tutorials_first_file_has_the_problems_that_it_says(
    tutorial, tmp_path, monkeypatch, capsys
):
    path = tmp_path / "my-stories" / "lost-scarf" / "story.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(tutorial[0], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (problem,) = blocks("tutorial/your-first-story.md", "problem")

    assert main(["check", "my-stories"]) == 1
    out = capsys.readouterr().out
    assert problem in out
    assert out.endswith("2 problems\n")


def test_the_tutorials_finished_story_has_no_problem(tutorial):
    report = check(parse(tutorial[1], "story.yaml"))

    assert report.problems == ()
    assert report.proven


def test_the_tutorials_play_through_is_what_is_shown(tutorial):
    (chat,) = blocks("tutorial/your-first-story.md", "chat")
    session = Session(parse(tutorial[1], "story.yaml"))

    assert "\n".join(play(session, picks(chat))) + "\n" == chat


def test_the_reference_shows_a_whole_story_without_problems():
    whole, *_ = blocks("reference/story-format.md", "yaml")

    assert check(parse(whole, "story.yaml")).problems == ()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_the_documents_lead_somewhere(page):
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        if not link.startswith(("http:", "https:", "mailto:")):
            target = page.parent / link
            assert target.exists(), f"{page.name} links to {link}"


def test_the_readme_is_short():
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 80
