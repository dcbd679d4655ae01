"""What the flower shows of an area. Pages, the saved map and the printed sheet draw it, each in its own way."""

from organisations.coverage import AreaCoverage, FunctionCoverage, Status


def petal(covered: FunctionCoverage) -> str:
    if not covered.covered:
        return "missing"
    return "hatched" if covered.unconfirmed_only else "full"


def has_heart(area: AreaCoverage) -> bool:
    """One organisation or partnership has all four (R2)."""
    return area.status == Status.WHOLE


def ring(area: AreaCoverage) -> str:
    """Around what has priority; red where the norm is not met (R4, R6), dashed where that is no priority."""
    if area.norm_met:
        return "ring" if area.priority else ""
    return "alarm" if area.priority else "alarm-dashed"
