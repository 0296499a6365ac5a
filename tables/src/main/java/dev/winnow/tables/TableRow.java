package dev.winnow.tables;

import dev.winnow.tables.cells.Row;

/** A row with the table in which it stands. */
record TableRow(FoundTable table, Row row) {}
