"""Ties a process to start.py, which holds the other end of its standard input.

Standard library only.
"""

import os
import signal
import threading


def tie_to_start() -> None:
    """Stop this process when start.py is gone, however it went: the kernel then closes the pipe."""
    if os.environ.get("LIFELINE") == "stdin":
        threading.Thread(target=_stop_when_input_ends, daemon=True).start()


def _stop_when_input_ends() -> None:
    while os.read(0, 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
