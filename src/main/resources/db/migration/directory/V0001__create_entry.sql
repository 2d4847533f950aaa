-- What the public may know of an accepted declaration. Private fields never get in here.
CREATE TABLE directory_entry (
    number           text    NOT NULL PRIMARY KEY,
    star             integer NOT NULL CHECK (star IN (1, 2)),
    name             text    NOT NULL,
    kana             text    NOT NULL,
    folded           text    NOT NULL,
    corporate_number text,
    industry         text    NOT NULL CHECK (industry ~ '^[A-T]$'),
    prefecture       text    NOT NULL CHECK (prefecture ~ '^[0-9]{2}$'),
    municipality     text    NOT NULL,
    town             text    NOT NULL,
    holder           text    NOT NULL CHECK (holder IN ('company', 'sole-proprietor')),
    since            date    NOT NULL,
    policy_url       text,
    stopped_on       date
);
CREATE INDEX directory_entry_folded ON directory_entry (folded, prefecture);
CREATE INDEX directory_entry_corporate_number ON directory_entry (corporate_number) WHERE corporate_number IS NOT NULL;
