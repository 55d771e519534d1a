def test_a_comment_that_is_left_is_found(word):
    noted = '<w:p><w:r><w:t>Støj</w:t></w:r><w:r><w:commentReference w:id="2"/></w:r></w:p>'
    assert word.adding(noted).rules() == ["comments"]
