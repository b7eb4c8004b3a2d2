def is_product() -> bool:
    """Whether the settings are those of the product: others, of one page, have no rights, township or accounts.

    Django must be set up.
    """
    from django.apps import apps  # only here: the command line does without Django

    return apps.is_installed("xiangyin.shared")
