from django.db import models

from xiangyin.shared.access.tenancy import Tenanted


class Invitation(Tenanted):
    """A one-time code by which an officer makes the own account. Only the code's hash is kept."""

    officer = models.ForeignKey("organization.Officer", models.PROTECT, related_name="invitations")
    code_sha256 = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
