-- What a company says about a check item as something to choose: its own cost, and why it cannot be done. An item without a row has the cost of the content and can be done.
CREATE TABLE scenario_item (
    organization_id uuid   NOT NULL REFERENCES organization_company ON DELETE CASCADE,
    item            text   NOT NULL CHECK (length(item) BETWEEN 1 AND 100),
    cost_once_yen   bigint CHECK (cost_once_yen BETWEEN 0 AND 999999999),
    cost_yearly_yen bigint CHECK (cost_yearly_yen BETWEEN 0 AND 999999999),
    impossible      text   CHECK (length(impossible) BETWEEN 1 AND 300),
    PRIMARY KEY (organization_id, item),
    CHECK (cost_once_yen IS NOT NULL OR cost_yearly_yen IS NOT NULL OR impossible IS NOT NULL)
);
COMMENT ON COLUMN scenario_item.cost_once_yen IS 'null where the cost of the content holds';
COMMENT ON COLUMN scenario_item.impossible IS 'why the company cannot do it; null when it can';

ALTER TABLE scenario_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE scenario_item FORCE ROW LEVEL SECURITY;
CREATE POLICY scenario_item_isolation ON scenario_item
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());
