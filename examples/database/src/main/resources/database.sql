-- A small database as a bureau may keep one. Nothing in it is about winnow. All of it is invented.

CREATE TABLE chain_link (id TEXT PRIMARY KEY, name TEXT NOT NULL, stage TEXT NOT NULL, upstream TEXT);
CREATE TABLE city (id TEXT PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE city_link (city TEXT NOT NULL, link TEXT NOT NULL, held INTEGER NOT NULL);
CREATE TABLE demand (city TEXT NOT NULL, end_market TEXT NOT NULL, output_mn_yuan NUMERIC, as_of DATE);
CREATE TABLE lead_user (city TEXT NOT NULL, firm TEXT NOT NULL, end_market TEXT NOT NULL);
CREATE TABLE fund (id TEXT PRIMARY KEY, city TEXT NOT NULL, name TEXT NOT NULL, track TEXT NOT NULL, available_mn_yuan NUMERIC);
CREATE TABLE project (id TEXT PRIMARY KEY, name TEXT NOT NULL, owner TEXT, track TEXT, need_mn_yuan NUMERIC, yield_rate REAL);
CREATE TABLE project_link (project TEXT NOT NULL, link TEXT NOT NULL);
CREATE TABLE project_market (project TEXT NOT NULL, end_market TEXT NOT NULL);

INSERT INTO chain_link VALUES
  ('cathode', 'Cathode', 'materials', NULL),
  ('cell', 'Cell', 'cells', 'cathode'),
  ('pack', 'Pack', 'packs', 'cell');

INSERT INTO city VALUES ('aspenport', 'Aspenport'), ('elmfield', 'Elmfield');
INSERT INTO city_link VALUES
  ('aspenport', 'cathode', 1), ('aspenport', 'cell', 0), ('aspenport', 'pack', 1),
  ('elmfield', 'cathode', 0), ('elmfield', 'cell', 0), ('elmfield', 'pack', 0);
INSERT INTO demand VALUES
  ('aspenport', 'electric-vehicles', 45000, '2025-12-31'),
  ('aspenport', 'energy-storage', 8000.5, '2025-12-31'),
  ('elmfield', 'energy-storage', NULL, NULL);
INSERT INTO lead_user VALUES ('aspenport', 'Aspen Cars', 'electric-vehicles');
INSERT INTO fund VALUES ('aspen-growth', 'aspenport', 'Aspen Growth Fund', 'batteries', 2500);

INSERT INTO project VALUES
  ('voltwell', 'Voltwell cells', 'Voltwell', 'batteries', 1800, 0.93),
  ('kiln', 'Kiln cathodes', 'Kiln', 'batteries', 600, NULL);
INSERT INTO project_link VALUES ('voltwell', 'cell'), ('voltwell', 'pack'), ('kiln', 'cathode');
INSERT INTO project_market VALUES ('voltwell', 'electric-vehicles'), ('kiln', 'energy-storage');
