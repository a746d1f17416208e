-- A search finds "indemnización" by "indemnizacion" and the other way round. The Spanish stemmer drops accents last, after
-- it has looked for endings that have one, so a text is indexed both as written and without its accents.
create function folded(words text) returns text immutable parallel safe returns null on null input language sql
    return translate(words, 'áéíóúüñÁÉÍÓÚÜÑ', 'aeiouunAEIOUUN');

alter table claim_case drop column search;
alter table claim_case add column search tsvector not null generated always as (
    array_to_tsvector(array_remove(array ['account:' || account_id::text, 'reporter:' || reporter_id::text,
        'number:' || lower(number), 'tracking:' || lower(tracking_number)], null))
    || to_tsvector('spanish', subject || ' ' || description)
    || to_tsvector('spanish', folded(subject || ' ' || description))) stored;
create index claim_case_search on claim_case using gin (search);
