"""Opening and keeping files."""

import json
import os

import pytest

from game.engine.events import Pick
from game.engine.saves import Change
from game.engine.session import Session
from game.files import (
    FileError,
    Library,
    picture_names,
    read_story,
    story_files,
    write_whole,
)
from game.source import StoryError
from game.story.parse import parse
from game.story.pieces import NoPiece, PieceText


@pytest.fixture
def library(tmp_path):
    """The shipped stories, and an empty place for what is kept."""
    return Library(settings_dir=tmp_path / "kept")


def first_story(library):
    return library.load(library.stories()[0].id)


def test_the_home_page_knows_each_story_without_parsing_it(library):
    for card in library.stories():
        story = library.load(card.id)
        player = story.cast[story.player]
        assert (card.title, card.about, card.band, card.minutes, card.skills) == (
            story.title,
            story.about,
            story.band,
            story.minutes,
            story.skills,
        )
        assert (card.player, card.picture) == (player.name, player.picture)


def test_a_story_that_cannot_be_found_by_its_name_is_not_on_the_home_page(tmp_path):
    (tmp_path / "unit" / "tale").mkdir(parents=True)
    (tmp_path / "unit" / "tale" / "story.yaml").write_text(
        "title: A\nabout: b\nband: 9-11\nminutes: 3\nskills: [tell]\n"
        "player: kit\ncast:\n  kit: {name: Kit}\n",
        encoding="utf-8",
    )

    assert Library(tmp_path).stories() == ()


def test_stories_come_youngest_first(library):
    bands = [card.band for card in library.stories()]

    assert bands == sorted(bands, key=["7-9", "9-11", "11-14", "14+"].index)


def test_a_story_whose_cast_comes_after_its_scenes_is_on_the_home_page(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "story.yaml").write_text(
        "title: A\nabout: b\nband: 9-11\nminutes: 3\nskills: [tell]\n"
        "scenes:\n  hello: []\nplayer: kit\ncast:\n  kit: {name: Kit}\n",
        encoding="utf-8",
    )

    (card,) = Library(tmp_path).stories()

    assert (card.player, card.picture) == ("Kit", "blank")


@pytest.mark.parametrize(
    "text", ["", "[]", "title: {", "title: A", "title: [a]", "player: a\ncast: b"]
)
def test_a_story_whose_top_cannot_be_read_is_not_on_the_home_page(tmp_path, text):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "story.yaml").write_text(text, encoding="utf-8")

    assert Library(tmp_path).stories() == ()


def test_a_story_that_is_not_utf8_is_not_on_the_home_page(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "story.yaml").write_bytes(b"title: \xff")

    assert Library(tmp_path).stories() == ()


def test_a_story_that_is_not_there_is_named_with_one_that_is(library):
    with pytest.raises(FileError, match="did you mean 'just-a-new-friend'"):
        library.load("just-a-new-freind")
    with pytest.raises(FileError, match="there are: "):
        library.load("zzz")


@pytest.mark.parametrize(
    "name", ["", "..", "../scenarios/just-a-new-friend", "a" * 300]
)
def test_a_story_is_only_looked_for_among_the_stories(library, name):
    with pytest.raises(FileError, match="no story is called"):
        library.find(name)


def test_a_story_elsewhere_is_not_found_by_its_whole_path(library):
    elsewhere = library.find("just-a-new-friend").parent

    with pytest.raises(FileError, match="no story is called"):
        Library(elsewhere).find(str(elsewhere))


def test_help_is_there_for_the_united_kingdom_and_at_least_nine_other_nations(library):
    assert len(library.help().nations()) >= 10


def test_a_play_is_kept_and_resumed(library):
    story = first_story(library)
    session = Session(story)
    assert library.resume(story) is None
    session.send(Pick(session.moment.choices[0].id))

    library.keep(session)
    resumed = library.resume(story)

    assert resumed is not None
    assert resumed.change is Change.NONE
    assert resumed.session.state == session.state


def test_the_home_page_knows_which_stories_were_begun(library):
    assert library.kept() == frozenset()

    library.keep(Session(first_story(library)))

    assert library.kept() == {first_story(library).id}


def test_a_kept_play_is_readable_text(library):
    session = Session(first_story(library))
    library.keep(session)
    (path,) = (library.settings_dir / "plays").iterdir()

    assert json.loads(path.read_text(encoding="utf-8"))["journal"] == []


def test_forgetting_deletes_a_play_and_is_no_trouble_twice(library):
    story = first_story(library)
    library.keep(Session(story))

    library.forget(story.id)
    library.forget(story.id)

    assert library.resume(story) is None


def test_a_play_that_cannot_be_deleted_is_no_trouble(library):
    story = first_story(library)
    path = library.settings_dir / "plays" / f"{story.id}.json"
    # A folder of that name is something that nobody can unlink.
    path.mkdir(parents=True)

    library.forget(story.id)
    library.forget_all()

    assert path.is_dir()


def test_forgetting_all_leaves_nothing(library):
    for card in library.stories():
        library.keep(Session(library.load(card.id)))

    library.forget_all()
    library.forget_all()

    assert list((library.settings_dir / "plays").iterdir()) == []


@pytest.mark.parametrize("text", ["", "{", "[1]", '"x"', "[" * 100_000, "\x00"])
def test_a_broken_save_starts_the_story_again_and_says_so(library, text):
    story = first_story(library)
    library.keep(Session(story))
    (path,) = (library.settings_dir / "plays").iterdir()
    path.write_text(text, encoding="utf-8")

    resumed = library.resume(story)

    assert resumed is not None
    assert resumed.change is Change.UNREADABLE


def test_a_machine_that_cannot_keep_a_play_plays_on(tmp_path):
    (tmp_path / "kept").write_text("a file where the folder would be")
    library = Library(settings_dir=tmp_path / "kept")

    library.keep(Session(first_story(library)))

    assert (tmp_path / "kept").read_text() == "a file where the folder would be"


def test_writing_replaces_the_whole_file_and_leaves_nothing_beside_it(tmp_path):
    path = tmp_path / "new" / "a.txt"
    write_whole(path, "one\n")
    write_whole(path, "two\n")

    assert path.read_bytes() == b"two\n"
    assert list(path.parent.iterdir()) == [path]


def test_writing_clears_away_what_a_killed_writing_left(tmp_path):
    path = tmp_path / "a[1].txt"
    other = tmp_path / ".b.txt.abc.part"
    for left in (tmp_path / ".a[1].txt.abc.part", other):
        left.write_text("hal", encoding="utf-8")

    write_whole(path, "whole\n")

    assert sorted(tmp_path.iterdir()) == [other, path]


def test_forgetting_also_forgets_what_a_killed_writing_left(library):
    plays = library.settings_dir / "plays"
    plays.mkdir(parents=True)
    (plays / ".the-story.json.abc.part").write_text("{", encoding="utf-8")

    library.forget_all()

    assert list(plays.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_writing_keeps_the_permissions_of_a_file_and_what_a_link_leads_to(tmp_path):
    path, link = tmp_path / "a.txt", tmp_path / "link"
    path.write_text("one\n", encoding="utf-8")
    path.chmod(0o644)
    link.symlink_to(path)
    before = path.stat().st_mode

    write_whole(link, "two\n")

    assert link.is_symlink()
    assert path.read_text(encoding="utf-8") == "two\n"
    assert path.stat().st_mode == before


def test_writing_that_fails_leaves_what_was_there(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    write_whole(path, "one\n")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, "two\n")

    assert path.read_text() == "one\n"
    assert list(tmp_path.iterdir()) == [path]


def test_shared_pieces_are_not_stories(library):
    assert not any("_shared" in path.parts for path in story_files(library.scenarios))


def test_a_place_without_anything_is_said_so(tmp_path):
    with pytest.raises(FileError, match="there is no file or folder"):
        story_files(tmp_path / "nowhere")


def test_a_file_that_cannot_be_opened_is_said_so(tmp_path):
    with pytest.raises(FileError, match=r"cannot be opened: Is a directory|Permission"):
        read_story(tmp_path)


def test_a_path_longer_than_any_is_said_so(tmp_path):
    with pytest.raises(FileError, match="there is no file or folder"):
        story_files(tmp_path / ("a" * 300))


def test_a_limit_larger_than_memory_is_fine(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("title: A\n", encoding="utf-8")

    assert read_story(path, max_size=10**30).text == "title: A\n"


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("title: " + "a" * 100, encoding="utf-8")

    with pytest.raises(StoryError) as refused:
        read_story(path, max_size=50)

    (problem,) = refused.value.problems
    assert problem.rule == "too-large"
    assert problem.message == "the file has 107 bytes, more than 4.76837e-05 MiB"


@pytest.mark.parametrize(
    "name", ["../secret", "a/b", "..", ".", "", "no-such", "a" * 300]
)
def test_a_piece_is_only_looked_for_among_the_shared_ones(tmp_path, name):
    (tmp_path / "one").mkdir()
    (tmp_path / "_shared").mkdir()
    (tmp_path / "secret.yaml").write_text("piece: x")
    path = tmp_path / "one" / "story.yaml"
    path.write_text("title: A")

    assert not isinstance(read_story(path).pieces(name), PieceText)


def test_where_a_missing_piece_was_looked_for_is_said(tmp_path, monkeypatch):
    (tmp_path / "one").mkdir()
    path = tmp_path / "one" / "story.yaml"
    path.write_text("title: A")
    monkeypatch.chdir(tmp_path)

    assert read_story(path).pieces("listens") == NoPiece("_shared/listens.yaml")


def test_a_file_is_named_as_seen_from_here(tmp_path, monkeypatch):
    (tmp_path / "one").mkdir()
    path = tmp_path / "one" / "story.yaml"
    path.write_text("title: A")
    monkeypatch.chdir(tmp_path)

    source = read_story(path)

    assert (source.file, source.story_id) == ("one/story.yaml", "one")
    with pytest.raises(StoryError, match=r"^one/story\.yaml:1:1: "):
        parse(source.text, source.file)


def test_drawings_are_known_by_their_names(library):
    assert {"blank", "sam", "mum"} <= picture_names(library.pictures)


def test_a_play_that_cannot_be_read_is_set_aside_and_not_written_over(library):
    story = first_story(library)
    kept = library.settings_dir / "plays" / f"{story.id}.json"
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text('{"format": 99, "of": "a newer game"}', encoding="utf-8")

    resumed = library.resume(story)
    library.keep(resumed.session)

    aside = kept.with_name(f"{kept.name}.aside")
    assert resumed.change is Change.UNREADABLE
    assert "a newer game" in aside.read_text(encoding="utf-8")
    assert [file.name for file in library.kept_files()] == [
        f"plays/{story.id}.json",
        f"plays/{story.id}.json.aside",
    ]
    library.forget_all()
    assert library.kept_files() == ()


def test_every_kept_file_is_named_with_the_story_it_is_of(library):
    story = first_story(library)
    library.keep(Session(story))

    (kept,) = library.kept_files()

    assert (kept.name, kept.story) == (f"plays/{story.id}.json", story.title)
    assert kept.path.is_file()
