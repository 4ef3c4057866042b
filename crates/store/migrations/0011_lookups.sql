-- What is counted again and again of an evaluation: by enterprise, without reading the values themselves.
CREATE INDEX reported_values_by_about ON reported_values (batch_id, enterprise_id, source);
