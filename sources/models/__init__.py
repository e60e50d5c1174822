from .published import PublishedSource
from .sources import Capture, Citation, RivalAssertion, Source

__all__ = ["Capture", "Citation", "PublishedSource", "RivalAssertion", "Source"]
