from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Last in the list of apps: when it is ready, every model is, and the parts can be wired together."""

    name = "xiangyin.config"
    label = "config"

    def ready(self) -> None:
        from xiangyin.config.wiring import connect  # models must be loaded first

        connect()
