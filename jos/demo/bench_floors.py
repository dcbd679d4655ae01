"""The least a database must do for each page: the same question as one SQL query, written by hand.

A floor reads only what its page is about. No page can be faster than its floor.
"""

# An offer that counts today (R4): published, in its period, of an active organisation.
COUNTING = """
    o.status = 'PUBLISHED'
    AND (o.valid_from IS NULL OR o.valid_from <= %(at)s) AND (o.valid_until IS NULL OR o.valid_until >= %(at)s)
    AND (g.valid_from IS NULL OR g.valid_from <= %(at)s) AND (g.valid_until IS NULL OR g.valid_until >= %(at)s)
"""
OFFERS = "organisations_offer o JOIN organisations_organisation g ON g.id = o.organisation_id"
FUNCTIONS = "organisations_offerfunction f ON f.offer_id = o.id"
REACH = "organisations_offerneighbourhood r ON r.offer_id = o.id"

# Which neighbourhood has how much of which function, by how many.
COVERAGE = f"""
    SELECT r.neighbourhood_id, f.function, SUM(f.hours_per_week),
        COUNT(DISTINCT o.id), COUNT(DISTINCT o.organisation_id)
    FROM {OFFERS} JOIN {FUNCTIONS} JOIN {REACH} WHERE {COUNTING} %(more)s
    GROUP BY r.neighbourhood_id, f.function
"""  # noqa: S608 (constants)
AGES_12_TO_15 = "AND (o.age_min IS NULL OR o.age_min <= 15) AND (o.age_max IS NULL OR o.age_max >= 12)"
WORK_IN = f"""
    SELECT o.id, o.title, g.name, o.work_form, f.function, f.hours_per_week
    FROM {OFFERS} JOIN {FUNCTIONS} JOIN {REACH} WHERE {COUNTING} AND r.neighbourhood_id %(where)s
"""  # noqa: S608
WORK_OF = f"""
    SELECT o.id, o.title, o.status, o.confirmed_on, f.function, f.hours_per_week
    FROM {OFFERS} JOIN {FUNCTIONS} WHERE o.organisation_id = %(organisation)s
"""  # noqa: S608
IN_CIRCLE = """IN (
    SELECT neighbourhood_id FROM neighbourhoods_movementcircle_neighbourhoods WHERE movementcircle_id = %(circle)s)"""
SILENT = f"""
    SELECT g.id, g.name, COUNT(*) FROM {OFFERS}
    WHERE o.status = 'PUBLISHED' AND (o.valid_until IS NULL OR o.valid_until >= %(at)s)
    AND (g.confirms_every = 3 AND o.confirmed_on < %(quarter_ago)s
      OR g.confirms_every = 6 AND o.confirmed_on < %(half_year_ago)s
      OR g.confirms_every = 12 AND o.confirmed_on < %(year_ago)s)
    GROUP BY g.id, g.name
"""  # noqa: S608


def floor(query: str, **parts: str) -> str:
    for name, part in parts.items():
        query = query.replace(f"%({name})s", part)
    return query


ALL_COVERAGE = floor(COVERAGE, more="")
ONE_NEIGHBOURHOOD = floor(WORK_IN, where="= %(neighbourhood)s")
FIRST_ORGANISATIONS = "SELECT * FROM organisations_organisation ORDER BY name, id LIMIT 30"
FIRST_OFFERS = f"SELECT o.*, g.name FROM {OFFERS} WHERE {COUNTING} ORDER BY o.title, o.id LIMIT 24"  # noqa: S608
ONE_OFFER = f"SELECT o.*, g.*, f.* FROM {OFFERS} JOIN {FUNCTIONS} WHERE o.id = %(offer)s"  # noqa: S608
STORY = "SELECT * FROM organisations_historicaloffer WHERE id = %(offer)s"
PARTNERSHIPS = """SELECT p.id, p.name, COUNT(m.id) FROM organisations_partnership p
    LEFT JOIN organisations_partnershipmember m ON m.partnership_id = p.id GROUP BY p.id, p.name ORDER BY p.name"""
# The same on a day some months ago, for what changed since.
ALL_COVERAGE_TWICE = f"{ALL_COVERAGE} UNION ALL {ALL_COVERAGE.replace('%(at)s', '%(quarter_ago)s')}"
FOR_TEENAGERS = floor(COVERAGE, more=AGES_12_TO_15)
IN_A_CIRCLE = floor(WORK_IN, where=IN_CIRCLE)
BORDERS = "SELECT id, name, path, label_x, label_y FROM neighbourhoods_neighbourhood"
NEAR = f"""
    SELECT o.id, o.title, g.name, p.latitude, p.longitude, m.weekday, m.starts_at, m.ends_at
    FROM {OFFERS} JOIN {REACH} LEFT JOIN organisations_place p ON p.id = o.place_id
    LEFT JOIN organisations_offermoment m ON m.offer_id = o.id
    WHERE {COUNTING} AND o.audience = 'PUBLIC' AND r.neighbourhood_id = %(neighbourhood)s
"""  # noqa: S608
MOMENTS = "SELECT weekday, starts_at, ends_at FROM organisations_offermoment WHERE offer_id = %(offer)s"
ALL_NAMES = "SELECT id, name, website FROM organisations_organisation WHERE merged_into_id IS NULL"
BOTH = f"SELECT g.*, o.id, o.title FROM {OFFERS} WHERE g.id IN (%(one)s, %(twin)s)"  # noqa: S608
STORY_OF_ORGANISATION = "SELECT * FROM organisations_historicalorganisation WHERE id = %(organisation)s"
MEMBERS = """SELECT u.name, m.role FROM organisations_membership m JOIN accounts_user u ON u.id = m.user_id
    WHERE m.organisation_id = %(organisation)s"""
PEOPLE = "SELECT id, name, role FROM accounts_user ORDER BY role DESC, name LIMIT 50"
IMPORTS = "SELECT id, name, created_at FROM shared_fileimport ORDER BY id DESC LIMIT 50"

# Figures. A derived one asks for the values of what it follows from.
VALUES = """SELECT v.statistic_id, v.neighbourhood_id, v.period, v.value, v.missing, v.is_converted
    FROM neighbourhoods_statisticvalue v"""
# How the city went: without knowing what is hidden, a sum is all there is to ask.
FIGURES = """SELECT v.statistic_id, v.period, SUM(v.value), COUNT(v.value)
    FROM neighbourhoods_statisticvalue v GROUP BY v.statistic_id, v.period"""
ONE_FIGURE = f"""{VALUES} JOIN neighbourhoods_statistic s ON v.statistic_id IN (s.id, s.part_id, s.whole_id)
    WHERE s.id = %(statistic)s"""
FIGURES_HERE = VALUES  # beside the city's value, which follows from that of all
DATA_SETS = """SELECT d.*, COUNT(s.id) FROM neighbourhoods_dataset d
    LEFT JOIN neighbourhoods_statistic s ON s.data_set_id = d.id GROUP BY d.id"""
DATA_SET = """SELECT s.id, v.period, v.missing, v.is_converted, COUNT(*) FROM neighbourhoods_statistic s
    JOIN neighbourhoods_statisticvalue v ON v.statistic_id = s.id WHERE s.data_set_id = %(data_set)s
    GROUP BY s.id, v.period, v.missing, v.is_converted"""
WEIGHINGS = "SELECT * FROM neighbourhoods_weighing w JOIN neighbourhoods_weighingversion v ON v.weighing_id = w.id"
WEIGHED = """SELECT p.id FROM neighbourhoods_weighing w
    JOIN neighbourhoods_weighingversion ver ON ver.weighing_id = w.id
    JOIN neighbourhoods_weighingitem i ON i.version_id = ver.id
    JOIN neighbourhoods_statistic s ON s.id = i.statistic_id
    JOIN neighbourhoods_statistic p ON p.id IN (s.id, s.part_id, s.whole_id, s.weighted_by_id)
    WHERE w.id = %(weighing)s"""
LAST = "SELECT statistic_id, MAX(period) AS period FROM neighbourhoods_statisticvalue GROUP BY statistic_id"
WEIGHING = f"""{VALUES} JOIN ({LAST}) l ON l.statistic_id = v.statistic_id AND l.period = v.period
    WHERE v.statistic_id IN ({WEIGHED})"""
# The hours stand in another table than the figures: the larger of the two is the floor.
NEED = WEIGHING
DECISIONS = "SELECT * FROM neighbourhoods_prioritydecision ORDER BY valid_from DESC, id"
PUBLISHED = "SELECT * FROM neighbourhoods_prioritydecision WHERE published_on <= %(at)s ORDER BY valid_from DESC, id"
ONE_DECISION = "SELECT * FROM neighbourhoods_prioritydecision WHERE id = %(published)s"
DECISION = """SELECT p.*, c.* FROM neighbourhoods_prioritydecision p
    LEFT JOIN neighbourhoods_decisioncomment c ON c.decision_id = p.id WHERE p.id = %(decision)s"""
NOTHING = "SELECT 1"  # a page that says the same to everybody
