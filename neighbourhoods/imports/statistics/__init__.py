"""Imports figures: values per neighbourhood and period, from tables as cities and provinces publish them.

`grids` reads any file as a table, `proposals` guesses what its columns are, `choices` keeps what staff make of that,
`reading` takes the values, `areas` knows whose they are, `combining` and `converting` bring them to today's
neighbourhoods, `planning` compares with what the portal has, and writes.
"""
