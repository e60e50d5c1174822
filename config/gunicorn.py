"""How gunicorn serves the site: `gunicorn --config config/gunicorn.py config.wsgi`."""

import os

from config.lifeline import tie_to_start

bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = 4
timeout = 60
graceful_timeout = 10
# Started by root, the workers may drop to an unprivileged account.
if account := os.environ.get("RUN_AS"):
    user = group = account
# Whether a proxy's headers are believed is decided in one place, by the settings.
forwarded_allow_ips = ""
control_socket_disable = True


def on_starting(server) -> None:
    tie_to_start()
