"""The least a database must do for pages about covenants: the same question as one SQL query, written by hand."""

NOTHING = "SELECT 1"  # a page that says the same to everybody
WITH_PARTIES = """LEFT JOIN organisations_organisation o ON o.id = c.organisation_id
    LEFT JOIN organisations_partnership p ON p.id = c.partnership_id"""
PARTIES = f"covenants_covenant c {WITH_PARTIES}"
OPEN = "c.state IN ('DRAFTING', 'OFFERED') OR c.state = 'SIGNED' AND c.valid_until >= %(at)s"
# The first page, and how many there are in all.
COVENANTS = f"""SELECT c.*, o.name, p.name, (SELECT COUNT(*) FROM covenants_covenant c WHERE {OPEN}) FROM {PARTIES}
    WHERE {OPEN} ORDER BY c.state DESC, c.valid_until, c.id LIMIT 30"""  # noqa: S608 (constants)
FOUND = f"SELECT c.*, o.name, p.name FROM {PARTIES} WHERE LOWER(c.title) LIKE '%%vaart%%'"  # noqa: S608
OF_ONE = f"SELECT c.*, o.name, p.name FROM {PARTIES} WHERE c.organisation_id = %(organisation)s"  # noqa: S608

# All parts of a text are rows of their own: one of them is the largest.
TEXT = """SELECT c.*, i.* FROM covenants_covenant c LEFT JOIN covenants_indicator i ON i.covenant_id = c.id
    WHERE c.id = %(covenant)s"""
DRAFT = TEXT.replace("%(covenant)s", "%(drafted)s")
OFFERED = TEXT.replace("%(covenant)s", "%(offered)s")
BOTH_TEXTS = """SELECT i.* FROM covenants_covenant c JOIN covenants_indicator i ON i.covenant_id IN (c.id, c.amends_id)
    WHERE c.id = %(amendment)s"""
HOURS = "SELECT * FROM covenants_agreedhours WHERE covenant_id = %(drafted)s"
BUDGET = "SELECT * FROM covenants_budgetline WHERE covenant_id = %(drafted)s"
STORY = "SELECT * FROM covenants_historicalindicator WHERE covenant_id = %(covenant)s"
DOCUMENT = "SELECT pdf FROM covenants_document WHERE id = %(document)s"
BLUEPRINTS = """SELECT b.*, (SELECT COUNT(*) FROM covenants_indicator i WHERE i.blueprint_id = b.id)
    FROM covenants_blueprint b ORDER BY b.function, b.kind, b.position"""
PROMISED = f"""FROM covenants_commitment m JOIN covenants_covenant c ON c.id = m.covenant_id {WITH_PARTIES}
    LEFT JOIN covenants_reportingperiod r ON r.id = m.agreed_in_id
    WHERE c.state = 'SIGNED' AND c.amends_id IS NULL AND m.dropped_on IS NULL
    AND (m.agreed_in_id IS NULL OR r.settled_on IS NOT NULL)"""
LATE = "m.state IN ('OPEN', 'UNDER_WAY') AND m.due_on < %(at)s"
COMMITMENTS = f"""SELECT m.*, c.title, o.name, p.name, (SELECT COUNT(*) {PROMISED}) {PROMISED}
    ORDER BY CASE WHEN {LATE} THEN 0 ELSE 1 END, m.due_on, m.id LIMIT 40"""

TO_REPORT = """SELECT i.* FROM covenants_reportingperiod r JOIN covenants_indicator i ON i.covenant_id = r.covenant_id
    WHERE r.id = %(due)s"""
REPORTED = """SELECT t.*, m.* FROM covenants_report t LEFT JOIN covenants_measurement m ON m.report_id = t.id
    WHERE t.period_id = %(reported)s"""
TALKED = """SELECT t.*, f.* FROM covenants_report t LEFT JOIN covenants_reflection f ON f.report_id = t.id
    WHERE t.period_id = %(reported)s"""
ONE_PERIOD = "SELECT * FROM covenants_reportingperiod WHERE id = %(due)s"
STORIES = """SELECT s.*, h.panel, h.why FROM covenants_story s JOIN covenants_report t ON t.id = s.report_id
    LEFT JOIN covenants_storychoice h ON h.story_id = s.id WHERE t.submitted_at IS NOT NULL LIMIT 40"""
ONE_STORY = """SELECT s.*, h.panel, h.why FROM covenants_story s
    LEFT JOIN covenants_storychoice h ON h.story_id = s.id WHERE s.id = %(told)s"""
RATINGS = """SELECT g.aspect, g.score, COUNT(*) FROM covenants_cityrating g GROUP BY g.aspect, g.score"""
MIRRORS = "SELECT * FROM covenants_staffmirror"

# What was said of every indicator of the covenants that run; over the years there is one sum for each.
SAID = """SELECT i.blueprint_id, r.ends_on, SUM(m.value), COUNT(m.value)
    FROM covenants_measurement m JOIN covenants_indicator i ON i.id = m.indicator_id
    JOIN covenants_report t ON t.id = m.report_id JOIN covenants_reportingperiod r ON r.id = t.period_id
    WHERE t.submitted_at IS NOT NULL AND m.neighbourhood_id {where} AND m.age_group = ''
    GROUP BY i.blueprint_id, r.ends_on"""
FIGURES = SAID.format(where="IS NULL")
FIGURES_OF_ONE = FIGURES.replace("GROUP BY", "AND i.function = 'FREE_TIME' GROUP BY")
FIGURES_HERE = SAID.format(where="= %(neighbourhood)s")
RESULTS = """SELECT m.* FROM covenants_measurement m JOIN covenants_indicator i ON i.id = m.indicator_id
    WHERE i.covenant_id = %(followed)s"""
AGREED = """SELECT c.organisation_id, c.partnership_id, h.neighbourhood_id, h.function, SUM(h.hours_per_week)
    FROM covenants_agreedhours h JOIN covenants_covenant c ON c.id = h.covenant_id
    WHERE c.state = 'SIGNED' AND c.amends_id IS NULL AND c.valid_from <= %(at)s AND c.valid_until >= %(at)s
    GROUP BY c.organisation_id, c.partnership_id, h.neighbourhood_id, h.function"""
AGREED_HERE = AGREED.replace(
    "GROUP BY", "AND (h.neighbourhood_id IS NULL OR h.neighbourhood_id = %(neighbourhood)s) GROUP BY"
)
MONEY = """SELECT b.covenant_id, b.function, SUM(b.amount) FROM covenants_budgetline b
    JOIN covenants_covenant c ON c.id = b.covenant_id WHERE c.state = 'SIGNED' AND c.amends_id IS NULL
    AND b.year = CAST(SUBSTR(CAST(%(at)s AS VARCHAR(10)), 1, 4) AS INTEGER)
    GROUP BY b.covenant_id, b.function"""
