-- By its beginning people recognise which of their programs holds a token; the beginning alone opens nothing.
alter table api_token add column hint text not null default '';
