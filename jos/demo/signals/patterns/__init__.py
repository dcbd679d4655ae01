"""Sixty patterns, by what they are about."""

from jos.demo.signals.patterns.places import PLACES

PATTERNS = (*PLACES,)
