"""Log lines as JSON. They name routes, never addresses, queries or people."""

import json
import logging
import traceback


class JsonFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "logger": record.name,
            "message": _message(record),
            **getattr(record, "facts", {}),
        }
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            # Where it broke, without the message: that may hold what somebody typed.
            line["at_line"] = [f"{f.filename}:{f.lineno}" for f in traceback.extract_tb(record.exc_info[2])[-5:]]
        return json.dumps(line, ensure_ascii=False, default=str)


def _message(record: logging.LogRecord) -> str:
    """Our own lines in full; of another library's only the fixed words, since its values may be personal."""
    if record.name.startswith("jos."):
        return record.getMessage()
    if status := getattr(record, "status_code", None):  # Django puts the address, the host or the reason in these
        return f"answered {status}"
    return str(record.msg)[:200]
