"""Whether the migrations say what the models say. Needs no database."""

import os
import sys

import django
from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.utils.translation import deactivate_all


def main() -> int:
    """Compare models and migrations; 1 and the missing changes if they differ."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "xiangyin.config.settings")
    django.setup()
    deactivate_all()  # a translated label is no change of the database
    loader = MigrationLoader(None)
    autodetector = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps))
    changes = autodetector.changes(graph=loader.graph)
    for label, migrations in changes.items():
        for migration in migrations:
            print(label, [str(operation.describe()) for operation in migration.operations])
    return 1 if changes else 0


if __name__ == "__main__":
    sys.exit(main())
