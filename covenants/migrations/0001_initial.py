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
            name="Blueprint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_with", models.UUIDField(editable=False, null=True, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("QUANTITATIVE", "in numbers"), ("QUALITATIVE", "in statements and stories")],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "function",
                    models.CharField(
                        choices=[
                            ("FREE_TIME", "free time"),
                            ("WELFARE", "welfare"),
                            ("BRIDGE", "bridge"),
                            ("SIGNAL", "signal"),
                        ],
                        max_length=20,
                        verbose_name="function",
                    ),
                ),
                ("name", models.CharField(max_length=160, verbose_name="name")),
                ("definition", models.TextField(blank=True, max_length=2000, verbose_name="what exactly is looked at")),
                ("unit", models.CharField(blank=True, max_length=40, verbose_name="unit")),
                (
                    "better_when",
                    models.CharField(
                        choices=[("HIGHER", "more is better"), ("LOWER", "less is better")],
                        default="HIGHER",
                        max_length=10,
                        verbose_name="which way it should go",
                    ),
                ),
                (
                    "over_periods",
                    models.CharField(
                        choices=[
                            ("SUM", "they add up"),
                            ("MEAN", "the mean counts"),
                            ("LATEST", "the latest counts"),
                            ("DISTINCT", "the same people may count twice"),
                        ],
                        default="SUM",
                        max_length=10,
                        verbose_name="values of several periods",
                    ),
                ),
                (
                    "over_areas",
                    models.CharField(
                        choices=[
                            ("SUM", "they add up"),
                            ("MEAN", "the mean counts"),
                            ("DISTINCT", "the same people may count twice"),
                        ],
                        default="SUM",
                        max_length=10,
                        verbose_name="values of several areas",
                    ),
                ),
                (
                    "age_split",
                    models.CharField(
                        choices=[
                            ("NONE", "not by age"),
                            ("TWO", "6–15 and 16–25 years"),
                            ("YOUNGER", "6–11, 12–15 and 16–25 years"),
                            ("OLDER", "6–15, 16–19 and 20–25 years"),
                        ],
                        default="NONE",
                        max_length=10,
                        verbose_name="by age",
                    ),
                ),
                ("by_neighbourhood", models.BooleanField(default=False, verbose_name="for each neighbourhood apart")),
                (
                    "measured_by",
                    models.CharField(
                        choices=[("CITY", "the city"), ("PARTNER", "the partner")],
                        default="PARTNER",
                        max_length=10,
                        verbose_name="who measures it",
                    ),
                ),
                (
                    "statements",
                    models.JSONField(blank=True, default=list, verbose_name="statements, from furthest to nearest"),
                ),
                (
                    "guiding_questions",
                    models.TextField(blank=True, max_length=2000, verbose_name="questions that help to tell"),
                ),
                ("slug", models.SlugField(max_length=80, unique=True)),
                ("position", models.PositiveSmallIntegerField(default=100, verbose_name="place in the list")),
                ("is_active", models.BooleanField(default=True, verbose_name="can be chosen")),
            ],
            options={
                "verbose_name": "blueprint",
                "verbose_name_plural": "blueprints",
                "ordering": ["position", "name"],
            },
        ),
        migrations.CreateModel(
            name="Covenant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_with", models.UUIDField(editable=False, null=True, unique=True)),
                ("title", models.CharField(max_length=160, verbose_name="title")),
                ("slug", models.SlugField(max_length=80, unique=True)),
                ("valid_from", models.DateField(verbose_name="from")),
                ("valid_until", models.DateField(verbose_name="until")),
                (
                    "council_decision",
                    models.CharField(blank=True, max_length=60, verbose_name="number of the council decision"),
                ),
                (
                    "functions",
                    jos.shared.fields.CodeListField(blank=True, default=list, verbose_name="functions it funds"),
                ),
                (
                    "total_budget",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=12,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="budget in all, in euros",
                    ),
                ),
                (
                    "rhythm",
                    models.CharField(
                        choices=[
                            ("QUARTER", "every quarter"),
                            ("HALF_YEAR", "every half year"),
                            ("SCHOOL_YEAR", "every school year"),
                            ("OWN", "on dates of our own"),
                        ],
                        default="HALF_YEAR",
                        max_length=20,
                        verbose_name="when both sides report",
                    ),
                ),
                ("own_periods", models.JSONField(blank=True, default=list, verbose_name="periods")),
                (
                    "report_within_days",
                    models.PositiveSmallIntegerField(
                        default=30,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(180),
                        ],
                        verbose_name="days to report after a period",
                    ),
                ),
                (
                    "is_light",
                    models.BooleanField(default=False, verbose_name="light reports, for a small organisation"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("DRAFTING", "being drafted"),
                            ("OFFERED", "offered for signature"),
                            ("SIGNED", "signed"),
                            ("MERGED", "signed and merged"),
                            ("WITHDRAWN", "withdrawn"),
                        ],
                        default="DRAFTING",
                        editable=False,
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                (
                    "turn",
                    models.CharField(
                        choices=[("CITY", "the city"), ("PARTNER", "the partner")],
                        default="CITY",
                        editable=False,
                        max_length=10,
                        verbose_name="whose turn it is",
                    ),
                ),
                (
                    "accepted_by_city",
                    models.BooleanField(default=False, editable=False, verbose_name="the city accepts the text"),
                ),
                (
                    "accepted_by_partner",
                    models.BooleanField(default=False, editable=False, verbose_name="the partner accepts the text"),
                ),
                ("signed_on", models.DateField(blank=True, editable=False, null=True, verbose_name="signed on")),
                ("why", models.TextField(blank=True, editable=False, verbose_name="why")),
                (
                    "city_reason_for_less",
                    models.TextField(blank=True, max_length=2000, verbose_name="why the city agrees"),
                ),
                (
                    "partner_reason_for_less",
                    models.TextField(blank=True, max_length=2000, verbose_name="why the partner agrees"),
                ),
                (
                    "amends",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="amendments",
                        to="covenants.covenant",
                        verbose_name="amends",
                    ),
                ),
                (
                    "circles",
                    models.ManyToManyField(
                        blank=True,
                        related_name="covenants",
                        to="neighbourhoods.movementcircle",
                        verbose_name="movement circles",
                    ),
                ),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followed_by",
                        to="covenants.covenant",
                        verbose_name="follows",
                    ),
                ),
                (
                    "neighbourhoods",
                    models.ManyToManyField(
                        blank=True,
                        related_name="covenants",
                        to="neighbourhoods.neighbourhood",
                        verbose_name="neighbourhoods",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="covenants",
                        to="organisations.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="covenants",
                        to="organisations.partnership",
                        verbose_name="partnership",
                    ),
                ),
            ],
            options={
                "verbose_name": "covenant",
                "verbose_name_plural": "covenants",
                "ordering": ["-valid_from", "title"],
            },
        ),
        migrations.CreateModel(
            name="Commitment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_with", models.UUIDField(editable=False, null=True, unique=True)),
                (
                    "side",
                    models.CharField(
                        choices=[("CITY", "the city"), ("PARTNER", "the partner")],
                        max_length=10,
                        verbose_name="whose promise",
                    ),
                ),
                ("what", models.CharField(max_length=400, verbose_name="what is promised")),
                ("due_on", models.DateField(verbose_name="kept by")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("OPEN", "open"),
                            ("UNDER_WAY", "under way"),
                            ("KEPT", "kept"),
                            ("NOT_KEPT", "not kept"),
                        ],
                        default="OPEN",
                        editable=False,
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                ("kept_on", models.DateField(blank=True, null=True, verbose_name="kept on")),
                ("explanation", models.TextField(blank=True, max_length=1000, verbose_name="how it goes")),
                ("dropped_on", models.DateField(blank=True, editable=False, null=True, verbose_name="taken out on")),
                (
                    "reminded_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="last reminded on"),
                ),
                (
                    "copy_of",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="covenants.commitment",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="by whom",
                    ),
                ),
                (
                    "covenant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="commitments", to="covenants.covenant"
                    ),
                ),
            ],
            options={
                "verbose_name": "commitment",
                "verbose_name_plural": "commitments",
                "ordering": ["due_on", "id"],
            },
        ),
        migrations.CreateModel(
            name="BudgetLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(2000),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="year",
                    ),
                ),
                (
                    "function",
                    models.CharField(
                        choices=[
                            ("FREE_TIME", "free time"),
                            ("WELFARE", "welfare"),
                            ("BRIDGE", "bridge"),
                            ("SIGNAL", "signal"),
                        ],
                        max_length=20,
                        verbose_name="function",
                    ),
                ),
                (
                    "amount",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=12,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="amount in euros",
                    ),
                ),
                (
                    "covenant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="budget", to="covenants.covenant"
                    ),
                ),
            ],
            options={
                "verbose_name": "budget line",
                "verbose_name_plural": "budget lines",
                "ordering": ["year", "id"],
            },
        ),
        migrations.CreateModel(
            name="Article",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_with", models.UUIDField(editable=False, null=True, unique=True)),
                ("position", models.PositiveSmallIntegerField(default=100, verbose_name="place")),
                ("heading", models.CharField(max_length=120, verbose_name="heading")),
                ("text", models.TextField(max_length=8000, verbose_name="text")),
                (
                    "covenant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="articles", to="covenants.covenant"
                    ),
                ),
            ],
            options={
                "verbose_name": "article",
                "verbose_name_plural": "articles",
                "ordering": ["position", "id"],
            },
        ),
        migrations.CreateModel(
            name="AgreedHours",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "function",
                    models.CharField(
                        choices=[
                            ("FREE_TIME", "free time"),
                            ("WELFARE", "welfare"),
                            ("BRIDGE", "bridge"),
                            ("SIGNAL", "signal"),
                        ],
                        max_length=20,
                        verbose_name="function",
                    ),
                ),
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
                        max_length=10,
                        verbose_name="ages",
                    ),
                ),
                (
                    "hours_per_week",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=6,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(2000),
                        ],
                        verbose_name="hours a week",
                    ),
                ),
                (
                    "neighbourhood",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="neighbourhoods.neighbourhood",
                        verbose_name="neighbourhood",
                    ),
                ),
                (
                    "covenant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="hours", to="covenants.covenant"
                    ),
                ),
            ],
            options={
                "verbose_name": "agreed hours",
                "verbose_name_plural": "agreed hours",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="CovenantMove",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("change", "Change"),
                            ("hand-over", "Hand over"),
                            ("accept", "Accept the text"),
                            ("offer", "Offer for signature"),
                            ("take-back", "Back to the draft"),
                            ("sign", "Sign"),
                            ("withdraw", "Withdraw"),
                            ("amend", "Propose an amendment"),
                            ("merge", "Merge an amendment"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        blank=True, choices=[("CITY", "the city"), ("PARTNER", "the partner")], max_length=10
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("DRAFTING", "being drafted"),
                            ("OFFERED", "offered for signature"),
                            ("SIGNED", "signed"),
                            ("MERGED", "signed and merged"),
                            ("WITHDRAWN", "withdrawn"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "target",
                    models.CharField(
                        choices=[
                            ("DRAFTING", "being drafted"),
                            ("OFFERED", "offered for signature"),
                            ("SIGNED", "signed"),
                            ("MERGED", "signed and merged"),
                            ("WITHDRAWN", "withdrawn"),
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
                    "covenant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="moves", to="covenants.covenant"
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="covenants.covenant",
                    ),
                ),
            ],
            options={
                "verbose_name": "step",
                "verbose_name_plural": "steps",
                "ordering": ["at", "id"],
            },
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("content", models.JSONField()),
                ("pdf", models.BinaryField()),
                ("sha256", models.CharField(max_length=64, unique=True, verbose_name="SHA-256")),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("taken_back_at", models.DateTimeField(blank=True, null=True)),
                (
                    "covenant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="documents", to="covenants.covenant"
                    ),
                ),
            ],
            options={
                "verbose_name": "document",
                "verbose_name_plural": "documents",
                "ordering": ["made_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalAgreedHours",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "function",
                    models.CharField(
                        choices=[
                            ("FREE_TIME", "free time"),
                            ("WELFARE", "welfare"),
                            ("BRIDGE", "bridge"),
                            ("SIGNAL", "signal"),
                        ],
                        max_length=20,
                        verbose_name="function",
                    ),
                ),
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
                        max_length=10,
                        verbose_name="ages",
                    ),
                ),
                (
                    "hours_per_week",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=6,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(2000),
                        ],
                        verbose_name="hours a week",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "covenant",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="covenants.covenant",
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
            ],
            options={
                "verbose_name": "historical agreed hours",
                "verbose_name_plural": "historical agreed hours",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalArticle",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_with", models.UUIDField(db_index=True, editable=False, null=True)),
                ("position", models.PositiveSmallIntegerField(default=100, verbose_name="place")),
                ("heading", models.CharField(max_length=120, verbose_name="heading")),
                ("text", models.TextField(max_length=8000, verbose_name="text")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "covenant",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="covenants.covenant",
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
            ],
            options={
                "verbose_name": "historical article",
                "verbose_name_plural": "historical articles",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalBlueprint",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_with", models.UUIDField(db_index=True, editable=False, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("QUANTITATIVE", "in numbers"), ("QUALITATIVE", "in statements and stories")],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "function",
                    models.CharField(
                        choices=[
                            ("FREE_TIME", "free time"),
                            ("WELFARE", "welfare"),
                            ("BRIDGE", "bridge"),
                            ("SIGNAL", "signal"),
                        ],
                        max_length=20,
                        verbose_name="function",
                    ),
                ),
                ("name", models.CharField(max_length=160, verbose_name="name")),
                ("definition", models.TextField(blank=True, max_length=2000, verbose_name="what exactly is looked at")),
                ("unit", models.CharField(blank=True, max_length=40, verbose_name="unit")),
                (
                    "better_when",
                    models.CharField(
                        choices=[("HIGHER", "more is better"), ("LOWER", "less is better")],
                        default="HIGHER",
                        max_length=10,
                        verbose_name="which way it should go",
                    ),
                ),
                (
                    "over_periods",
                    models.CharField(
                        choices=[
                            ("SUM", "they add up"),
                            ("MEAN", "the mean counts"),
                            ("LATEST", "the latest counts"),
                            ("DISTINCT", "the same people may count twice"),
                        ],
                        default="SUM",
                        max_length=10,
                        verbose_name="values of several periods",
                    ),
                ),
                (
                    "over_areas",
                    models.CharField(
                        choices=[
                            ("SUM", "they add up"),
                            ("MEAN", "the mean counts"),
                            ("DISTINCT", "the same people may count twice"),
                        ],
                        default="SUM",
                        max_length=10,
                        verbose_name="values of several areas",
                    ),
                ),
                (
                    "age_split",
                    models.CharField(
                        choices=[
                            ("NONE", "not by age"),
                            ("TWO", "6–15 and 16–25 years"),
                            ("YOUNGER", "6–11, 12–15 and 16–25 years"),
                            ("OLDER", "6–15, 16–19 and 20–25 years"),
                        ],
                        default="NONE",
                        max_length=10,
                        verbose_name="by age",
                    ),
                ),
                ("by_neighbourhood", models.BooleanField(default=False, verbose_name="for each neighbourhood apart")),
                (
                    "measured_by",
                    models.CharField(
                        choices=[("CITY", "the city"), ("PARTNER", "the partner")],
                        default="PARTNER",
                        max_length=10,
                        verbose_name="who measures it",
                    ),
                ),
                (
                    "statements",
                    models.JSONField(blank=True, default=list, verbose_name="statements, from furthest to nearest"),
                ),
                (
                    "guiding_questions",
                    models.TextField(blank=True, max_length=2000, verbose_name="questions that help to tell"),
                ),
                ("slug", models.SlugField(max_length=80)),
                ("position", models.PositiveSmallIntegerField(default=100, verbose_name="place in the list")),
                ("is_active", models.BooleanField(default=True, verbose_name="can be chosen")),
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
                "verbose_name": "historical blueprint",
                "verbose_name_plural": "historical blueprints",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalBudgetLine",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(2000),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="year",
                    ),
                ),
                (
                    "function",
                    models.CharField(
                        choices=[
                            ("FREE_TIME", "free time"),
                            ("WELFARE", "welfare"),
                            ("BRIDGE", "bridge"),
                            ("SIGNAL", "signal"),
                        ],
                        max_length=20,
                        verbose_name="function",
                    ),
                ),
                (
                    "amount",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=12,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="amount in euros",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "covenant",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="covenants.covenant",
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
            ],
            options={
                "verbose_name": "historical budget line",
                "verbose_name_plural": "historical budget lines",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCovenant",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_with", models.UUIDField(db_index=True, editable=False, null=True)),
                ("title", models.CharField(max_length=160, verbose_name="title")),
                ("slug", models.SlugField(max_length=80)),
                ("valid_from", models.DateField(verbose_name="from")),
                ("valid_until", models.DateField(verbose_name="until")),
                (
                    "council_decision",
                    models.CharField(blank=True, max_length=60, verbose_name="number of the council decision"),
                ),
                (
                    "functions",
                    jos.shared.fields.CodeListField(blank=True, default=list, verbose_name="functions it funds"),
                ),
                (
                    "total_budget",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=12,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="budget in all, in euros",
                    ),
                ),
                (
                    "rhythm",
                    models.CharField(
                        choices=[
                            ("QUARTER", "every quarter"),
                            ("HALF_YEAR", "every half year"),
                            ("SCHOOL_YEAR", "every school year"),
                            ("OWN", "on dates of our own"),
                        ],
                        default="HALF_YEAR",
                        max_length=20,
                        verbose_name="when both sides report",
                    ),
                ),
                ("own_periods", models.JSONField(blank=True, default=list, verbose_name="periods")),
                (
                    "report_within_days",
                    models.PositiveSmallIntegerField(
                        default=30,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(180),
                        ],
                        verbose_name="days to report after a period",
                    ),
                ),
                (
                    "is_light",
                    models.BooleanField(default=False, verbose_name="light reports, for a small organisation"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("DRAFTING", "being drafted"),
                            ("OFFERED", "offered for signature"),
                            ("SIGNED", "signed"),
                            ("MERGED", "signed and merged"),
                            ("WITHDRAWN", "withdrawn"),
                        ],
                        default="DRAFTING",
                        editable=False,
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                (
                    "turn",
                    models.CharField(
                        choices=[("CITY", "the city"), ("PARTNER", "the partner")],
                        default="CITY",
                        editable=False,
                        max_length=10,
                        verbose_name="whose turn it is",
                    ),
                ),
                (
                    "accepted_by_city",
                    models.BooleanField(default=False, editable=False, verbose_name="the city accepts the text"),
                ),
                (
                    "accepted_by_partner",
                    models.BooleanField(default=False, editable=False, verbose_name="the partner accepts the text"),
                ),
                ("signed_on", models.DateField(blank=True, editable=False, null=True, verbose_name="signed on")),
                ("why", models.TextField(blank=True, editable=False, verbose_name="why")),
                (
                    "city_reason_for_less",
                    models.TextField(blank=True, max_length=2000, verbose_name="why the city agrees"),
                ),
                (
                    "partner_reason_for_less",
                    models.TextField(blank=True, max_length=2000, verbose_name="why the partner agrees"),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "amends",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="covenants.covenant",
                        verbose_name="amends",
                    ),
                ),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="covenants.covenant",
                        verbose_name="follows",
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
                        verbose_name="organisation",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="organisations.partnership",
                        verbose_name="partnership",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical covenant",
                "verbose_name_plural": "historical covenants",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCovenant_circles",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "covenant",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="covenants.covenant",
                    ),
                ),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="covenants.historicalcovenant",
                    ),
                ),
                (
                    "movementcircle",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="neighbourhoods.movementcircle",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalCovenant_circles",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCovenant_neighbourhoods",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "covenant",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="covenants.covenant",
                    ),
                ),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="covenants.historicalcovenant",
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
                "verbose_name": "HistoricalCovenant_neighbourhoods",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalReportingPeriod",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(verbose_name="until")),
                ("due_on", models.DateField(verbose_name="reports by")),
                (
                    "reminded_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="last reminded on"),
                ),
                (
                    "talk_asked_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="talk asked on"),
                ),
                (
                    "talk_asked_by",
                    models.CharField(
                        blank=True,
                        choices=[("CITY", "the city"), ("PARTNER", "the partner")],
                        editable=False,
                        max_length=10,
                        verbose_name="talk asked by",
                    ),
                ),
                ("talked_on", models.DateField(blank=True, null=True, verbose_name="day of the talk")),
                ("present", models.TextField(blank=True, max_length=500, verbose_name="who was there")),
                ("settled", models.TextField(blank=True, max_length=6000, verbose_name="what we settled together")),
                (
                    "agreed_by_city",
                    models.BooleanField(default=False, editable=False, verbose_name="the city agrees with the text"),
                ),
                (
                    "agreed_by_partner",
                    models.BooleanField(default=False, editable=False, verbose_name="the partner agrees with the text"),
                ),
                (
                    "settled_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="settled together on"),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "covenant",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="covenants.covenant",
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
            ],
            options={
                "verbose_name": "historical period",
                "verbose_name_plural": "historical periods",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalStaffMirror",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_with", models.UUIDField(db_index=True, editable=False, null=True)),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(2000),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="year",
                    ),
                ),
                (
                    "people",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5000),
                        ],
                        verbose_name="people who work or volunteer for us",
                    ),
                ),
                ("counts", models.JSONField(default=dict)),
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
                "verbose_name": "historical mirror of the staff",
                "verbose_name_plural": "historical mirrors of the staff",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Indicator",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_with", models.UUIDField(editable=False, null=True, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("QUANTITATIVE", "in numbers"), ("QUALITATIVE", "in statements and stories")],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "function",
                    models.CharField(
                        choices=[
                            ("FREE_TIME", "free time"),
                            ("WELFARE", "welfare"),
                            ("BRIDGE", "bridge"),
                            ("SIGNAL", "signal"),
                        ],
                        max_length=20,
                        verbose_name="function",
                    ),
                ),
                ("name", models.CharField(max_length=160, verbose_name="name")),
                ("definition", models.TextField(blank=True, max_length=2000, verbose_name="what exactly is looked at")),
                ("unit", models.CharField(blank=True, max_length=40, verbose_name="unit")),
                (
                    "better_when",
                    models.CharField(
                        choices=[("HIGHER", "more is better"), ("LOWER", "less is better")],
                        default="HIGHER",
                        max_length=10,
                        verbose_name="which way it should go",
                    ),
                ),
                (
                    "over_periods",
                    models.CharField(
                        choices=[
                            ("SUM", "they add up"),
                            ("MEAN", "the mean counts"),
                            ("LATEST", "the latest counts"),
                            ("DISTINCT", "the same people may count twice"),
                        ],
                        default="SUM",
                        max_length=10,
                        verbose_name="values of several periods",
                    ),
                ),
                (
                    "over_areas",
                    models.CharField(
                        choices=[
                            ("SUM", "they add up"),
                            ("MEAN", "the mean counts"),
                            ("DISTINCT", "the same people may count twice"),
                        ],
                        default="SUM",
                        max_length=10,
                        verbose_name="values of several areas",
                    ),
                ),
                (
                    "age_split",
                    models.CharField(
                        choices=[
                            ("NONE", "not by age"),
                            ("TWO", "6–15 and 16–25 years"),
                            ("YOUNGER", "6–11, 12–15 and 16–25 years"),
                            ("OLDER", "6–15, 16–19 and 20–25 years"),
                        ],
                        default="NONE",
                        max_length=10,
                        verbose_name="by age",
                    ),
                ),
                ("by_neighbourhood", models.BooleanField(default=False, verbose_name="for each neighbourhood apart")),
                (
                    "measured_by",
                    models.CharField(
                        choices=[("CITY", "the city"), ("PARTNER", "the partner")],
                        default="PARTNER",
                        max_length=10,
                        verbose_name="who measures it",
                    ),
                ),
                (
                    "statements",
                    models.JSONField(blank=True, default=list, verbose_name="statements, from furthest to nearest"),
                ),
                (
                    "guiding_questions",
                    models.TextField(blank=True, max_length=2000, verbose_name="questions that help to tell"),
                ),
                ("position", models.PositiveSmallIntegerField(default=100, verbose_name="place in the list")),
                (
                    "baseline",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="where it stands"
                    ),
                ),
                (
                    "target",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="where we want to get"
                    ),
                ),
                (
                    "need",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="what would be needed"
                    ),
                ),
                (
                    "why_backwards",
                    models.TextField(blank=True, max_length=1000, verbose_name="why the target lies behind"),
                ),
                (
                    "baseline_place",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="the statement that holds now"
                    ),
                ),
                (
                    "aim_place",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="the statement we want to get to"
                    ),
                ),
                ("dropped_on", models.DateField(blank=True, editable=False, null=True, verbose_name="taken out on")),
                (
                    "blueprint",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="indicators",
                        to="covenants.blueprint",
                        verbose_name="blueprint",
                    ),
                ),
                (
                    "copy_of",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="covenants.indicator",
                    ),
                ),
                (
                    "covenant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="indicators", to="covenants.covenant"
                    ),
                ),
            ],
            options={
                "verbose_name": "indicator",
                "verbose_name_plural": "indicators",
                "ordering": ["position", "id"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalIndicator",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_with", models.UUIDField(db_index=True, editable=False, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("QUANTITATIVE", "in numbers"), ("QUALITATIVE", "in statements and stories")],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "function",
                    models.CharField(
                        choices=[
                            ("FREE_TIME", "free time"),
                            ("WELFARE", "welfare"),
                            ("BRIDGE", "bridge"),
                            ("SIGNAL", "signal"),
                        ],
                        max_length=20,
                        verbose_name="function",
                    ),
                ),
                ("name", models.CharField(max_length=160, verbose_name="name")),
                ("definition", models.TextField(blank=True, max_length=2000, verbose_name="what exactly is looked at")),
                ("unit", models.CharField(blank=True, max_length=40, verbose_name="unit")),
                (
                    "better_when",
                    models.CharField(
                        choices=[("HIGHER", "more is better"), ("LOWER", "less is better")],
                        default="HIGHER",
                        max_length=10,
                        verbose_name="which way it should go",
                    ),
                ),
                (
                    "over_periods",
                    models.CharField(
                        choices=[
                            ("SUM", "they add up"),
                            ("MEAN", "the mean counts"),
                            ("LATEST", "the latest counts"),
                            ("DISTINCT", "the same people may count twice"),
                        ],
                        default="SUM",
                        max_length=10,
                        verbose_name="values of several periods",
                    ),
                ),
                (
                    "over_areas",
                    models.CharField(
                        choices=[
                            ("SUM", "they add up"),
                            ("MEAN", "the mean counts"),
                            ("DISTINCT", "the same people may count twice"),
                        ],
                        default="SUM",
                        max_length=10,
                        verbose_name="values of several areas",
                    ),
                ),
                (
                    "age_split",
                    models.CharField(
                        choices=[
                            ("NONE", "not by age"),
                            ("TWO", "6–15 and 16–25 years"),
                            ("YOUNGER", "6–11, 12–15 and 16–25 years"),
                            ("OLDER", "6–15, 16–19 and 20–25 years"),
                        ],
                        default="NONE",
                        max_length=10,
                        verbose_name="by age",
                    ),
                ),
                ("by_neighbourhood", models.BooleanField(default=False, verbose_name="for each neighbourhood apart")),
                (
                    "measured_by",
                    models.CharField(
                        choices=[("CITY", "the city"), ("PARTNER", "the partner")],
                        default="PARTNER",
                        max_length=10,
                        verbose_name="who measures it",
                    ),
                ),
                (
                    "statements",
                    models.JSONField(blank=True, default=list, verbose_name="statements, from furthest to nearest"),
                ),
                (
                    "guiding_questions",
                    models.TextField(blank=True, max_length=2000, verbose_name="questions that help to tell"),
                ),
                ("position", models.PositiveSmallIntegerField(default=100, verbose_name="place in the list")),
                (
                    "baseline",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="where it stands"
                    ),
                ),
                (
                    "target",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="where we want to get"
                    ),
                ),
                (
                    "need",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="what would be needed"
                    ),
                ),
                (
                    "why_backwards",
                    models.TextField(blank=True, max_length=1000, verbose_name="why the target lies behind"),
                ),
                (
                    "baseline_place",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="the statement that holds now"
                    ),
                ),
                (
                    "aim_place",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="the statement we want to get to"
                    ),
                ),
                ("dropped_on", models.DateField(blank=True, editable=False, null=True, verbose_name="taken out on")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "blueprint",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="covenants.blueprint",
                        verbose_name="blueprint",
                    ),
                ),
                (
                    "covenant",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="covenants.covenant",
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
                    "copy_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="covenants.indicator",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical indicator",
                "verbose_name_plural": "historical indicators",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Remark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_with", models.UUIDField(editable=False, null=True, unique=True)),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("subject", "Who, where and how long"),
                            ("articles", "What we agree"),
                            ("hours", "Hours a week"),
                            ("budget", "Budget"),
                            ("partner-commitments", "What the partner promises"),
                            ("city-commitments", "What the city promises"),
                            ("indicators", "What we look at together"),
                            ("following-up", "How we follow up"),
                        ],
                        max_length=30,
                    ),
                ),
                ("side", models.CharField(choices=[("CITY", "the city"), ("PARTNER", "the partner")], max_length=10)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("text", models.TextField(max_length=2000, verbose_name="your remark")),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="remarks",
                        to="covenants.article",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "covenant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="remarks", to="covenants.covenant"
                    ),
                ),
            ],
            options={
                "verbose_name": "remark",
                "verbose_name_plural": "remarks",
                "ordering": ["at", "id"],
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("side", models.CharField(choices=[("CITY", "the city"), ("PARTNER", "the partner")], max_length=10)),
                ("how_it_went", models.TextField(blank=True, max_length=6000, verbose_name="how it went")),
                ("hindered", models.TextField(blank=True, max_length=4000, verbose_name="what stood in the way")),
                ("needs", models.TextField(blank=True, max_length=4000, verbose_name="what we need")),
                ("submitted_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "submitted_by",
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
                "verbose_name": "report",
                "verbose_name_plural": "reports",
                "ordering": ["side"],
            },
        ),
        migrations.CreateModel(
            name="Reflection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "place",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="the statement that holds"),
                ),
                ("narrative", models.TextField(blank=True, max_length=3000, verbose_name="what shows that")),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reflections",
                        to="covenants.indicator",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reflections", to="covenants.report"
                    ),
                ),
            ],
            options={
                "verbose_name": "reflection",
                "verbose_name_plural": "reflections",
                "ordering": ["indicator", "id"],
            },
        ),
        migrations.CreateModel(
            name="Measurement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("age_group", models.CharField(blank=True, max_length=10, verbose_name="ages")),
                (
                    "value",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="value"),
                ),
                ("measured_on", models.DateField(blank=True, null=True, verbose_name="measured on")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measurements",
                        to="covenants.indicator",
                    ),
                ),
                (
                    "neighbourhood",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="neighbourhoods.neighbourhood",
                        verbose_name="neighbourhood",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="measurements", to="covenants.report"
                    ),
                ),
            ],
            options={
                "verbose_name": "measurement",
                "verbose_name_plural": "measurements",
                "ordering": ["indicator", "id"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalStory",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_with", models.UUIDField(db_index=True, editable=False, null=True)),
                (
                    "function",
                    models.CharField(
                        choices=[
                            ("FREE_TIME", "free time"),
                            ("WELFARE", "welfare"),
                            ("BRIDGE", "bridge"),
                            ("SIGNAL", "signal"),
                        ],
                        max_length=20,
                        verbose_name="function",
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                ("text", models.TextField(max_length=4000, verbose_name="the story")),
                (
                    "has_consent",
                    models.BooleanField(default=False, verbose_name="whoever it is about agrees that we tell it"),
                ),
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
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="covenants.indicator",
                        verbose_name="indicator",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="covenants.report",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical story of change",
                "verbose_name_plural": "historical stories of change",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalReflection",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "place",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="the statement that holds"),
                ),
                ("narrative", models.TextField(blank=True, max_length=3000, verbose_name="what shows that")),
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
                (
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="covenants.indicator",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="covenants.report",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical reflection",
                "verbose_name_plural": "historical reflections",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMeasurement",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("age_group", models.CharField(blank=True, max_length=10, verbose_name="ages")),
                (
                    "value",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="value"),
                ),
                ("measured_on", models.DateField(blank=True, null=True, verbose_name="measured on")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
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
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="covenants.indicator",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="covenants.report",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical measurement",
                "verbose_name_plural": "historical measurements",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("content_type", models.CharField(max_length=100)),
                ("content", models.BinaryField()),
                ("size", models.PositiveIntegerField()),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("created_with", models.UUIDField(editable=False, null=True, unique=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="attachments", to="covenants.report"
                    ),
                ),
            ],
            options={
                "verbose_name": "attachment",
                "verbose_name_plural": "attachments",
                "ordering": ["at", "id"],
            },
        ),
        migrations.CreateModel(
            name="ReportingPeriod",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(verbose_name="until")),
                ("due_on", models.DateField(verbose_name="reports by")),
                (
                    "reminded_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="last reminded on"),
                ),
                (
                    "talk_asked_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="talk asked on"),
                ),
                (
                    "talk_asked_by",
                    models.CharField(
                        blank=True,
                        choices=[("CITY", "the city"), ("PARTNER", "the partner")],
                        editable=False,
                        max_length=10,
                        verbose_name="talk asked by",
                    ),
                ),
                ("talked_on", models.DateField(blank=True, null=True, verbose_name="day of the talk")),
                ("present", models.TextField(blank=True, max_length=500, verbose_name="who was there")),
                ("settled", models.TextField(blank=True, max_length=6000, verbose_name="what we settled together")),
                (
                    "agreed_by_city",
                    models.BooleanField(default=False, editable=False, verbose_name="the city agrees with the text"),
                ),
                (
                    "agreed_by_partner",
                    models.BooleanField(default=False, editable=False, verbose_name="the partner agrees with the text"),
                ),
                (
                    "settled_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="settled together on"),
                ),
                (
                    "covenant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="periods", to="covenants.covenant"
                    ),
                ),
            ],
            options={
                "verbose_name": "period",
                "verbose_name_plural": "periods",
                "ordering": ["starts_on"],
            },
        ),
        migrations.AddField(
            model_name="report",
            name="period",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="reports", to="covenants.reportingperiod"
            ),
        ),
        migrations.CreateModel(
            name="HistoricalReport",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("side", models.CharField(choices=[("CITY", "the city"), ("PARTNER", "the partner")], max_length=10)),
                ("how_it_went", models.TextField(blank=True, max_length=6000, verbose_name="how it went")),
                ("hindered", models.TextField(blank=True, max_length=4000, verbose_name="what stood in the way")),
                ("needs", models.TextField(blank=True, max_length=4000, verbose_name="what we need")),
                ("submitted_at", models.DateTimeField(blank=True, editable=False, null=True)),
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
                (
                    "submitted_by",
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
                    "period",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="covenants.reportingperiod",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical report",
                "verbose_name_plural": "historical reports",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCommitment",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_with", models.UUIDField(db_index=True, editable=False, null=True)),
                (
                    "side",
                    models.CharField(
                        choices=[("CITY", "the city"), ("PARTNER", "the partner")],
                        max_length=10,
                        verbose_name="whose promise",
                    ),
                ),
                ("what", models.CharField(max_length=400, verbose_name="what is promised")),
                ("due_on", models.DateField(verbose_name="kept by")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("OPEN", "open"),
                            ("UNDER_WAY", "under way"),
                            ("KEPT", "kept"),
                            ("NOT_KEPT", "not kept"),
                        ],
                        default="OPEN",
                        editable=False,
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                ("kept_on", models.DateField(blank=True, null=True, verbose_name="kept on")),
                ("explanation", models.TextField(blank=True, max_length=1000, verbose_name="how it goes")),
                ("dropped_on", models.DateField(blank=True, editable=False, null=True, verbose_name="taken out on")),
                (
                    "reminded_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="last reminded on"),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "copy_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="covenants.commitment",
                    ),
                ),
                (
                    "covenant",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="covenants.covenant",
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
                (
                    "agreed_in",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="covenants.reportingperiod",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical commitment",
                "verbose_name_plural": "historical commitments",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="commitment",
            name="agreed_in",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="agreements",
                to="covenants.reportingperiod",
            ),
        ),
        migrations.CreateModel(
            name="CityRating",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "aspect",
                    models.CharField(
                        choices=[
                            ("WORD", "The city keeps its word"),
                            ("REACH", "We reach somebody when we need the city"),
                            ("EQUALS", "We are treated as a full partner"),
                            ("SIGNALS", "Something is done with what we signal"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "score",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="score",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ratings",
                        to="covenants.reportingperiod",
                    ),
                ),
            ],
            options={
                "verbose_name": "rating of the city",
                "verbose_name_plural": "ratings of the city",
            },
        ),
        migrations.CreateModel(
            name="Signature",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("side", models.CharField(choices=[("CITY", "the city"), ("PARTNER", "the partner")], max_length=10)),
                ("name", models.CharField(max_length=100, verbose_name="your name, as it stands under the text")),
                ("job", models.CharField(max_length=100, verbose_name="your function")),
                ("sha256", models.CharField(max_length=64)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="signatures", to="covenants.document"
                    ),
                ),
            ],
            options={
                "verbose_name": "signature",
                "verbose_name_plural": "signatures",
                "ordering": ["at", "id"],
            },
        ),
        migrations.CreateModel(
            name="StaffMirror",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_with", models.UUIDField(editable=False, null=True, unique=True)),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(2000),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="year",
                    ),
                ),
                (
                    "people",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5000),
                        ],
                        verbose_name="people who work or volunteer for us",
                    ),
                ),
                ("counts", models.JSONField(default=dict)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mirrors",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "mirror of the staff",
                "verbose_name_plural": "mirrors of the staff",
                "ordering": ["-year"],
            },
        ),
        migrations.CreateModel(
            name="Story",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_with", models.UUIDField(editable=False, null=True, unique=True)),
                (
                    "function",
                    models.CharField(
                        choices=[
                            ("FREE_TIME", "free time"),
                            ("WELFARE", "welfare"),
                            ("BRIDGE", "bridge"),
                            ("SIGNAL", "signal"),
                        ],
                        max_length=20,
                        verbose_name="function",
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                ("text", models.TextField(max_length=4000, verbose_name="the story")),
                (
                    "has_consent",
                    models.BooleanField(default=False, verbose_name="whoever it is about agrees that we tell it"),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stories",
                        to="covenants.indicator",
                        verbose_name="indicator",
                    ),
                ),
                (
                    "neighbourhood",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="neighbourhoods.neighbourhood",
                        verbose_name="neighbourhood",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="stories", to="covenants.report"
                    ),
                ),
            ],
            options={
                "verbose_name": "story of change",
                "verbose_name_plural": "stories of change",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalStoryChoice",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "panel",
                    models.CharField(
                        choices=[("YOUNG_PEOPLE", "young people"), ("WORKERS", "youth workers"), ("CITY", "the city")],
                        max_length=20,
                        verbose_name="who chose",
                    ),
                ),
                ("why", models.TextField(max_length=1000, verbose_name="why this one")),
                ("chosen_on", models.DateField(default=jos.shared.time.today, verbose_name="chosen on")),
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="covenants.story",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical chosen story",
                "verbose_name_plural": "historical chosen stories",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="StoryChoice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "panel",
                    models.CharField(
                        choices=[("YOUNG_PEOPLE", "young people"), ("WORKERS", "youth workers"), ("CITY", "the city")],
                        max_length=20,
                        verbose_name="who chose",
                    ),
                ),
                ("why", models.TextField(max_length=1000, verbose_name="why this one")),
                ("chosen_on", models.DateField(default=jos.shared.time.today, verbose_name="chosen on")),
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
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="choices", to="covenants.story"
                    ),
                ),
            ],
            options={
                "verbose_name": "chosen story",
                "verbose_name_plural": "chosen stories",
                "ordering": ["-chosen_on", "id"],
            },
        ),
        migrations.AddIndex(
            model_name="covenant",
            index=models.Index(fields=["state", "valid_until"], name="covenants_by_state"),
        ),
        migrations.AddConstraint(
            model_name="covenant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("organisation", None), ("partnership__isnull", False)),
                    models.Q(("organisation__isnull", False), ("partnership", None)),
                    _connector="OR",
                ),
                name="covenants_covenant_is_with_one_party",
                violation_error_message="Choose one organisation or one partnership.",
            ),
        ),
        migrations.AddConstraint(
            model_name="covenant",
            constraint=models.CheckConstraint(
                condition=models.Q(("valid_until__gte", models.F("valid_from"))),
                name="covenants_covenant_ends_after_it_starts",
                violation_error_message="The end date is before the start date.",
            ),
        ),
        migrations.AddConstraint(
            model_name="covenant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["OFFERED", "SIGNED", "MERGED"]), _negated=True),
                    models.Q(("accepted_by_city", True), ("accepted_by_partner", True)),
                    _connector="OR",
                ),
                name="covenants_offered_covenant_is_accepted_by_both",
            ),
        ),
        migrations.AddConstraint(
            model_name="covenant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["SIGNED", "MERGED"]), _negated=True),
                    ("signed_on__isnull", False),
                    _connector="OR",
                ),
                name="covenants_signed_covenant_has_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="covenant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "MERGED"), _negated=True), ("amends__isnull", False), _connector="OR"
                ),
                name="covenants_only_an_amendment_is_merged",
            ),
        ),
        migrations.AddConstraint(
            model_name="covenant",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["DRAFTING", "OFFERED"])),
                fields=("amends",),
                name="covenants_one_amendment_at_a_time",
                violation_error_message="There is an amendment of this covenant already that is not signed yet.",
            ),
        ),
        migrations.AddConstraint(
            model_name="budgetline",
            constraint=models.UniqueConstraint(
                fields=("covenant", "year", "function"), name="covenants_budget_line_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="budgetline",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gte", 0)), name="covenants_budget_is_not_negative"
            ),
        ),
        migrations.AddConstraint(
            model_name="agreedhours",
            constraint=models.UniqueConstraint(
                fields=("covenant", "function", "age_band", "neighbourhood"), name="covenants_agreed_hours_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="agreedhours",
            constraint=models.UniqueConstraint(
                condition=models.Q(("neighbourhood", None)),
                fields=("covenant", "function", "age_band"),
                name="covenants_agreed_hours_over_the_reach_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreedhours",
            constraint=models.CheckConstraint(
                condition=models.Q(("hours_per_week__gt", 0)), name="covenants_agreed_hours_are_some"
            ),
        ),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "QUANTITATIVE"), _negated=True),
                    models.Q(("target__isnull", False), models.Q(("unit", ""), _negated=True)),
                    _connector="OR",
                ),
                name="covenants_quantitative_indicator_has_unit_and_target",
            ),
        ),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "QUALITATIVE"), _negated=True), ("aim_place__isnull", False), _connector="OR"
                ),
                name="covenants_qualitative_indicator_has_an_aim",
            ),
        ),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("why_backwards", ""), _negated=True),
                    models.Q(
                        models.Q(
                            ("baseline", None),
                            ("target", None),
                            models.Q(("better_when", "HIGHER"), ("target__gte", models.F("baseline"))),
                            models.Q(("better_when", "LOWER"), ("target__lte", models.F("baseline"))),
                            _connector="OR",
                        ),
                        models.Q(
                            ("baseline_place", None),
                            ("aim_place", None),
                            ("aim_place__gte", models.F("baseline_place")),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="covenants_indicator_goes_forward_or_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="reflection",
            constraint=models.UniqueConstraint(fields=("report", "indicator"), name="covenants_reflection_once"),
        ),
        migrations.AddConstraint(
            model_name="reflection",
            constraint=models.CheckConstraint(
                condition=models.Q(("place", None), ("place__gte", 1), _connector="OR"), name="covenants_place_from_1"
            ),
        ),
        migrations.AddConstraint(
            model_name="measurement",
            constraint=models.UniqueConstraint(
                fields=("report", "indicator", "age_group", "neighbourhood"), name="covenants_measurement_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="measurement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("neighbourhood", None)),
                fields=("report", "indicator", "age_group"),
                name="covenants_measurement_of_the_whole_once",
            ),
        ),
        migrations.AddIndex(
            model_name="reportingperiod",
            index=models.Index(fields=["settled_on", "due_on"], name="covenants_period_by_term"),
        ),
        migrations.AddConstraint(
            model_name="reportingperiod",
            constraint=models.UniqueConstraint(fields=("covenant", "starts_on"), name="covenants_period_once"),
        ),
        migrations.AddConstraint(
            model_name="reportingperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                name="covenants_period_ends_after_it_starts",
                violation_error_message="A period ends before it starts.",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportingperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("settled_on", None),
                    models.Q(
                        ("agreed_by_city", True),
                        ("agreed_by_partner", True),
                        ("talked_on__isnull", False),
                        models.Q(("settled", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="covenants_settled_period_has_a_text_of_both",
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.UniqueConstraint(fields=("period", "side"), name="covenants_report_once"),
        ),
        migrations.AddIndex(
            model_name="commitment",
            index=models.Index(fields=["state", "due_on"], name="covenants_commitment_by_state"),
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "KEPT"), _negated=True), ("kept_on__isnull", False), _connector="OR"
                ),
                name="covenants_kept_commitment_has_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "NOT_KEPT"), _negated=True),
                    models.Q(("explanation", ""), _negated=True),
                    _connector="OR",
                ),
                name="covenants_commitment_not_kept_says_why",
                violation_error_message="Say why it was not kept.",
            ),
        ),
        migrations.AddConstraint(
            model_name="cityrating",
            constraint=models.UniqueConstraint(fields=("period", "aspect"), name="covenants_rating_once"),
        ),
        migrations.AddConstraint(
            model_name="cityrating",
            constraint=models.CheckConstraint(
                condition=models.Q(("score__range", (1, 5))), name="covenants_rating_from_1_to_5"
            ),
        ),
        migrations.AddConstraint(
            model_name="signature",
            constraint=models.UniqueConstraint(fields=("document", "side"), name="covenants_side_signs_once"),
        ),
        migrations.AddConstraint(
            model_name="signature",
            constraint=models.UniqueConstraint(
                fields=("document", "by"),
                name="covenants_nobody_signs_for_both",
                violation_error_message="You signed for the other side already: somebody else signs for this one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="staffmirror",
            constraint=models.UniqueConstraint(
                fields=("organisation", "year"),
                name="covenants_mirror_once",
                violation_error_message="There is one of this year already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="story",
            constraint=models.CheckConstraint(
                condition=models.Q(("has_consent", True)),
                name="covenants_story_has_consent",
                violation_error_message="Tell it only where whoever it is about agrees.",
            ),
        ),
        migrations.AddConstraint(
            model_name="storychoice",
            constraint=models.UniqueConstraint(fields=("story", "panel"), name="covenants_story_chosen_once"),
        ),
    ]
