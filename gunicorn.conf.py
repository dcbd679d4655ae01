"""How gunicorn serves the portal, in the demo and in production. WEB_CONCURRENCY sets how many processes."""

import os

worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", 2))
threads = 4
control_socket_disable = True
secure_scheme_headers: dict[str, str] = {}  # Django alone decides which proxy to believe (TRUSTED_PROXIES)
max_requests = 10_000  # a process starts afresh now and then, not all at once
max_requests_jitter = 1_000

# The portal writes one line a request itself, without addresses (jos/shared/logs.py).
accesslog = None
logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "jos.shared.logs.JsonFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    # Its warnings are about requests it cannot read, with their addresses and what they asked.
    "loggers": {"gunicorn.error": {"handlers": ["console"], "level": "ERROR", "propagate": False}},
}
