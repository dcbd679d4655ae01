"""Log lines as JSON. They name routes, never addresses, queries or people."""

import json
import logging
import traceback
from pathlib import Path

PROJECT = f"{Path(__file__).resolve().parent.parent.parent}/"


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
            line["at_line"] = _where(record.exc_info[2])
        return json.dumps(line, ensure_ascii=False, default=str)


def _where(trace) -> list[str]:
    """Our own last lines and the one that broke, without the message: that may hold what somebody typed."""
    *above, broke = traceback.extract_tb(trace)
    ours = [frame for frame in above if frame.filename.startswith(PROJECT) and "site-packages" not in frame.filename]
    return [f"{frame.filename.removeprefix(PROJECT)}:{frame.lineno}" for frame in (*ours[-4:], broke)]


def _message(record: logging.LogRecord) -> str:
    """Our own lines in full; of another library's only the fixed words, since its values may be personal."""
    if record.name.startswith("jos."):
        return record.getMessage()
    if status := getattr(record, "status_code", None):  # Django puts the address, the host or the reason in these
        return f"answered {status}"
    return str(record.msg)[:200]
