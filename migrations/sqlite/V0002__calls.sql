-- Phone calls as the voice platforms report them, and what callers asked to be told.

CREATE TABLE calls (
    organization_id  BLOB    NOT NULL REFERENCES organizations (id),
    id               BLOB    NOT NULL CHECK (length(id) = 16),
    -- As the platform numbers it: one row however often it reports.
    call_id          TEXT    NOT NULL,
    channel          TEXT    NOT NULL,
    assistant_id     TEXT,
    caller_number    TEXT,
    called_number    TEXT,
    contact_id       BLOB,
    status           TEXT    NOT NULL CHECK (status IN ('ringing', 'in_progress', 'forwarding', 'ended')),
    started_at       INTEGER,
    ended_at         INTEGER,
    ended_reason     TEXT,
    duration_seconds INTEGER,
    -- Millionths of a US dollar, as platforms bill fractions of a cent.
    cost_micros      INTEGER,
    summary          TEXT,
    transcript       TEXT,
    recording_url    TEXT,
    -- Why the agent said it ended, and where it was transferred to.
    outcome          TEXT,
    transferred_to   TEXT,
    created_at       INTEGER NOT NULL,
    updated_at       INTEGER NOT NULL,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, contact_id) REFERENCES contacts (organization_id, id)
        ON DELETE SET NULL
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX uq_calls_org_call ON calls (organization_id, call_id);
CREATE INDEX calls_of_contact ON calls (organization_id, contact_id) WHERE contact_id IS NOT NULL;

-- What could be read of reports about calls that no organization was found for, for somebody to look at.
CREATE TABLE unrouted_calls (
    id            BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    credential_id BLOB    NOT NULL REFERENCES credentials (id),
    call_id       TEXT    NOT NULL,
    report        TEXT    NOT NULL,
    created_at    INTEGER NOT NULL,
    UNIQUE (credential_id, call_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE messages (
    organization_id BLOB    NOT NULL REFERENCES organizations (id),
    id              BLOB    NOT NULL CHECK (length(id) = 16),
    contact_id      BLOB,
    name            TEXT,
    phone           TEXT,
    -- Empty once it was erased.
    body            TEXT,
    urgent          INTEGER NOT NULL CHECK (urgent IN (0, 1)),
    call_id         TEXT,
    channel         TEXT    NOT NULL,
    handled_at      INTEGER,
    version         INTEGER NOT NULL DEFAULT 1,
    created_at      INTEGER NOT NULL,
    updated_at      INTEGER NOT NULL,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, contact_id) REFERENCES contacts (organization_id, id)
        ON DELETE SET NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX messages_of_contact ON messages (organization_id, contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX messages_of_call ON messages (organization_id, call_id) WHERE call_id IS NOT NULL;
