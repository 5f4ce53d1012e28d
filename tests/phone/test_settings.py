"""The settings are kept whole, and a broken file breaks nothing."""

import json

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from game.phone import settings
from game.phone.company import Company
from game.phone.look import Face, Spacing, Theme
from game.phone.pace import Pace
from game.phone.settings import Settings

CHOSEN = Settings(
    150,
    Face.LEXEND,
    letters=Spacing.WIDE,
    lines=Spacing.WIDER,
    theme=Theme.DARK,
    pace=Pace.ON_KEY,
    motion=False,
    sound=False,
    speech=True,
    scan=2000,
    projector=True,
    nation="wales",
    shared=False,
)


def test_what_is_kept_comes_back(tmp_path):
    folder = tmp_path / "not" / "there"

    assert settings.save(folder, CHOSEN)
    assert settings.load(folder) == CHOSEN


def test_the_file_can_be_read(tmp_path):
    settings.save(tmp_path, CHOSEN)

    assert json.loads((tmp_path / "settings.json").read_text(encoding="utf-8")) == {
        "text": 150,
        "face": "lexend",
        "letters": "wide",
        "lines": "wider",
        "theme": "dark",
        "pace": "on-key",
        "motion": False,
        "sound": False,
        "speech": True,
        "scan": 2000,
        "projector": True,
        "nation": "wales",
        "shared": False,
    }
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "{",
        "[]",
        "null",
        "\ufeff{}",
        '{"text": 5000}',
        '{"text": "150"}',
        '{"text": true, "motion": 1, "scan": 1, "theme": []}',
        "[" * 9999,
    ],
)
def test_a_broken_file_is_as_if_there_were_none(tmp_path, broken):
    (tmp_path / "settings.json").write_text(broken, encoding="utf-8")

    assert settings.load(tmp_path) == Settings()


def test_bytes_that_are_no_text_are_as_if_there_were_none(tmp_path):
    (tmp_path / "settings.json").write_bytes(b"\xff\xfe\x00")

    assert settings.load(tmp_path) == Settings()


def test_what_is_right_in_a_broken_file_counts(tmp_path):
    (tmp_path / "settings.json").write_text('{"text": 200, "pace": "mad", "motion": 3}')

    assert settings.load(tmp_path) == Settings(text=200)


@hypothesis_settings(deadline=None)
@given(
    st.dictionaries(
        st.sampled_from([*settings.OPTIONS, "nation"]),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
            max_leaves=4,
        ),
    )
)
def test_anything_that_json_can_hold_gives_settings(tmp_path_factory, kept):
    folder = tmp_path_factory.getbasetemp() / "any"
    folder.mkdir(exist_ok=True)
    (folder / "settings.json").write_text(json.dumps(kept), encoding="utf-8")

    assert isinstance(settings.load(folder), Settings)


def test_forgetting_removes_the_file_and_what_a_killed_save_left_of_it(tmp_path):
    settings.save(tmp_path, CHOSEN)
    (tmp_path / ".settings.json.abc.part").write_text("{", encoding="utf-8")

    settings.forget(tmp_path)
    settings.forget(tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path):
    (tmp_path / "file").write_text("in the way")

    assert not settings.save(tmp_path / "file", CHOSEN)


def test_with_whom_one_plays_is_not_kept(tmp_path):
    settings.save(tmp_path, Settings(company=Company.CLASS))

    assert "company" not in (tmp_path / "settings.json").read_text(encoding="utf-8")
    assert settings.load(tmp_path).company is Company.ALONE


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        (Settings(text=100), 100),
        (Settings(text=100, projector=True), 150),
        (Settings(text=200, projector=True), 200),
        (Settings(text=125, company=Company.CLASS), 150),
        (Settings(text=125, company=Company.SOMEONE), 125),
    ],
)
def test_text_is_large_where_many_look(chosen, shown):
    assert chosen.shown_text == shown
