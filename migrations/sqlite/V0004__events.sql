-- Who changed what, when and from where. Rows are only ever added; erasing a person empties what a
-- row said of them and nothing else, which the chain of seals survives: it is made of digests.

CREATE TABLE events (
    organization_id BLOB    NOT NULL REFERENCES organizations (id),
    id              BLOB    NOT NULL CHECK (length(id) = 16),
    at              INTEGER NOT NULL,
    kind            TEXT    NOT NULL,
    subject_id      BLOB    CHECK (length(subject_id) = 16),
    channel         TEXT    NOT NULL,
    credential_id   BLOB    CHECK (length(credential_id) = 16),
    call_id         TEXT,
    -- What changed, as JSON; NULL where there is nothing, or not any more.
    before          TEXT,
    after           TEXT,
    -- Keeps a digest of something short, a phone number say, from being guessed once it is erased.
    salt            BLOB,
    digest          BLOB    NOT NULL CHECK (length(digest) = 32),
    -- The event of the erasure that emptied this one.
    erased_by       BLOB    CHECK (length(erased_by) = 16),
    PRIMARY KEY (organization_id, id),
    CHECK (erased_by IS NULL OR (before IS NULL AND after IS NULL AND salt IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX events_of_subject ON events (organization_id, subject_id, id) WHERE subject_id IS NOT NULL;
CREATE INDEX events_of_call ON events (organization_id, call_id, id) WHERE call_id IS NOT NULL;

-- One link for the events since the last one: SHA-256 over the link before and their digests in order.
CREATE TABLE event_seals (
    organization_id BLOB    NOT NULL REFERENCES organizations (id),
    last_event_id   BLOB    NOT NULL CHECK (length(last_event_id) = 16),
    count           INTEGER NOT NULL,
    hash            BLOB    NOT NULL CHECK (length(hash) = 32),
    sealed_at       INTEGER NOT NULL,
    PRIMARY KEY (organization_id, last_event_id)
) STRICT, WITHOUT ROWID;
