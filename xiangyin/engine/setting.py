"""A township and the models, made ready for reading items."""

from dataclasses import dataclass
from functools import lru_cache

from xiangyin.engine.model import Models
from xiangyin.engine.places.names import KIND, Names, names
from xiangyin.engine.text import fold
from xiangyin.engine.values import Township
from xiangyin.engine.words import cut

_UNIT_WEIGHT = 5  # the township's own name stands in most items and tells none apart
_VILLAGE_WEIGHT = 25


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """What reading needs: the township's names to find, and the weights of words in this township."""

    township: Township
    models: Models
    names: Names
    rarity: dict[str, int]


@lru_cache(maxsize=64)
def prepare(township: Township, models: Models) -> Setting:
    """Return the setting of a township; the same for the same values, so it is kept.

    Cost: some milliseconds the first time.
    """
    found = names(township, alike=models.alike, outside=models.outside)
    rarity = dict(models.rarity)
    for village in township.villages:
        for name in (village.name, KIND.sub("", village.name), *village.aliases):
            rarity.update(dict.fromkeys(cut(fold(name).text), _VILLAGE_WEIGHT))
    for unit in (township.name, *township.parents):
        for name in (unit, KIND.sub("", unit), unit[:-1]):
            rarity.update(dict.fromkeys(cut(fold(name).text), _UNIT_WEIGHT))
    return Setting(township, models, found, rarity)
