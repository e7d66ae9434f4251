-- What a booking, a hold or a change touches. Ids are 16 bytes in the order of their creation (UUIDv7), times are
-- seconds since 1970 UTC. Tables that are read by their id are WITHOUT ROWID: one tree to write
-- instead of two, and new rows append within their organization.

-- Marks the file as ours ("Ring"), so that a database of another program is never migrated.
PRAGMA application_id = 0x52696e67;

CREATE TABLE organizations (
    id         BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    slug       TEXT    NOT NULL UNIQUE,
    version    INTEGER NOT NULL,
    document   TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A dialled number leads to its organization, so it is the one key that cannot begin with it.
CREATE TABLE organization_numbers (
    number          TEXT NOT NULL PRIMARY KEY,
    organization_id BLOB NOT NULL REFERENCES organizations (id)
) STRICT, WITHOUT ROWID;

CREATE INDEX organization_numbers_of ON organization_numbers (organization_id);

CREATE TABLE credentials (
    id            BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    kind          TEXT    NOT NULL CHECK (kind IN ('tool', 'api', 'platform')),
    secret_hash   BLOB    UNIQUE CHECK (length(secret_hash) = 32),
    sealed_secret BLOB,
    -- Separated by spaces, as in OAuth.
    scopes        TEXT    NOT NULL,
    created_at    INTEGER NOT NULL,
    revoked_at    INTEGER,
    CHECK ((secret_hash IS NULL) <> (sealed_secret IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX credentials_signing ON credentials (id)
    WHERE sealed_secret IS NOT NULL AND revoked_at IS NULL;

CREATE TABLE credential_organizations (
    organization_id BLOB NOT NULL REFERENCES organizations (id),
    credential_id   BLOB NOT NULL REFERENCES credentials (id),
    PRIMARY KEY (organization_id, credential_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX credential_organizations_of ON credential_organizations (credential_id);

CREATE TABLE contacts (
    organization_id BLOB    NOT NULL REFERENCES organizations (id),
    id              BLOB    NOT NULL CHECK (length(id) = 16),
    name            TEXT,
    phone           TEXT,
    email           TEXT,
    -- Appointments that this person missed.
    no_shows        INTEGER NOT NULL DEFAULT 0 CHECK (no_shows >= 0),
    version         INTEGER NOT NULL DEFAULT 1,
    created_at      INTEGER NOT NULL,
    updated_at      INTEGER NOT NULL,
    -- Who asked to be forgotten stays as a row without a name: appointments keep their time.
    erased_at       INTEGER,
    PRIMARY KEY (organization_id, id),
    CHECK ((phone IS NOT NULL OR email IS NOT NULL) = (erased_at IS NULL)),
    CHECK (erased_at IS NULL OR name IS NULL)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX uq_contacts_org_phone ON contacts (organization_id, phone)
    WHERE phone IS NOT NULL;
CREATE UNIQUE INDEX uq_contacts_org_email_phoneless ON contacts (organization_id, email)
    WHERE phone IS NULL AND email IS NOT NULL;
-- Families share an email: not unique.
CREATE INDEX contacts_org_email ON contacts (organization_id, email) WHERE email IS NOT NULL;

CREATE TABLE appointments (
    organization_id   BLOB    NOT NULL,
    id                BLOB    NOT NULL CHECK (length(id) = 16),
    -- A hold is nobody's yet: it is an appointment so that it is in the same exclusion as all others.
    contact_id        BLOB,
    service_id        TEXT    NOT NULL,
    provider_id       TEXT    NOT NULL,
    starts_at         INTEGER NOT NULL,
    ends_at           INTEGER NOT NULL,
    -- With the buffers: what nobody else may overlap.
    occupied_from     INTEGER NOT NULL,
    occupied_until    INTEGER NOT NULL,
    -- Contacts per slot of the service when this row was written.
    capacity          INTEGER NOT NULL CHECK (capacity >= 1),
    status            TEXT    NOT NULL
        CHECK (status IN ('held', 'confirmed', 'cancelled', 'completed', 'no_show')),
    hold_expires_at   INTEGER,
    confirmation_code TEXT    NOT NULL,
    call_id           TEXT,
    channel           TEXT    NOT NULL,
    notes             TEXT,
    cancel_reason     TEXT,
    -- Recurring visits that were booked together.
    series_id         BLOB    CHECK (length(series_id) = 16),
    -- Staff put it where a rule or another appointment stood against it, and why.
    override_reason   TEXT,
    double_booked     INTEGER NOT NULL DEFAULT 0 CHECK (double_booked IN (0, 1)),
    version           INTEGER NOT NULL DEFAULT 1,
    created_at        INTEGER NOT NULL,
    updated_at        INTEGER NOT NULL,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, contact_id) REFERENCES contacts (organization_id, id)
        ON DELETE RESTRICT,
    CHECK (starts_at < ends_at AND occupied_from <= starts_at AND ends_at <= occupied_until),
    CHECK (status <> 'held' OR hold_expires_at IS NOT NULL),
    CHECK (contact_id IS NOT NULL OR status IN ('held', 'cancelled')),
    CHECK (double_booked = 0 OR (override_reason IS NOT NULL AND status <> 'held'))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX uq_appointments_org_code ON appointments (organization_id, confirmation_code);
-- What a call made: its appointments, and the hold that it renews, moves or gives up.
CREATE INDEX appointments_of_call ON appointments (organization_id, call_id) WHERE call_id IS NOT NULL;
CREATE INDEX appointments_of_series ON appointments (organization_id, series_id) WHERE series_id IS NOT NULL;
CREATE INDEX appointments_by_start ON appointments (organization_id, starts_at, id);
CREATE INDEX appointments_of_contact ON appointments (organization_id, contact_id, starts_at);
-- Holds every column that availability and the triggers below read, so that neither visits a row.
CREATE INDEX appointments_occupied ON appointments (
    organization_id, provider_id, occupied_from, occupied_until, service_id, starts_at, ends_at,
    status, hold_expires_at
) WHERE status <> 'cancelled' AND double_booked = 0;
-- Few: what staff put on top of others. It occupies its time as well, without excluding anything.
CREATE INDEX appointments_double_booked ON appointments (
    organization_id, provider_id, occupied_until, occupied_from, status
) WHERE status <> 'cancelled' AND double_booked = 1;

-- No two active appointments of a provider overlap, whoever writes them, unless staff double-booked on purpose; equal times of one
-- service share up to its capacity. Because what stands never overlaps, the nearest one that
-- begins before the new one ends decides: if that is over in time, all earlier ones are.
CREATE TRIGGER appointments_no_overlap_insert BEFORE INSERT ON appointments
WHEN NEW.status <> 'cancelled' AND NEW.double_booked = 0
BEGIN
    SELECT RAISE(ABORT, 'appointments_no_overlap')
    FROM (
        SELECT occupied_from, occupied_until, service_id, starts_at, ends_at
        FROM appointments
        WHERE organization_id = NEW.organization_id AND provider_id = NEW.provider_id
            AND status <> 'cancelled' AND double_booked = 0 AND occupied_from < NEW.occupied_until
        ORDER BY occupied_from DESC
        LIMIT 1
    ) AS nearest
    WHERE nearest.occupied_until > NEW.occupied_from
        AND (
            (nearest.occupied_from, nearest.occupied_until, nearest.service_id, nearest.starts_at, nearest.ends_at)
                <> (NEW.occupied_from, NEW.occupied_until, NEW.service_id, NEW.starts_at, NEW.ends_at)
            OR NEW.capacity <= (
                SELECT count(*)
                FROM appointments
                WHERE organization_id = NEW.organization_id AND provider_id = NEW.provider_id
                    AND status <> 'cancelled' AND double_booked = 0 AND occupied_from = NEW.occupied_from
            )
        );
END;

-- The same for a row that moves or comes back, which is not in its own way.
CREATE TRIGGER appointments_no_overlap_update BEFORE UPDATE OF
    organization_id, provider_id, service_id, starts_at, ends_at, occupied_from, occupied_until, capacity, status, double_booked
ON appointments
WHEN NEW.status <> 'cancelled' AND NEW.double_booked = 0
BEGIN
    SELECT RAISE(ABORT, 'appointments_no_overlap')
    FROM (
        SELECT occupied_from, occupied_until, service_id, starts_at, ends_at
        FROM appointments
        WHERE organization_id = NEW.organization_id AND provider_id = NEW.provider_id
            AND status <> 'cancelled' AND double_booked = 0 AND occupied_from < NEW.occupied_until AND id <> OLD.id
        ORDER BY occupied_from DESC
        LIMIT 1
    ) AS nearest
    WHERE nearest.occupied_until > NEW.occupied_from
        AND (
            (nearest.occupied_from, nearest.occupied_until, nearest.service_id, nearest.starts_at, nearest.ends_at)
                <> (NEW.occupied_from, NEW.occupied_until, NEW.service_id, NEW.starts_at, NEW.ends_at)
            OR NEW.capacity <= (
                SELECT count(*)
                FROM appointments
                WHERE organization_id = NEW.organization_id AND provider_id = NEW.provider_id
                    AND status <> 'cancelled' AND double_booked = 0 AND occupied_from = NEW.occupied_from AND id <> OLD.id
            )
        );
END;

-- Rows are found by (organization_id, key); the number in front keeps them in the order in which
-- they are forgotten, so that long replies append instead of scattering.
CREATE TABLE replies (
    id              INTEGER NOT NULL PRIMARY KEY,
    organization_id BLOB    NOT NULL REFERENCES organizations (id),
    key             TEXT    NOT NULL,
    fingerprint     BLOB    NOT NULL CHECK (length(fingerprint) = 32),
    reply           TEXT    NOT NULL,
    created_at      INTEGER NOT NULL,
    UNIQUE (organization_id, key)
) STRICT;

-- How many confirmation codes a call has guessed wrongly, so that nobody can try them all.
CREATE TABLE wrong_codes (
    organization_id BLOB    NOT NULL REFERENCES organizations (id),
    call_id         TEXT    NOT NULL,
    count           INTEGER NOT NULL,
    updated_at      INTEGER NOT NULL,
    PRIMARY KEY (organization_id, call_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
    -- AUTOINCREMENT: a number once given to an event is never given to another.
    id              INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    organization_id BLOB    NOT NULL REFERENCES organizations (id),
    event           TEXT    NOT NULL,
    -- The appointment, message or waitlist entry that it is about.
    subject_id      BLOB    NOT NULL CHECK (length(subject_id) = 16),
    created_at      INTEGER NOT NULL,
    due_at          INTEGER NOT NULL,
    attempts        INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What the planner shall believe from the first row on: an organization has many rows, a contact
-- few. Left to its defaults it reads a whole organization to find one appointment.
ANALYZE organizations;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('contacts', 'contacts', '1000000 10000 1'),
    ('contacts', 'uq_contacts_org_phone', '1000000 10000 1'),
    ('contacts', 'uq_contacts_org_email_phoneless', '100000 1000 1'),
    ('contacts', 'contacts_org_email', '1000000 10000 2'),
    ('appointments', 'appointments', '1000000 10000 1'),
    ('appointments', 'uq_appointments_org_code', '1000000 10000 1'),
    ('appointments', 'appointments_of_contact', '1000000 10000 3 1'),
    ('appointments', 'appointments_occupied', '1000000 10000 1000 1 1 1 1 1 1 1'),
    ('appointments', 'appointments_of_call', '1000000 10000 2'),
    ('appointments', 'appointments_of_series', '100000 1000 6'),
    ('appointments', 'appointments_by_start', '1000000 10000 2 1'),
    ('appointments', 'appointments_double_booked', '1000 100 10 1 1 1');
