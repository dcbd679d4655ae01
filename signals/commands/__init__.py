"""The words of `manage.py signals`: each module has HELP, `add_arguments(parser)` and `run(command, **options)`."""
