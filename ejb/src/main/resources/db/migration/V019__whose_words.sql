-- Which window wrote the words of a draft last, and when, so that one that shows older words does not write over them.
alter table draft add column words_mark text not null default '';
