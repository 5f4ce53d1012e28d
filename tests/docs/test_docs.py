"""What the documents show is what the game does."""

import json
import re

import pytest

from game.check.check import check
from game.cli import main
from game.engine.session import Session
from game.engine.transcript import picks, play
from game.files import ROOT
from game.story.parse import parse
from game.story.tree import read

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


@pytest.fixture
def first_problems(tutorial, tmp_path, monkeypatch):
    """A folder with the tutorial's first file, which has problems."""
    path = tmp_path / "my-stories" / "lost-scarf" / "story.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(tutorial[0], encoding="utf-8")
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("first_problems")
def test_the_tutorials_first_file_has_the_problems_that_it_says(capsys):
    (problem,) = blocks("tutorial/your-first-story.md", "problem")

    assert main(["check", "my-stories"]) == 1
    out = capsys.readouterr().out
    assert problem in out
    assert out.endswith("2 problems\n")


@pytest.mark.usefixtures("first_problems")
def test_the_forms_for_programs_are_as_shown(capsys):
    page = "how-to/check-stories.md"
    (shown,) = blocks(page, "json")
    (annotation,) = blocks(page, "text")

    assert main(["check", "--output", "json", "my-stories"]) == 1
    assert json.loads(capsys.readouterr().out)[0] == json.loads(shown)[0]
    assert main(["check", "--output", "github", "my-stories"]) == 1
    assert annotation in capsys.readouterr().out


def test_the_reference_lists_the_shipped_pieces_with_what_they_need():
    page = (DOCS / "reference/story-format.md").read_text(encoding="utf-8")
    pieces = sorted((ROOT / "scenarios/_shared").glob("*.yaml"))
    assert pieces
    for path in pieces:
        (row,) = re.findall(rf"^\| `{path.stem}` \|.*$", page, re.MULTILINE)
        tree, _ = read(path.read_text(encoding="utf-8"), path.name)
        needs = [key.value for key, _ in tree.at["needs"].entries]
        for word in (*needs, *(text.value for text in tree.at["outcomes"].items)):
            assert f"`{word}`" in row


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
