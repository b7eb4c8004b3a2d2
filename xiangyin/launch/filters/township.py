"""A township file as values."""

from collections.abc import Mapping
from typing import Any

from xiangyin.engine.values import Department, Neighbour, Township, Village


def township_from(said: Mapping[str, Any]) -> Township:
    """Return the township of a file's object (see design.md, the engine's contract).

    :raises KeyError, TypeError: a required name or code is missing.
    """
    return Township(
        name=str(said["name"]),
        code=str(said["code"]),
        parents=tuple(map(str, said.get("parents") or ())),
        villages=tuple(_village(one) for one in said.get("villages") or ()),
        neighbours=tuple(
            Neighbour(str(one["name"]), str(one.get("where") or "")) for one in said.get("neighbours") or ()
        ),
        departments=tuple(
            Department(str(one["code"]), str(one["name"]), tuple(map(str, one.get("topics") or ())))
            for one in said.get("departments") or ()
        ),
    )


def _village(said: Mapping[str, Any]) -> Village:
    aliases = tuple(map(str, said.get("aliases") or ()))
    return Village(str(said["code"]), str(said["name"]), str(said.get("kind") or ""), aliases)
