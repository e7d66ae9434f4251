-- Who wants a time that is not free yet. First come, first offered.

CREATE TABLE waitlist (
    organization_id  BLOB    NOT NULL REFERENCES organizations (id),
    id               BLOB    NOT NULL CHECK (length(id) = 16),
    contact_id       BLOB    NOT NULL,
    service_id       TEXT    NOT NULL,
    -- Nobody in particular when NULL.
    provider_id      TEXT,
    -- Starts that would do, `[wanted_from, wanted_until)`.
    wanted_from      INTEGER NOT NULL,
    wanted_until     INTEGER NOT NULL,
    status           TEXT    NOT NULL CHECK (status IN ('waiting', 'offered', 'booked', 'withdrawn', 'expired')),
    -- The hold that is offered, and until when; kept when it was accepted.
    offer_id         BLOB    CHECK (length(offer_id) = 16),
    offer_expires_at INTEGER,
    call_id          TEXT,
    channel          TEXT    NOT NULL,
    version          INTEGER NOT NULL DEFAULT 1,
    created_at       INTEGER NOT NULL,
    updated_at       INTEGER NOT NULL,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, contact_id) REFERENCES contacts (organization_id, id)
        ON DELETE RESTRICT,
    CHECK (wanted_from < wanted_until),
    CHECK (status <> 'offered' OR (offer_id IS NOT NULL AND offer_expires_at IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- Holds all that decides whether a time is for somebody, so that it is one probe when nobody waits and no
-- row is visited for who does not fit.
CREATE INDEX waitlist_waiting ON waitlist (
    organization_id, id, service_id, provider_id, wanted_from, wanted_until
) WHERE status = 'waiting';
CREATE INDEX waitlist_ending ON waitlist (wanted_until) WHERE status = 'waiting';
CREATE INDEX waitlist_offered ON waitlist (offer_expires_at) WHERE status = 'offered';
CREATE INDEX waitlist_of_offer ON waitlist (organization_id, offer_id) WHERE offer_id IS NOT NULL;
CREATE INDEX waitlist_of_contact ON waitlist (organization_id, contact_id);

-- As in the first migration: an organization has many, a contact few.
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('waitlist', 'waitlist', '100000 1000 1'),
    ('waitlist', 'waitlist_waiting', '10000 100 1 1 1 1 1'),
    ('waitlist', 'waitlist_ending', '10000 2'),
    ('waitlist', 'waitlist_offered', '1000 2'),
    ('waitlist', 'waitlist_of_offer', '10000 100 1'),
    ('waitlist', 'waitlist_of_contact', '100000 1000 2');
