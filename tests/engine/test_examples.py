"""The worked example of every public function of the engine is run."""

import doctest
import importlib
import pkgutil

import pytest

import xiangyin.engine

MODULES = sorted(found.name for found in pkgutil.walk_packages(xiangyin.engine.__path__, "xiangyin.engine."))


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_there_are_examples():
    finder = doctest.DocTestFinder(exclude_empty=True)
    found = [one for name in MODULES for one in finder.find(importlib.import_module(name)) if one.examples]

    assert len(found) > 80
