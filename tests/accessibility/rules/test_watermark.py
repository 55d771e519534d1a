def test_a_watermark_is_found(foreign):
    shape = '<v:shape id="PowerPlusWaterMarkObject1"><v:textpath string="KLADDE"/></v:shape>'
    mark = f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>"
    assert foreign.adding_header(mark).rules() == ["watermark"]
