-- Places of the official postal file, as the operator loaded it. None is shipped.
CREATE TABLE address_place (
    postal_code       text NOT NULL CHECK (postal_code ~ '^[0-9]{7}$'),
    municipality_code text NOT NULL CHECK (municipality_code ~ '^[0-9]{5}$'),
    prefecture        text NOT NULL CHECK (prefecture ~ '^[0-9]{2}$'),
    municipality      text NOT NULL,
    town              text NOT NULL,
    PRIMARY KEY (postal_code, municipality_code, town)
);
CREATE INDEX address_place_municipality ON address_place (prefecture, municipality);

CREATE TABLE address_source (
    fingerprint bytea       NOT NULL PRIMARY KEY,
    places      integer     NOT NULL,
    loaded_at   timestamptz NOT NULL
);
