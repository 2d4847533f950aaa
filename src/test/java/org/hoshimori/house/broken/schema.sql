-- Broken: every way in which a table can show one company to another. Fine: the tables called good.
create role broken_owner;
create role broken_app bypassrls createrole;
grant broken_owner to broken_app;

create table control_plan (
    id uuid primary key,
    organization_id uuid not null,
    name text unique,
    until date
);
create index control_plan_until on control_plan (until);
create index control_plan_lower on control_plan (lower(name));

create table control_step (
    organization_id uuid not null,
    id uuid not null,
    plan uuid not null,
    primary key (organization_id, id),
    constraint control_step_plan_fkey foreign key (plan) references control_plan (id)
);
alter table control_step enable row level security;
alter table control_step force row level security;
create policy everybody on control_step using (true);
create policy unless on control_step to broken_app using (
    organization_id = nullif(current_setting('hoshimori.organization', true), '')::uuid
    or (current_setting('hoshimori.organization', true) is null));
grant truncate on control_step to broken_app;
create view control_overview as select * from control_step;

create table control_keyless (organization_id uuid not null);
alter table control_keyless owner to broken_owner;

create table control_owned (organization_id uuid primary key);
alter table control_owned owner to broken_app;

create table cellar_barrel (organization_id uuid primary key);

create table access_sign_in (address text primary key);
create table access_silent (id uuid primary key);

create table article_good (
    organization_id uuid not null,
    id uuid not null,
    words text[] not null,
    primary key (organization_id, id),
    unique (organization_id, words)
);
create index on article_good using gin (words);
create table article_good_too (
    organization_id uuid not null,
    id uuid not null,
    primary key (organization_id, id),
    foreign key (organization_id, id) references article_good (organization_id, id)
);
alter table article_good enable row level security;
alter table article_good force row level security;
alter table article_good_too enable row level security;
alter table article_good_too force row level security;
create function good_organization() returns uuid language sql stable
    return nullif(current_setting('hoshimori.organization', true), '')::uuid;
create function bad_organization() returns uuid language sql stable
    return (select organization_id from article_good limit 1);
create policy organization on article_good
    using (organization_id = nullif(current_setting('hoshimori.organization', true), '')::uuid);
create policy organization on article_good_too
    using (organization_id = good_organization())
    with check (organization_id = nullif(current_setting('hoshimori.organization', true), '')::uuid);
create policy function on control_step using (organization_id = bad_organization());
create view article_good_view with (security_invoker = true) as select * from article_good;
