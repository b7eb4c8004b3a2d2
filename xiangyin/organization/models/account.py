from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from xiangyin.shared.access.identity import uuid7


class AccountManager(BaseUserManager["Account"]):
    def make(self, login: str, password: str) -> "Account":
        """Create an account with a hashed password."""
        account = self.model(login=self.model.normalize_username(login))
        account.set_password(password)
        account.save(using=self._db, force_insert=True)
        return account


class Account(AbstractBaseUser):
    """A login. It carries no rights: those come from the posts of the officer it belongs to."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    login = models.CharField(max_length=60, unique=True)
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "login"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = AccountManager()

    def __str__(self) -> str:
        return self.login
