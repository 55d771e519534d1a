def test_a_drawing_in_the_old_format_is_found(word):
    old = '<w:p><w:r><w:pict><v:shape alt="Tavlen med tre sedler"/></w:pict></w:r></w:p>'
    assert word.adding(old).rules() == ["picture-old-format"]


def test_it_must_be_described_as_well(word):
    old = "<w:p><w:r><w:pict><v:rect/></w:pict></w:r></w:p>"
    assert word.adding(old).rules() == ["picture-undescribed", "picture-old-format"]


def test_one_that_only_older_programs_see_passes(word):
    both = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline>"
        "<wp:docPr id='9' name='x' descr='Tavlen med tre sedler'/></wp:inline></w:drawing>"
        "</mc:Choice><mc:Fallback><w:pict><v:shape/></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert word.adding(both).rules() == []
