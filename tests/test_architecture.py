"""Which module may import which."""

from pathlib import Path

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

PROJECT = Path(__file__).parents[1] / "pyproject.toml"


def test_imports_keep_the_contracts(capsys):
    """Imports run down the layers, and the core imports nothing impure."""
    status = lint_imports(config_filename=str(PROJECT), no_cache=True)

    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out
