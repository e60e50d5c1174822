"""Lists as files: the columns that may leave, the statement that reads them, the stream of bytes.

Which columns a kind has is declared in its app (`incidents/exports.py`); nothing else leaves.
"""
