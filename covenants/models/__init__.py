from covenants.models.commitments import Commitment
from covenants.models.covenants import Covenant, CovenantMove
from covenants.models.documents import Document, Signature
from covenants.models.indicators import Blueprint, Indicator
from covenants.models.mirrors import StaffMirror
from covenants.models.parts import AgreedHours, Article, BudgetLine, Remark
from covenants.models.periods import CityRating, ReportingPeriod
from covenants.models.reports import Attachment, Measurement, Reflection, Report
from covenants.models.stories import Story, StoryChoice

__all__ = [
    "AgreedHours",
    "Article",
    "Attachment",
    "Blueprint",
    "BudgetLine",
    "CityRating",
    "Commitment",
    "Covenant",
    "CovenantMove",
    "Document",
    "Indicator",
    "Measurement",
    "Reflection",
    "Remark",
    "Report",
    "ReportingPeriod",
    "Signature",
    "StaffMirror",
    "Story",
    "StoryChoice",
]
