-- How often threats are expected belongs to the threats. Row-level security is lifted from the owner for the move alone.
ALTER TABLE risk_frequency NO FORCE ROW LEVEL SECURITY;
ALTER TABLE threat_threat NO FORCE ROW LEVEL SECURITY;
INSERT INTO threat_threat (organization_id, id, frequency, changed_by, changed_at)
    SELECT organization_id, threat, frequency, '–', now() FROM risk_frequency
    ON CONFLICT DO NOTHING;
ALTER TABLE threat_threat FORCE ROW LEVEL SECURITY;
DROP TABLE risk_frequency;
