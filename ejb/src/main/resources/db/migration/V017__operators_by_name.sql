-- The operators' own list: few rows among all users.
create index portal_user_operator on portal_user (name, id) where role = 'OPERATOR';
