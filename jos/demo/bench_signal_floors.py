"""The least a database must do for pages about signals: the same question as one SQL query, written by hand."""

NOTHING = "SELECT 1"  # a page that says the same to everybody
NAMES = "SELECT id, name, slug FROM neighbourhoods_neighbourhood"
ONE_THEME = "SELECT id, name, names FROM signals_theme WHERE slug = 'places'"

# What is sent is kept: one row.
KEEP = """
    INSERT INTO signals_signal (reference, code_hash, kind, source, text, language, age_band, mentions_danger, state,
        reply, is_redacted, received_at, did_it_change, version)
    SELECT CAST(50000000 + MAX(id) AS VARCHAR(8)), '', 'CONCERN', 'YOUNG_PERSON', 'Er is nergens een bank.',
        'nl', '12-15', FALSE, 'RECEIVED', '', FALSE, CURRENT_TIMESTAMP, '', 1 FROM signals_signal
    RETURNING id
"""
ONE = "FROM signals_signal s LEFT JOIN signals_message m ON m.signal_id = s.id"
FOLLOWED = f"""SELECT s.*, m.*, d.answer {ONE} LEFT JOIN signals_dossier d ON d.id = s.dossier_id
    WHERE s.reference = (SELECT reference FROM signals_signal WHERE id = %(signal)s)"""  # noqa: S608 (constants)
ONE_SIGNAL = f"SELECT s.*, m.* {ONE} WHERE s.id = %(signal)s"
STORY = "SELECT * FROM signals_historicalsignal WHERE id = %(signal)s"
WAITING = "s.state IN ('RECEIVED', 'QUESTION_ASKED')"
NAMED = """FROM signals_signal s LEFT JOIN neighbourhoods_neighbourhood n ON n.id = s.neighbourhood_id
    LEFT JOIN signals_theme t ON t.id = s.theme_id"""
# The first page, and how many there are in all.
INBOX = f"""SELECT s.*, n.name, t.name, (SELECT COUNT(*) FROM signals_signal s WHERE {WAITING}) {NAMED}
    WHERE {WAITING} ORDER BY s.mentions_danger DESC, s.received_at, s.id LIMIT 30"""  # noqa: S608
FOUND = f"""SELECT s.*, n.name, t.name {NAMED} WHERE {WAITING} AND LOWER(s.text) LIKE '%%licht%%'
    ORDER BY s.mentions_danger DESC, s.received_at, s.id LIMIT 30"""
REPLIES = "SELECT * FROM signals_standardreply ORDER BY kind, title"

VOICES = "SELECT dossier_id, COUNT(*) AS voices FROM signals_signal WHERE dossier_id IS NOT NULL GROUP BY dossier_id"
FIRST = "SELECT id FROM signals_dossier WHERE state <> 'CLOSED' ORDER BY due_on, id LIMIT 30"
DOSSIERS = f"""SELECT d.*, (SELECT COUNT(*) FROM signals_signal s WHERE s.dossier_id = d.id)
    FROM signals_dossier d WHERE d.id IN (SELECT id FROM ({FIRST}) f)"""  # noqa: S608
DOSSIER = """SELECT d.*, a.*, (SELECT COUNT(*) FROM signals_signal s WHERE s.dossier_id = d.id)
    FROM signals_dossier d LEFT JOIN signals_dossieraction a ON a.dossier_id = d.id WHERE d.id = %(dossier)s"""
ROUNDS = "SELECT r.*, (SELECT COUNT(*) FROM signals_candidate c WHERE c.round_id = r.id) FROM signals_round r"
ROUND = """SELECT c.id, c.is_chosen, SUM(p.points), COUNT(p.id) FROM signals_candidate c
    LEFT JOIN signals_spread p ON p.candidate_id = c.id WHERE c.round_id = %(round)s GROUP BY c.id, c.is_chosen"""
CANDIDATES = """SELECT c.id, d.title, d.pattern FROM signals_candidate c
    JOIN signals_dossier d ON d.id = c.dossier_id WHERE c.round_id = %(open_round)s"""
PASSED_ON = """SELECT s.*, v.* FROM signals_groupvoice v JOIN signals_signal s ON s.id = v.signal_id
    WHERE v.organisation_id = %(organisation)s ORDER BY s.received_at DESC LIMIT 30"""
ONE_PASSED_ON = """SELECT s.*, v.* FROM signals_groupvoice v JOIN signals_signal s ON s.id = v.signal_id
    WHERE s.id = %(passed_on)s"""

PUBLIC = "d.published_on <= %(at)s AND d.merged_into_id IS NULL"
CHANGED = "SELECT did_it_change, COUNT(*) FROM signals_signal WHERE dossier_id = %(dossier)s GROUP BY did_it_change"
SAID = f"SELECT d.* FROM signals_dossier d WHERE {PUBLIC} ORDER BY d.published_on DESC LIMIT 30"  # noqa: S608
SAID_HERE = f"""SELECT d.* FROM signals_dossier d LEFT JOIN signals_dossier_neighbourhoods n ON n.dossier_id = d.id
    WHERE {PUBLIC} AND (n.neighbourhood_id = %(neighbourhood)s OR n.id IS NULL)
    ORDER BY d.published_on DESC LIMIT 30"""  # noqa: S608
ONE_SAID = CHANGED

# Counted last night, and what came since.
COUNTED = "SELECT * FROM signals_tally WHERE of IN ('city', 'area', 'theme')"
LOOP = """SELECT d.state, n.neighbourhood_id, COUNT(*) FROM signals_dossier d
    LEFT JOIN signals_dossier_neighbourhoods n ON n.dossier_id = d.id GROUP BY d.state, n.neighbourhood_id"""
