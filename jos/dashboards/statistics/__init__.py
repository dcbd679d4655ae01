"""Figures as pages show them: a statistic over the neighbourhoods, and a neighbourhood over the statistics."""
