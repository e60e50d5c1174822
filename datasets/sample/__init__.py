"""The sample: the confrontation in Iraq, 2019 to 2021, and the script that made it.

`convert.py` reads the working file in which the facts were gathered and writes the native format.
What the working form could not express stands in `knowledge/`, as plain data in the same ids.
"""
