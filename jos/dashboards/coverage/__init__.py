"""The coverage page: which neighbourhood lacks which function, as a table and on two maps.

`city.py` answers what `forms.py` asks; `city_map.py` draws it, by where `map_layout.py` says that everything stands.
"""
