"""A file whose name cannot be read is refused: Django's parser drops it without a word.

The parser takes no notice of a part whose head it cannot decode, nor of a name of which nothing is
left, so that a form would say "saved" without its file. All uploads of the site, whichever view
reads them, come through the handler below, which looks at the heads of the parts as they pass.
"""

import re

from django.core.files.uploadhandler import FileUploadHandler
from django.http.multipartparser import (
    MAX_TOTAL_HEADER_SIZE,
    MultiPartParser,
    MultiPartParserError,
    exhaust,
)
from django.utils.http import parse_header_parameters

END_OF_HEAD = b"\r\n\r\n"
FIELD = re.compile(rb'[; ]name="?([^";]*)', re.IGNORECASE)
REPLACED = "\N{REPLACEMENT CHARACTER}"


class UnreadableFileName(MultiPartParserError):
    """A file came in whose name cannot be read; the message may be shown. `field` asked for it."""

    def __init__(self, field: str):
        self.field = field
        super().__init__(
            f"The file for “{field}” has a name that cannot be read. Nothing was saved: give it a "
            "name of letters or digits, in UTF-8, and send it again."
        )


class ReadableNames(FileUploadHandler):
    """The first of the upload handlers: hands what comes in to the others, watched."""

    def handle_raw_input(self, input_data, meta, content_length, boundary, encoding=None):
        others = [one for one in self.request.upload_handlers if one is not self]
        heads = Heads(boundary)
        parser = MultiPartParser(meta, Watched(input_data, heads), others, encoding)
        heads.left_of = parser.sanitize_file_name
        try:
            return parser.parse()
        except UnreadableFileName:
            exhaust(input_data)  # who sends the rest would not read the answer
            raise

    def receive_data_chunk(self, raw_data, start):
        return raw_data

    def file_complete(self, file_size):
        return None


class Watched:
    """A stream whose reader's bytes are shown to `heads` too."""

    def __init__(self, source, heads: "Heads"):
        self.source = source
        self.heads = heads

    def read(self, size: int) -> bytes:
        chunk = self.source.read(size)
        self.heads.feed(chunk)
        return chunk


class Heads:
    """The heads of the parts of a multipart body; UnreadableFileName where one names a file so.

    `left_of` says what the parser leaves of a file's name.
    """

    left_of = staticmethod(str)

    def __init__(self, boundary: bytes):
        self.delimiter = b"--" + boundary
        self.longest = len(self.delimiter) + MAX_TOTAL_HEADER_SIZE + len(END_OF_HEAD)
        self.seen = b""

    def feed(self, chunk: bytes) -> None:
        """Check each head that is whole now, and keep what may be the beginning of another."""
        seen, at = self.seen + chunk, 0
        while (start := seen.find(self.delimiter, at)) >= 0:
            head_from = start + len(self.delimiter)
            end = seen.find(END_OF_HEAD, head_from, start + self.longest)
            body = end + len(END_OF_HEAD)
            missing = end < 0 or len(seen) < body + len(self.delimiter) + 2
            if missing and len(seen) < start + 2 * self.longest:
                self.seen = seen[start:]
                return
            if end >= 0:
                is_empty = seen.startswith(b"\r\n" + self.delimiter, body)
                self._check(seen[head_from:end], is_empty=is_empty)
            at = head_from
        self.seen = seen[max(at, len(seen) - len(self.delimiter) + 1) :]

    def _check(self, head: bytes, *, is_empty: bool) -> None:
        for line in head.split(b"\r\n"):
            begins = line.lower()
            if begins.startswith(b"content-disposition:") and b"filename" in begins:
                self._check_name(line, is_empty=is_empty)

    def _check_name(self, line: bytes, *, is_empty: bool) -> None:
        found = FIELD.search(line)
        field = found[1].decode(errors="replace").strip() if found else ""
        try:
            name = parse_header_parameters(line.decode())[1].get("filename", "")
        except ValueError as error:
            raise UnreadableFileName(field) from error
        # A form in which no file was chosen sends an empty name and nothing below it.
        nothing_chosen = is_empty and not name
        if not nothing_chosen and (REPLACED in name or not self.left_of(name)):
            raise UnreadableFileName(field)
