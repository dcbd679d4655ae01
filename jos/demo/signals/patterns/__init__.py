"""Sixty patterns, by what they are about."""

from jos.demo.signals.patterns.free_time import FREE_TIME
from jos.demo.signals.patterns.green import GREEN
from jos.demo.signals.patterns.living import LIVING
from jos.demo.signals.patterns.online import ONLINE
from jos.demo.signals.patterns.places import PLACES
from jos.demo.signals.patterns.safety import SAFETY
from jos.demo.signals.patterns.school import SCHOOL
from jos.demo.signals.patterns.transport import TRANSPORT
from jos.demo.signals.patterns.wellbeing import WELLBEING

PATTERNS = (*PLACES, *FREE_TIME, *SCHOOL, *LIVING, *SAFETY, *WELLBEING, *TRANSPORT, *ONLINE, *GREEN)
