-- Holds, changes and cancellations. A hold is an appointment without a contact, so that it is in the
-- same exclusion as all others; SQLite drops a NOT NULL only by building the table anew.

CREATE TABLE appointments_rebuilt (
    organization_id   BLOB    NOT NULL,
    id                BLOB    NOT NULL CHECK (length(id) = 16),
    -- A hold is nobody's yet.
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
    version           INTEGER NOT NULL DEFAULT 1,
    created_at        INTEGER NOT NULL,
    updated_at        INTEGER NOT NULL,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, contact_id) REFERENCES contacts (organization_id, id)
        ON DELETE RESTRICT,
    CHECK (starts_at < ends_at AND occupied_from <= starts_at AND ends_at <= occupied_until),
    CHECK (status <> 'held' OR hold_expires_at IS NOT NULL),
    CHECK (contact_id IS NOT NULL OR status IN ('held', 'cancelled'))
) STRICT, WITHOUT ROWID;

INSERT INTO appointments_rebuilt (
    organization_id, id, contact_id, service_id, provider_id, starts_at, ends_at, occupied_from, occupied_until,
    capacity, status, hold_expires_at, confirmation_code, call_id, channel, notes, version, created_at, updated_at
)
SELECT
    organization_id, id, contact_id, service_id, provider_id, starts_at, ends_at, occupied_from, occupied_until,
    capacity, status, hold_expires_at, confirmation_code, call_id, channel, notes, version, created_at, updated_at
FROM appointments;

DROP TABLE appointments;
ALTER TABLE appointments_rebuilt RENAME TO appointments;


CREATE UNIQUE INDEX uq_appointments_org_code ON appointments (organization_id, confirmation_code);
-- The hold that a call renews, moves or gives up.
CREATE INDEX appointments_held_by_call ON appointments (organization_id, call_id) WHERE status = 'held';
CREATE INDEX appointments_of_contact ON appointments (organization_id, contact_id, starts_at);
-- Holds every column that availability and the triggers below read, so that neither visits a row.
CREATE INDEX appointments_occupied ON appointments (
    organization_id, provider_id, occupied_from, occupied_until, service_id, starts_at, ends_at,
    status, hold_expires_at
) WHERE status <> 'cancelled';

-- No two active appointments of a provider overlap, whoever writes them; equal times of one
-- service share up to its capacity. Because what stands never overlaps, the nearest one that
-- begins before the new one ends decides: if that is over in time, all earlier ones are.
CREATE TRIGGER appointments_no_overlap_insert BEFORE INSERT ON appointments
WHEN NEW.status <> 'cancelled'
BEGIN
    SELECT RAISE(ABORT, 'appointments_no_overlap')
    FROM (
        SELECT occupied_from, occupied_until, service_id, starts_at, ends_at
        FROM appointments
        WHERE organization_id = NEW.organization_id AND provider_id = NEW.provider_id
            AND status <> 'cancelled' AND occupied_from < NEW.occupied_until
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
                    AND status <> 'cancelled' AND occupied_from = NEW.occupied_from
            )
        );
END;

-- The same for a row that moves or comes back, which is not in its own way.
CREATE TRIGGER appointments_no_overlap_update BEFORE UPDATE OF
    organization_id, provider_id, service_id, starts_at, ends_at, occupied_from, occupied_until, capacity, status
ON appointments
WHEN NEW.status <> 'cancelled'
BEGIN
    SELECT RAISE(ABORT, 'appointments_no_overlap')
    FROM (
        SELECT occupied_from, occupied_until, service_id, starts_at, ends_at
        FROM appointments
        WHERE organization_id = NEW.organization_id AND provider_id = NEW.provider_id
            AND status <> 'cancelled' AND occupied_from < NEW.occupied_until AND id <> OLD.id
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
                    AND status <> 'cancelled' AND occupied_from = NEW.occupied_from AND id <> OLD.id
            )
        );
END;

-- How many confirmation codes a call has guessed wrongly, so that nobody can try them all.
CREATE TABLE wrong_codes (
    organization_id BLOB    NOT NULL REFERENCES organizations (id),
    call_id         TEXT    NOT NULL,
    count           INTEGER NOT NULL,
    updated_at      INTEGER NOT NULL,
    PRIMARY KEY (organization_id, call_id)
) STRICT, WITHOUT ROWID;

-- What the planner believed of the dropped table went with it.
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('appointments', 'appointments', '1000000 10000 1'),
    ('appointments', 'uq_appointments_org_code', '1000000 10000 1'),
    ('appointments', 'appointments_of_contact', '1000000 10000 3 1'),
    ('appointments', 'appointments_occupied', '1000000 10000 1000 1 1 1 1 1 1 1'),
    ('appointments', 'appointments_held_by_call', '1000 100 1');
