package dev.winnow.tables;

import dev.winnow.tables.cells.OpenTable;
import dev.winnow.tables.entries.BodyRows;
import dev.winnow.tables.entries.ImportedTable;
import dev.winnow.tables.headings.Head;

/** A table whose head is settled and whose rows are still to come. */
record FoundTable(OpenTable opened, BodyRows body, Head head, ImportedTable table, Head.RowFilter filter) {}
