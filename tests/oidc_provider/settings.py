"""The portal's settings, with what makes it a provider of OpenID Connect."""

import os

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from jos.settings import *  # noqa: F403
from jos.settings import CONTENT_SECURITY_POLICY, INSTALLED_APPS, SELF

INSTALLED_APPS = [*INSTALLED_APPS, "allauth.idp.oidc"]
ROOT_URLCONF = "tests.oidc_provider.urls"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # so that somebody comes by whose address was never verified
CONTENT_SECURITY_POLICY["DIRECTIVES"]["form-action"] = [SELF, os.environ["PORTAL"]]  # the way back from its forms

_key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
IDP_OIDC_PRIVATE_KEY = _key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
