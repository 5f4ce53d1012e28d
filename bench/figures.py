"""What a run measured: each figure is ours beside a peer's, round by round.

Knows nothing of how it was measured.
"""

import statistics
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """What must be reached: a bound for our median, or for the median ratio."""

    bound: float
    of_ratio: bool = False
    at_least: bool = False

    def met(self, ours: float, ratio: float) -> bool:
        """Tell whether the medians *ours* and *ratio* keep the bound."""
        value = ratio if self.of_ratio else ours
        return value >= self.bound if self.at_least else value <= self.bound

    def __str__(self) -> str:
        sign = "≥" if self.at_least else "≤"
        return f"{sign} {self.bound:g}{' times' if self.of_ratio else ''}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: ours and a peer's, measured by turns.

    ``ours[n]`` and ``theirs[n]`` were measured one right after the other, so that
    what else the machine was doing weighs on both.
    """

    name: str
    unit: str
    ours: tuple[float, ...]
    peer: str
    theirs: tuple[float, ...]
    target: Target | None = None

    def __post_init__(self) -> None:
        if not self.ours or len(self.ours) != len(self.theirs):
            raise ValueError(f"{self.name}: {len(self.ours)}, {len(self.theirs)} runs")

    @property
    def ratios(self) -> tuple[float, ...]:
        """Ours to theirs, for each round; 1 is as much as the peer."""
        return tuple(
            our / their if their else float("inf")
            for our, their in zip(self.ours, self.theirs, strict=True)
        )

    @property
    def ratio(self) -> float:
        """The median of the ratios of the rounds."""
        return statistics.median(self.ratios)

    @property
    def met(self) -> bool | None:
        """Whether the target is reached, None where there is none."""
        if self.target is None:
            return None
        return self.target.met(statistics.median(self.ours), self.ratio)

    def as_json(self) -> dict[str, object]:
        """Return everything that was measured and what follows from it."""
        return {
            **asdict(self),
            "target": str(self.target) if self.target else None,
            "median": statistics.median(self.ours),
            "peer_median": statistics.median(self.theirs),
            "ratios": self.ratios,
            "ratio": self.ratio,
            "met": self.met,
        }


_HEAD: tuple[str, ...] = (
    "figure",
    "ours",
    "peer",
    "peer's",
    "ours : peer's",
    "rounds, from … to",
    "target",
    "met",
)


def table(figures: tuple[Figure, ...]) -> str:
    """Return the figures as a Markdown table: medians, and the range of the rounds."""
    rows = [_HEAD, *map(_row, figures)]
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    rows.insert(1, tuple("-" * width for width in widths))
    return "\n".join(
        "| "
        + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        + " |"
        for row in rows
    )


def _row(figure: Figure) -> tuple[str, ...]:
    met = {None: "", True: "yes", False: "NO"}[figure.met]
    ratios = figure.ratios
    return (
        figure.name,
        f"{_short(statistics.median(figure.ours))} {figure.unit}",
        figure.peer,
        f"{_short(statistics.median(figure.theirs))} {figure.unit}",
        f"{figure.ratio:.2f}",
        f"{len(ratios)}, {min(ratios):.2f} … {max(ratios):.2f}",
        str(figure.target) if figure.target else "",
        met,
    )


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"  # noqa: PLR2004
