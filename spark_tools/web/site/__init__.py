"""The catalogue as files, for whoever has a web folder and no server."""

from spark_tools.web.site.files import Outline, site_files

__all__ = ["Outline", "site_files"]
