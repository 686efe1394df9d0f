-- A claim may be a family of words (柜姐|店员…认不出|看不出), longer than one way of saying it.
alter table claims.wording
    drop constraint wording_words_check,
    add constraint wording_words_check check (words <> '' and length(words) <= 300);
