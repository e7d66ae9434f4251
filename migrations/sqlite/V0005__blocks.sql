-- Time in which a provider is busy with something that is no appointment of ours. Blocks may lie on
-- one another and on appointments: they keep new ones away and throw nobody out.

CREATE TABLE blocks (
    organization_id BLOB    NOT NULL REFERENCES organizations (id),
    id              BLOB    NOT NULL CHECK (length(id) = 16),
    provider_id     TEXT    NOT NULL,
    starts_at       INTEGER NOT NULL,
    ends_at         INTEGER NOT NULL,
    reason          TEXT,
    version         INTEGER NOT NULL DEFAULT 1,
    created_at      INTEGER NOT NULL,
    updated_at      INTEGER NOT NULL,
    PRIMARY KEY (organization_id, id),
    CHECK (starts_at < ends_at)
) STRICT, WITHOUT ROWID;

CREATE INDEX blocks_of_provider ON blocks (organization_id, provider_id, ends_at, starts_at);

-- What the planner shall believe, as in the first migration.
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('calls', 'calls', '1000000 10000 1'),
    ('calls', 'uq_calls_org_call', '1000000 10000 1'),
    ('messages', 'messages', '100000 1000 1'),
    ('waitlist', 'waitlist', '100000 1000 1'),
    ('waitlist', 'waitlist_waiting', '10000 100 20 1'),
    ('events', 'events', '10000000 100000 1'),
    ('events', 'events_of_subject', '10000000 100000 3 1'),
    ('events', 'events_of_call', '10000000 100000 5 1'),
    ('blocks', 'blocks', '100000 1000 1'),
    ('blocks', 'blocks_of_provider', '100000 1000 100 1 1');
