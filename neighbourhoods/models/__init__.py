from neighbourhoods.models.areas import MovementCircle, Neighbourhood, NeighbourhoodCode
from neighbourhoods.models.decisions import DecisionComment, PriorityDecision
from neighbourhoods.models.statistics import DataSet, Statistic, StatisticValue
from neighbourhoods.models.weighings import Weighing, WeighingItem, WeighingVersion

__all__ = [
    "DataSet",
    "DecisionComment",
    "MovementCircle",
    "Neighbourhood",
    "NeighbourhoodCode",
    "PriorityDecision",
    "Statistic",
    "StatisticValue",
    "Weighing",
    "WeighingItem",
    "WeighingVersion",
]
