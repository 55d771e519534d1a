"""The download page: what TRIO and MED members fetch, served or as files of a site."""
