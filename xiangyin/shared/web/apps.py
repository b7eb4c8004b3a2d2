from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "xiangyin.shared.web"
    label = "web"
