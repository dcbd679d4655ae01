"""The words of `manage.py covenants`: each module has HELP, `add_arguments(parser)` and `run(command, **options)`."""
