import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import jos.shared.fields
import jos.shared.time
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("neighbourhoods", "0002_statistics_weighings_and_stages_of_decisions"),
        ("organisations", "0002_moments_and_mergers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Counter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=64, unique=True)),
                ("times", models.PositiveIntegerField(default=0)),
                ("until", models.DateTimeField()),
            ],
            options={
                "verbose_name": "counter",
                "verbose_name_plural": "counters",
            },
        ),
        migrations.CreateModel(
            name="DayKey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField(unique=True)),
                ("key", models.BinaryField(max_length=32)),
            ],
            options={
                "verbose_name": "key of a day",
                "verbose_name_plural": "keys of days",
            },
        ),
        migrations.CreateModel(
            name="StandardReply",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_with", models.UUIDField(editable=False, null=True, unique=True)),
                ("title", models.CharField(max_length=80, unique=True, verbose_name="title")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("QUESTION", "a question back"),
                            ("REFERRAL", "a referral"),
                            ("NOT_TAKEN_UP", "not taken up"),
                        ],
                        max_length=20,
                        verbose_name="for",
                    ),
                ),
                ("text", models.TextField(max_length=2000, verbose_name="text")),
            ],
            options={
                "verbose_name": "standard reply",
                "verbose_name_plural": "standard replies",
                "ordering": ["kind", "title"],
            },
        ),
        migrations.CreateModel(
            name="Dossier",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_with", models.UUIDField(editable=False, null=True, unique=True)),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                ("slug", models.SlugField(max_length=80, unique=True)),
                ("pattern", models.TextField(max_length=4000, verbose_name="what keeps coming back")),
                (
                    "functions",
                    jos.shared.fields.CodeListField(blank=True, default=list, verbose_name="functions concerned"),
                ),
                (
                    "cause",
                    models.CharField(
                        choices=[
                            ("UNKNOWN", "not known yet"),
                            ("RULE", "a rule"),
                            ("SHORTAGE", "a shortage"),
                            ("PRACTICE", "a practice"),
                        ],
                        default="UNKNOWN",
                        max_length=20,
                        verbose_name="cause",
                    ),
                ),
                ("cause_explained", models.TextField(blank=True, max_length=2000, verbose_name="what lies behind it")),
                ("strengths", models.TextField(blank=True, max_length=2000, verbose_name="what works already")),
                (
                    "is_high_priority",
                    models.BooleanField(default=False, verbose_name="high priority: somebody else verifies"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("OPEN", "open"),
                            ("PRIORITISED", "prioritised"),
                            ("PARKED", "parked"),
                            ("ASSIGNED", "assigned"),
                            ("IN_ACTION", "in action"),
                            ("DONE", "done"),
                            ("ANSWERED", "answered"),
                            ("CLOSED", "closed"),
                            ("REOPENED", "reopened"),
                        ],
                        default="OPEN",
                        editable=False,
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                (
                    "term_days",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="term in working days"),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="done by")),
                ("review_on", models.DateField(blank=True, null=True, verbose_name="look at it again on")),
                ("evidence", models.TextField(blank=True, max_length=2000, verbose_name="what shows that it is done")),
                ("heard", models.TextField(blank=True, max_length=2000, verbose_name="what we heard, for everybody")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[("DONE", "done"), ("PARTLY", "partly done"), ("NOT_DONE", "not done")],
                        max_length=10,
                        verbose_name="what became of it",
                    ),
                ),
                ("answer", models.TextField(blank=True, max_length=2000, verbose_name="answer, in plain language")),
                (
                    "answer_for_partners",
                    models.TextField(blank=True, max_length=6000, verbose_name="fuller answer, for partners"),
                ),
                ("published_on", models.DateField(blank=True, editable=False, null=True, verbose_name="published on")),
                ("why", models.TextField(blank=True, editable=False, verbose_name="why")),
                (
                    "opened_on",
                    models.DateField(default=jos.shared.time.today, editable=False, verbose_name="opened on"),
                ),
                (
                    "first_action_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="first action on"),
                ),
                ("answered_on", models.DateField(blank=True, editable=False, null=True, verbose_name="answered on")),
                ("closed_on", models.DateField(blank=True, editable=False, null=True, verbose_name="closed on")),
                (
                    "reopened_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="last reopened on"),
                ),
                (
                    "reminded_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="last reminded on"),
                ),
                (
                    "finished_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged",
                        to="signals.dossier",
                        verbose_name="merged into",
                    ),
                ),
                (
                    "neighbourhoods",
                    models.ManyToManyField(
                        blank=True,
                        related_name="dossiers",
                        to="neighbourhoods.neighbourhood",
                        verbose_name="neighbourhoods",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dossiers",
                        to="organisations.organisation",
                        verbose_name="city service",
                    ),
                ),
                (
                    "split_from",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="split_off",
                        to="signals.dossier",
                        verbose_name="split from",
                    ),
                ),
                (
                    "verified_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "dossier",
                "verbose_name_plural": "dossiers",
                "ordering": ["-opened_on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Candidate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_chosen", models.BooleanField(default=False, verbose_name="chosen")),
                (
                    "why",
                    models.TextField(blank=True, max_length=2000, verbose_name="why, where the points say otherwise"),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="candidacies", to="signals.dossier"
                    ),
                ),
            ],
            options={
                "verbose_name": "dossier in a round",
                "verbose_name_plural": "dossiers in a round",
                "ordering": ["dossier__title"],
            },
        ),
        migrations.CreateModel(
            name="DossierAction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_with", models.UUIDField(editable=False, null=True, unique=True)),
                ("what", models.CharField(max_length=300, verbose_name="what will be done")),
                ("due_on", models.DateField(verbose_name="done by")),
                ("taken_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                ("result", models.TextField(blank=True, max_length=1000, verbose_name="what came of it")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="actions", to="signals.dossier"
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="by whom",
                    ),
                ),
            ],
            options={
                "verbose_name": "action",
                "verbose_name_plural": "actions",
                "ordering": ["due_on", "id"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalDossier",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_with", models.UUIDField(db_index=True, editable=False, null=True)),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                ("slug", models.SlugField(max_length=80)),
                ("pattern", models.TextField(max_length=4000, verbose_name="what keeps coming back")),
                (
                    "functions",
                    jos.shared.fields.CodeListField(blank=True, default=list, verbose_name="functions concerned"),
                ),
                (
                    "cause",
                    models.CharField(
                        choices=[
                            ("UNKNOWN", "not known yet"),
                            ("RULE", "a rule"),
                            ("SHORTAGE", "a shortage"),
                            ("PRACTICE", "a practice"),
                        ],
                        default="UNKNOWN",
                        max_length=20,
                        verbose_name="cause",
                    ),
                ),
                ("cause_explained", models.TextField(blank=True, max_length=2000, verbose_name="what lies behind it")),
                ("strengths", models.TextField(blank=True, max_length=2000, verbose_name="what works already")),
                (
                    "is_high_priority",
                    models.BooleanField(default=False, verbose_name="high priority: somebody else verifies"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("OPEN", "open"),
                            ("PRIORITISED", "prioritised"),
                            ("PARKED", "parked"),
                            ("ASSIGNED", "assigned"),
                            ("IN_ACTION", "in action"),
                            ("DONE", "done"),
                            ("ANSWERED", "answered"),
                            ("CLOSED", "closed"),
                            ("REOPENED", "reopened"),
                        ],
                        default="OPEN",
                        editable=False,
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                (
                    "term_days",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="term in working days"),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="done by")),
                ("review_on", models.DateField(blank=True, null=True, verbose_name="look at it again on")),
                ("evidence", models.TextField(blank=True, max_length=2000, verbose_name="what shows that it is done")),
                ("heard", models.TextField(blank=True, max_length=2000, verbose_name="what we heard, for everybody")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[("DONE", "done"), ("PARTLY", "partly done"), ("NOT_DONE", "not done")],
                        max_length=10,
                        verbose_name="what became of it",
                    ),
                ),
                ("answer", models.TextField(blank=True, max_length=2000, verbose_name="answer, in plain language")),
                (
                    "answer_for_partners",
                    models.TextField(blank=True, max_length=6000, verbose_name="fuller answer, for partners"),
                ),
                ("published_on", models.DateField(blank=True, editable=False, null=True, verbose_name="published on")),
                ("why", models.TextField(blank=True, editable=False, verbose_name="why")),
                (
                    "opened_on",
                    models.DateField(default=jos.shared.time.today, editable=False, verbose_name="opened on"),
                ),
                (
                    "first_action_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="first action on"),
                ),
                ("answered_on", models.DateField(blank=True, editable=False, null=True, verbose_name="answered on")),
                ("closed_on", models.DateField(blank=True, editable=False, null=True, verbose_name="closed on")),
                (
                    "reopened_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="last reopened on"),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "finished_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="signals.dossier",
                        verbose_name="merged into",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="city service",
                    ),
                ),
                (
                    "split_from",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="signals.dossier",
                        verbose_name="split from",
                    ),
                ),
                (
                    "verified_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical dossier",
                "verbose_name_plural": "historical dossiers",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDossier_neighbourhoods",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "dossier",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="signals.dossier",
                    ),
                ),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="signals.historicaldossier",
                    ),
                ),
                (
                    "neighbourhood",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="neighbourhoods.neighbourhood",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalDossier_neighbourhoods",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDossierAction",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_with", models.UUIDField(db_index=True, editable=False, null=True)),
                ("what", models.CharField(max_length=300, verbose_name="what will be done")),
                ("due_on", models.DateField(verbose_name="done by")),
                ("taken_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                ("result", models.TextField(blank=True, max_length=1000, verbose_name="what came of it")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="signals.dossier",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="by whom",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical action",
                "verbose_name_plural": "historical actions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalRound",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_with", models.UUIDField(db_index=True, editable=False, null=True)),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                ("slug", models.SlugField(max_length=80)),
                ("explanation", models.TextField(blank=True, max_length=2000, verbose_name="what it is about")),
                ("opens_on", models.DateField(verbose_name="opens on")),
                ("closes_on", models.DateField(verbose_name="last day")),
                (
                    "points",
                    models.PositiveSmallIntegerField(
                        default=10,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="points for each organisation",
                    ),
                ),
                ("decided_on", models.DateField(blank=True, editable=False, null=True, verbose_name="decided on")),
                ("minority_view", models.TextField(blank=True, max_length=4000, verbose_name="minority view")),
                ("published_on", models.DateField(blank=True, editable=False, null=True, verbose_name="published on")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical round",
                "verbose_name_plural": "historical rounds",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSpread",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("points", models.PositiveSmallIntegerField(verbose_name="points")),
                ("reason", models.TextField(blank=True, max_length=1000, verbose_name="why")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "candidate",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="signals.candidate",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical points",
                "verbose_name_plural": "historical points",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalStandardReply",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_with", models.UUIDField(db_index=True, editable=False, null=True)),
                ("title", models.CharField(db_index=True, max_length=80, verbose_name="title")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("QUESTION", "a question back"),
                            ("REFERRAL", "a referral"),
                            ("NOT_TAKEN_UP", "not taken up"),
                        ],
                        max_length=20,
                        verbose_name="for",
                    ),
                ),
                ("text", models.TextField(max_length=2000, verbose_name="text")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical standard reply",
                "verbose_name_plural": "historical standard replies",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalTheme",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_with", models.UUIDField(db_index=True, editable=False, null=True)),
                ("name", models.CharField(db_index=True, max_length=60, verbose_name="name")),
                ("slug", models.SlugField(max_length=80)),
                ("names", models.JSONField(blank=True, default=dict, verbose_name="name in other languages")),
                (
                    "term_days",
                    models.PositiveSmallIntegerField(
                        default=40,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(500),
                        ],
                        verbose_name="term in working days",
                    ),
                ),
                ("is_sensitive", models.BooleanField(default=False, verbose_name="sensitive: never public")),
                ("is_active", models.BooleanField(default=True, verbose_name="can be chosen")),
                ("position", models.PositiveSmallIntegerField(default=100, verbose_name="place in the list")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical theme",
                "verbose_name_plural": "historical themes",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Removal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("BY_SENDER", "erased by who sent it"),
                            ("REDACTED", "taken out by the youth service"),
                            ("WORDS_KEPT_LONG_ENOUGH", "words kept long enough"),
                            ("PHOTO_KEPT_LONG_ENOUGH", "photo kept long enough"),
                            ("LOOKS_KEPT_LONG_ENOUGH", "looks kept long enough"),
                            ("COUNTERS_OF_THE_DAY", "counters of a day that is past"),
                        ],
                        max_length=30,
                        verbose_name="why",
                    ),
                ),
                ("amount", models.PositiveIntegerField(verbose_name="how many")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "removal",
                "verbose_name_plural": "removals",
                "ordering": ["-at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Round",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_with", models.UUIDField(editable=False, null=True, unique=True)),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                ("slug", models.SlugField(max_length=80, unique=True)),
                ("explanation", models.TextField(blank=True, max_length=2000, verbose_name="what it is about")),
                ("opens_on", models.DateField(verbose_name="opens on")),
                ("closes_on", models.DateField(verbose_name="last day")),
                (
                    "points",
                    models.PositiveSmallIntegerField(
                        default=10,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="points for each organisation",
                    ),
                ),
                ("decided_on", models.DateField(blank=True, editable=False, null=True, verbose_name="decided on")),
                ("minority_view", models.TextField(blank=True, max_length=4000, verbose_name="minority view")),
                ("published_on", models.DateField(blank=True, editable=False, null=True, verbose_name="published on")),
            ],
            options={
                "verbose_name": "round",
                "verbose_name_plural": "rounds",
                "ordering": ["-opens_on", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("closes_on__gte", models.F("opens_on"))),
                        name="signals_round_ends_after_it_starts",
                        violation_error_message="The last day is before the round opens.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("published_on", None), ("decided_on__isnull", False), _connector="OR"),
                        name="signals_published_round_is_decided",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalCandidate",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("is_chosen", models.BooleanField(default=False, verbose_name="chosen")),
                (
                    "why",
                    models.TextField(blank=True, max_length=2000, verbose_name="why, where the points say otherwise"),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="signals.dossier",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="signals.round",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical dossier in a round",
                "verbose_name_plural": "historical dossiers in a round",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="candidate",
            name="round",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="candidates", to="signals.round"
            ),
        ),
        migrations.CreateModel(
            name="Signal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_with", models.UUIDField(editable=False, null=True, unique=True)),
                ("reference", models.CharField(max_length=8, unique=True, verbose_name="reference")),
                ("code_hash", models.CharField(blank=True, editable=False, max_length=128)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("CONCERN", "Something is wrong"),
                            ("IDEA", "I have an idea"),
                            ("WORKS_WELL", "Something works well"),
                        ],
                        max_length=20,
                        verbose_name="what it is",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("YOUNG_PERSON", "a young person"),
                            ("GROUP", "a group, through a worker"),
                            ("WORKER", "a worker"),
                        ],
                        default="YOUNG_PERSON",
                        max_length=20,
                        verbose_name="who says it",
                    ),
                ),
                ("text", models.TextField(blank=True, max_length=2000, verbose_name="what was said")),
                ("language", models.CharField(default="nl", max_length=5, verbose_name="language of the page")),
                (
                    "age_band",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("6-11", "6 to 11 years"),
                            ("12-15", "12 to 15 years"),
                            ("16-19", "16 to 19 years"),
                            ("20-25", "20 to 25 years"),
                        ],
                        max_length=5,
                        verbose_name="age",
                    ),
                ),
                ("mentions_danger", models.BooleanField(default=False, verbose_name="words of danger")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("RECEIVED", "received"),
                            ("QUESTION_ASKED", "question asked"),
                            ("BUNDLED", "in a dossier"),
                            ("REFERRED", "referred"),
                            ("NOT_TAKEN_UP", "not taken up"),
                        ],
                        default="RECEIVED",
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                ("reply", models.TextField(blank=True, max_length=2000, verbose_name="what who sent it reads")),
                (
                    "is_redacted",
                    models.BooleanField(default=False, verbose_name="something was removed from the words"),
                ),
                ("received_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="received")),
                (
                    "answered_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="first answered"),
                ),
                (
                    "did_it_change",
                    models.CharField(
                        blank=True,
                        choices=[("YES", "Yes"), ("A_BIT", "A bit"), ("NOT_YET", "Not yet")],
                        max_length=10,
                        verbose_name="did it change?",
                    ),
                ),
                ("did_it_change_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "dossier",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signals",
                        to="signals.dossier",
                        verbose_name="dossier",
                    ),
                ),
                (
                    "neighbourhood",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signals",
                        to="neighbourhoods.neighbourhood",
                        verbose_name="neighbourhood",
                    ),
                ),
                (
                    "referred_to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="referred to",
                    ),
                ),
            ],
            options={
                "verbose_name": "signal",
                "verbose_name_plural": "signals",
                "ordering": ["-received_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Photo",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("content", models.BinaryField()),
                ("width", models.PositiveSmallIntegerField()),
                ("height", models.PositiveSmallIntegerField()),
                (
                    "signal",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="photo", to="signals.signal"
                    ),
                ),
            ],
            options={
                "verbose_name": "photo",
                "verbose_name_plural": "photos",
            },
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_with", models.UUIDField(editable=False, null=True, unique=True)),
                (
                    "author",
                    models.CharField(choices=[("SENDER", "who sent it"), ("CITY", "the youth service")], max_length=10),
                ),
                ("text", models.TextField(max_length=2000, verbose_name="message")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "signal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="messages", to="signals.signal"
                    ),
                ),
            ],
            options={
                "verbose_name": "message",
                "verbose_name_plural": "messages",
                "ordering": ["at", "id"],
            },
        ),
        migrations.CreateModel(
            name="Look",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField(default=jos.shared.time.today)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "signal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="looks", to="signals.signal"
                    ),
                ),
            ],
            options={
                "verbose_name": "look",
                "verbose_name_plural": "looks",
                "ordering": ["-on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="GroupVoice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "people",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(999),
                        ],
                        verbose_name="how many young people",
                    ),
                ),
                ("age_bands", jos.shared.fields.CodeListField(blank=True, default=list, verbose_name="ages")),
                (
                    "heard_at",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("OUR_PLACE", "at our place"),
                            ("STREET", "outside, in the neighbourhood"),
                            ("ACTIVITY", "during an activity"),
                            ("SCHOOL", "at school"),
                            ("ONLINE", "online"),
                            ("ELSEWHERE", "somewhere else"),
                        ],
                        max_length=20,
                        verbose_name="where it was heard",
                    ),
                ),
                ("quote", models.TextField(blank=True, max_length=500, verbose_name="in their own words")),
                (
                    "quote_consent",
                    models.BooleanField(default=False, verbose_name="they agree that others read these words"),
                ),
                ("read", models.CharField(blank=True, editable=False, max_length=40)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="worker",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="voices",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "signal",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="voice", to="signals.signal"
                    ),
                ),
            ],
            options={
                "verbose_name": "voice of a group",
                "verbose_name_plural": "voices of groups",
            },
        ),
        migrations.CreateModel(
            name="Spread",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("points", models.PositiveSmallIntegerField(verbose_name="points")),
                ("reason", models.TextField(blank=True, max_length=1000, verbose_name="why")),
                (
                    "by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "candidate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="spreads", to="signals.candidate"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.organisation"
                    ),
                ),
            ],
            options={
                "verbose_name": "points",
                "verbose_name_plural": "points",
            },
        ),
        migrations.CreateModel(
            name="Tally",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("period", models.CharField(max_length=4)),
                (
                    "of",
                    models.CharField(
                        choices=[("city", "the whole city"), ("area", "a neighbourhood"), ("theme", "a theme")],
                        max_length=5,
                    ),
                ),
                ("key", models.CharField(blank=True, max_length=20)),
                ("signals", models.PositiveIntegerField()),
                ("counts", models.JSONField()),
                ("until", models.DateTimeField()),
            ],
            options={
                "verbose_name": "tally",
                "verbose_name_plural": "tallies",
                "ordering": ["period", "of", "key"],
                "constraints": [models.UniqueConstraint(fields=("of", "period", "key"), name="signals_tally_once")],
            },
        ),
        migrations.CreateModel(
            name="Theme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_with", models.UUIDField(editable=False, null=True, unique=True)),
                ("name", models.CharField(max_length=60, unique=True, verbose_name="name")),
                ("slug", models.SlugField(max_length=80, unique=True)),
                ("names", models.JSONField(blank=True, default=dict, verbose_name="name in other languages")),
                (
                    "term_days",
                    models.PositiveSmallIntegerField(
                        default=40,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(500),
                        ],
                        verbose_name="term in working days",
                    ),
                ),
                ("is_sensitive", models.BooleanField(default=False, verbose_name="sensitive: never public")),
                ("is_active", models.BooleanField(default=True, verbose_name="can be chosen")),
                ("position", models.PositiveSmallIntegerField(default=100, verbose_name="place in the list")),
            ],
            options={
                "verbose_name": "theme",
                "verbose_name_plural": "themes",
                "ordering": ["position", "name"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("term_days__gte", 1)), name="signals_theme_has_a_term")
                ],
            },
        ),
        migrations.AddField(
            model_name="signal",
            name="theme",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="signals",
                to="signals.theme",
                verbose_name="theme",
            ),
        ),
        migrations.CreateModel(
            name="HistoricalSignal",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_with", models.UUIDField(db_index=True, editable=False, null=True)),
                ("reference", models.CharField(db_index=True, max_length=8, verbose_name="reference")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("CONCERN", "Something is wrong"),
                            ("IDEA", "I have an idea"),
                            ("WORKS_WELL", "Something works well"),
                        ],
                        max_length=20,
                        verbose_name="what it is",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("YOUNG_PERSON", "a young person"),
                            ("GROUP", "a group, through a worker"),
                            ("WORKER", "a worker"),
                        ],
                        default="YOUNG_PERSON",
                        max_length=20,
                        verbose_name="who says it",
                    ),
                ),
                ("language", models.CharField(default="nl", max_length=5, verbose_name="language of the page")),
                (
                    "age_band",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("6-11", "6 to 11 years"),
                            ("12-15", "12 to 15 years"),
                            ("16-19", "16 to 19 years"),
                            ("20-25", "20 to 25 years"),
                        ],
                        max_length=5,
                        verbose_name="age",
                    ),
                ),
                ("mentions_danger", models.BooleanField(default=False, verbose_name="words of danger")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("RECEIVED", "received"),
                            ("QUESTION_ASKED", "question asked"),
                            ("BUNDLED", "in a dossier"),
                            ("REFERRED", "referred"),
                            ("NOT_TAKEN_UP", "not taken up"),
                        ],
                        default="RECEIVED",
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                ("reply", models.TextField(blank=True, max_length=2000, verbose_name="what who sent it reads")),
                ("received_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="received")),
                (
                    "answered_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="first answered"),
                ),
                (
                    "did_it_change",
                    models.CharField(
                        blank=True,
                        choices=[("YES", "Yes"), ("A_BIT", "A bit"), ("NOT_YET", "Not yet")],
                        max_length=10,
                        verbose_name="did it change?",
                    ),
                ),
                ("did_it_change_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="signals.dossier",
                        verbose_name="dossier",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "neighbourhood",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="neighbourhoods.neighbourhood",
                        verbose_name="neighbourhood",
                    ),
                ),
                (
                    "referred_to",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="referred to",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="signals.theme",
                        verbose_name="theme",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical signal",
                "verbose_name_plural": "historical signals",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="historicaldossier",
            name="theme",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="signals.theme",
                verbose_name="theme",
            ),
        ),
        migrations.AddField(
            model_name="dossier",
            name="theme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="dossiers",
                to="signals.theme",
                verbose_name="theme",
            ),
        ),
        migrations.CreateModel(
            name="DossierMove",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("change", "Change"),
                            ("prioritise", "Prioritise"),
                            ("park", "Park"),
                            ("assign", "Assign to a service"),
                            ("start", "Start"),
                            ("finish", "Say that it is done"),
                            ("verify", "Verify that it is done"),
                            ("decline", "Say that it will not be done"),
                            ("answer", "Answer"),
                            ("close", "Close"),
                            ("reopen", "Reopen"),
                            ("publish", "Publish"),
                            ("unpublish", "Publish no longer"),
                            ("merge", "Merge into another"),
                            ("split", "Split"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("OPEN", "open"),
                            ("PRIORITISED", "prioritised"),
                            ("PARKED", "parked"),
                            ("ASSIGNED", "assigned"),
                            ("IN_ACTION", "in action"),
                            ("DONE", "done"),
                            ("ANSWERED", "answered"),
                            ("CLOSED", "closed"),
                            ("REOPENED", "reopened"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "target",
                    models.CharField(
                        choices=[
                            ("OPEN", "open"),
                            ("PRIORITISED", "prioritised"),
                            ("PARKED", "parked"),
                            ("ASSIGNED", "assigned"),
                            ("IN_ACTION", "in action"),
                            ("DONE", "done"),
                            ("ANSWERED", "answered"),
                            ("CLOSED", "closed"),
                            ("REOPENED", "reopened"),
                        ],
                        max_length=20,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("why", models.TextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="moves", to="signals.dossier"
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="signals.dossier",
                    ),
                ),
            ],
            options={
                "verbose_name": "step",
                "verbose_name_plural": "steps",
                "ordering": ["at", "id"],
                "indexes": [models.Index(fields=["step", "at"], name="signals_move_by_step")],
            },
        ),
        migrations.AddConstraint(
            model_name="candidate",
            constraint=models.UniqueConstraint(fields=("round", "dossier"), name="signals_candidate_once"),
        ),
        migrations.AddConstraint(
            model_name="look",
            constraint=models.UniqueConstraint(fields=("signal", "by", "on"), name="signals_look_once_a_day"),
        ),
        migrations.AddConstraint(
            model_name="groupvoice",
            constraint=models.CheckConstraint(
                condition=models.Q(("quote", ""), ("quote_consent", True), _connector="OR"),
                name="signals_quote_has_consent",
                violation_error_message="Only write down their words when they agree.",
            ),
        ),
        migrations.AddConstraint(
            model_name="spread",
            constraint=models.UniqueConstraint(fields=("candidate", "organisation"), name="signals_spread_once"),
        ),
        migrations.AddIndex(
            model_name="signal",
            index=models.Index(fields=["state", "-received_at", "-id"], name="signals_signal_by_state"),
        ),
        migrations.AddIndex(
            model_name="signal",
            index=models.Index(
                fields=["state", "-mentions_danger", "received_at", "id"], name="signals_signal_by_urgency"
            ),
        ),
        migrations.AddIndex(
            model_name="signal",
            index=models.Index(fields=["-received_at", "-id"], name="signals_signal_by_day"),
        ),
        migrations.AddIndex(
            model_name="signal",
            index=models.Index(fields=["neighbourhood", "theme", "-received_at"], name="signals_signal_by_area"),
        ),
        migrations.AddIndex(
            model_name="signal",
            index=models.Index(fields=["theme", "-received_at", "-id"], name="signals_signal_by_theme"),
        ),
        migrations.AddConstraint(
            model_name="signal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("dossier__isnull", False), ("state", "BUNDLED")),
                    models.Q(models.Q(("state", "BUNDLED"), _negated=True), ("dossier", None)),
                    _connector="OR",
                ),
                name="signals_bundled_signal_has_a_dossier",
            ),
        ),
        migrations.AddConstraint(
            model_name="signal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "REFERRED"), _negated=True), ("referred_to__isnull", False), _connector="OR"
                ),
                name="signals_referred_signal_says_to_whom",
            ),
        ),
        migrations.AddConstraint(
            model_name="signal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "NOT_TAKEN_UP"), _negated=True),
                    models.Q(("reply", ""), _negated=True),
                    _connector="OR",
                ),
                name="signals_not_taken_up_has_a_reason",
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(fields=["state", "due_on"], name="signals_dossier_by_state"),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(fields=["-opened_on", "-id"], name="signals_dossier_by_day"),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["ASSIGNED", "IN_ACTION"]), _negated=True),
                    models.Q(("due_on__isnull", False), ("owner__isnull", False)),
                    _connector="OR",
                ),
                name="signals_assigned_dossier_has_owner_and_term",
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["PRIORITISED", "REOPENED"]), _negated=True),
                    ("due_on__isnull", False),
                    _connector="OR",
                ),
                name="signals_chosen_dossier_has_a_term",
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "DONE"), _negated=True),
                    models.Q(models.Q(("evidence", ""), _negated=True), ("finished_by__isnull", False)),
                    _connector="OR",
                ),
                name="signals_done_dossier_has_evidence",
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "PARKED"), _negated=True), ("review_on__isnull", False), _connector="OR"
                ),
                name="signals_parked_dossier_has_a_review_date",
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["ANSWERED", "CLOSED"]), _negated=True),
                    models.Q(models.Q(("answer", ""), _negated=True), models.Q(("outcome", ""), _negated=True)),
                    _connector="OR",
                ),
                name="signals_answered_dossier_has_an_answer",
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=models.Q(("published_on", None), models.Q(("heard", ""), _negated=True), _connector="OR"),
                name="signals_published_dossier_says_what_was_heard",
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("verified_by", None),
                    models.Q(("verified_by", models.F("finished_by")), _negated=True),
                    _connector="OR",
                ),
                name="signals_dossier_is_verified_by_somebody_else",
                violation_error_message="Somebody else verifies that it is done.",
            ),
        ),
    ]
