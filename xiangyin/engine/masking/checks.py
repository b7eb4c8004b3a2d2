"""Check digits and plausible shapes of the numbers that belong to persons."""

_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECK = "10x98765432"
_YEARS, _MONTHS, _DAYS = range(1900, 2100), range(1, 13), range(1, 32)
# The provinces' codes begin with these figures (GB/T 2260).
_REGIONS = frozenset(
    [
        "11",
        "12",
        "13",
        "14",
        "15",
        "21",
        "22",
        "23",
        "31",
        "32",
        "33",
        "34",
        "35",
        "36",
        "37",
        "41",
        "42",
        "43",
        "44",
        "45",
        "46",
        "50",
        "51",
        "52",
        "53",
        "54",
        "61",
        "62",
        "63",
        "64",
        "65",
        "71",
        "81",
        "82",
        "83",
    ]
)


def is_birth_date(digits: str) -> bool:
    """Say whether eight figures are a date on which a living person may have been born.

    >>> is_birth_date("19871301"), is_birth_date("19870112")
    (False, True)
    """
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    return year in _YEARS and month in _MONTHS and day in _DAYS


def id_looks_right(number: str) -> bool:
    """Say whether 18 characters have an identity number's region and birth date (check digit not tested).

    >>> id_looks_right("430104198712019788"), id_looks_right("201908230011234567")
    (True, False)
    """
    return number[:2] in _REGIONS and is_birth_date(number[6:14])


def id_check(number: str) -> bool:
    """Say whether the last character of an identity number is its check character (GB 11643-1999).

    >>> id_check("11010519491231002x"), id_check("110105194912310021")
    (True, False)
    """
    total = sum(int(figure) * weight for figure, weight in zip(number[:17], _ID_WEIGHTS, strict=True))
    return number[17] == _ID_CHECK[total % 11]


def luhn(number: str) -> bool:
    """Say whether a card number's check figure is right (ISO/IEC 7812-1, Luhn).

    >>> luhn("4111111111111111"), luhn("4111111111111112")
    (True, False)
    """
    total = 0
    for place, figure in enumerate(reversed(number)):
        value = int(figure) * (1 + place % 2)
        total += value // 10 + value % 10
    return total % 10 == 0
