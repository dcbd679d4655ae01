"""What life is like in each neighbourhood: how many live there, how hard it is, how that changed over the years.

The belt of old workers' houses round the centre is dense and poor, the outskirts are wide and rich, with a few
estates and an old harbour between them. A larger city repeats the neighbourhoods of the small one.
"""

from dataclasses import dataclass
from random import Random

from jos.demo.areas import Areas, chance_for

SQUARE_KILOMETRE = 1_000_000  # square metres
FEWEST = 200  # inhabitants
OTHERWISE = 0.16  # how far one side of life may be better or worse than the other

# From the centre outwards: inhabitants per square kilometre, and how hard life is (0: not at all, 1: very).
KINDS = (
    *((9_000, 0.62), (9_500, 0.70), (6_000, 0.30), (6_500, 0.45), (5_200, 0.66)),
    *((9_800, 0.88), (9_200, 0.81), (8_200, 0.93), (7_400, 0.78), (5_200, 0.54)),
    *((4_100, 0.74), (1_500, 0.36), (1_900, 0.24), (2_300, 0.58), (3_000, 0.72)),
    *((1_100, 0.20), (2_000, 0.27), (2_600, 0.84), (1_700, 0.18), (1_600, 0.31)),
    *((1_500, 0.22), (900, 0.10), (1_200, 0.48), (700, 0.60), (40, 0.50)),
)


@dataclass(frozen=True)
class Life:
    """One neighbourhood, as its figures tell of it."""

    number: int  # from the centre outwards
    inhabitants: float  # in the last year
    hardship: float
    play_space: float  # in square metres
    at_school: float  # the same, where it shows at school,
    in_the_head: float  # and in who looks for help
    chance: Random

    @property
    def kind(self) -> int:
        """Which of the neighbourhoods of the small city it is like."""
        return self.number % len(KINDS)

    def inhabitants_of(self, years_ago: float) -> float:
        """Where life is hard families come to live; the rich outskirts grow old."""
        growth = 0.026 * (self.hardship - 0.3)
        return self.inhabitants / (1 + growth) ** years_ago

    def young_of(self, years_ago: float) -> float:
        return self.inhabitants_of(years_ago) * (0.19 + 0.09 * self.hardship)

    def about(self, value: float, spread: float = 0.015) -> float:
        """Nothing is exactly as one would expect."""
        return value * self.chance.gauss(1, spread)


def lives(areas: Areas) -> list[Life]:
    return [_life(number, ground.polygon.area) for number, ground in enumerate(areas.grounds)]


def _life(number: int, surface: float) -> Life:
    density, hardship = KINDS[number % len(KINDS)]
    chance = chance_for(f"figures {number}")
    inhabitants = max(FEWEST, density * surface / SQUARE_KILOMETRE * chance.uniform(0.94, 1.06))
    at_school, in_the_head, outside = (
        min(1.0, max(0.02, hardship + chance.uniform(-OTHERWISE, OTHERWISE))) for _side in range(3)
    )
    play_space = inhabitants * (2.5 + 19 * (1 - outside) ** 1.6)
    return Life(number, inhabitants, hardship, play_space, at_school, in_the_head, chance)
