"""The catalogue as files, for whoever has a web folder and no server."""

from spark_tools.web.site.files import Outline, is_page, site_files

__all__ = ["Outline", "is_page", "site_files"]
