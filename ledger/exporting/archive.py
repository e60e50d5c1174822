"""A zip archive whose bytes follow from what is in it, and not from when it is made."""

import shutil
import zipfile

OLDEST = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip archive can name


class SteadyZip(zipfile.ZipFile):
    """A zip archive in which every file is as old as can be; it takes what openpyxl gives it."""

    def writestr(self, zinfo_or_arcname, data, compress_type=None, compresslevel=None):
        super().writestr(_undated(zinfo_or_arcname), data, zipfile.ZIP_DEFLATED, compresslevel)

    def write(self, filename, arcname=None, compress_type=None, compresslevel=None):
        info = _undated(arcname)
        info.compress_type = zipfile.ZIP_DEFLATED
        with open(filename, "rb") as source, self.open(info, "w", force_zip64=True) as target:
            shutil.copyfileobj(source, target)


def _undated(name: str) -> zipfile.ZipInfo:
    return zipfile.ZipInfo(name, OLDEST)
