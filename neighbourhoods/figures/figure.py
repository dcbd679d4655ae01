"""One figure: a value, or why there is none."""

from dataclasses import dataclass

from neighbourhoods.enums import Missing


@dataclass(frozen=True, slots=True)
class Figure:
    """What is known of one area in one period: a value, or why there is none."""

    value: float | None = None
    missing: Missing | None = None
    is_converted: bool = False  # from older borders: an estimate

    @property
    def is_known(self) -> bool:
        return self.value is not None


UNKNOWN = Figure(missing=Missing.UNKNOWN)
TOO_FEW = Figure(missing=Missing.TOO_FEW)
Row = dict[int | None, Figure]  # by neighbourhood (its primary key); None: the city as a whole
