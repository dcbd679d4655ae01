"""Whether the database is the one this version works with."""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def tables_are_up_to_date() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
