"""What goes along with a form from its first screen, signed: it was begun here, when, and under which code it is kept.

Nothing stands in the database before somebody sends. Sent twice, it is kept once, and shows the same code.
"""

import hashlib
import json
import time
import uuid
from dataclasses import dataclass

from django.core import signing

from signals.tracking import new_code

SALT = "signals.sending"
QUICKEST = 3  # seconds for four screens: who is faster is no person
LONGEST = 24 * 60 * 60  # a form that stood open longer is looked at once more before it is sent


@dataclass(frozen=True)
class Ticket:
    token: uuid.UUID
    code: str
    started: int  # seconds

    @classmethod
    def new(cls) -> "Ticket":
        return cls(uuid.uuid4(), new_code(), int(time.time()))

    @classmethod
    def read(cls, signed: str) -> "Ticket | None":
        """None: not ours, or too long ago."""
        try:
            token, code, started = signing.loads(signed, salt=SALT, max_age=LONGEST)
        except signing.BadSignature:
            return None
        return cls(uuid.UUID(token), code, started)

    @property
    def signed(self) -> str:
        return signing.dumps((str(self.token), self.code, self.started), salt=SALT)

    @property
    def is_too_fresh(self) -> bool:
        return time.time() - self.started < QUICKEST

    def key_for(self, *sent: object) -> uuid.UUID:
        """The same for the same answers. Who goes back and changes them sends something else, which is kept as well."""
        words = json.dumps([str(self.token), *map(str, sent)])
        return uuid.UUID(bytes=hashlib.sha256(words.encode()).digest()[:16], version=4)
