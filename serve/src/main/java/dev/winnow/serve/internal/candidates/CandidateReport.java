package dev.winnow.serve.internal.candidates;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the files of a list were understood. Texts are in the language of the server.
 *
 * @param schema the version of the contract
 * @param files the files, in the order in which they were given
 * @param tables the tables with headings, in reading order
 * @param kinds the kinds of rows with the possible meanings of their columns
 * @param names names that resemble known entries, to be decided
 * @param summary the numbers of rows and entries, in words
 * @param taken number of accepted entries
 * @param refused number of refused rows
 * @param passedOver number of rows without an entry
 * @param screened whether candidates are part of the current screening
 */
public record CandidateReport(
        int schema,
        List<ReadFile> files,
        List<ReadTable> tables,
        List<RowKind> kinds,
        List<NameQuestion> names,
        List<String> summary,
        long taken,
        long refused,
        long passedOver,
        boolean screened) {

    /**
     * A file.
     *
     * @param name its name
     * @param mapped whether there are decisions about its columns, which can be saved as a mapping
     * @param corrections number of corrected cells
     * @param problems problems of the file; the affected parts are not taken
     * @param notes notes that are not problems
     * @param changes values that differ from the texts of their cells: a line per column and reason, with the first
     */
    public record ReadFile(
            String name,
            boolean mapped,
            int corrections,
            List<String> problems,
            List<String> notes,
            List<String> changes) {}

    /**
     * A table.
     *
     * @param file position of its file, from 0
     * @param sheet the sheet of a workbook; null for a file with a single table
     * @param kind id of the kind of its rows
     * @param headings row of the headings; 0 for records with keys
     * @param read whether its rows are read; otherwise a decision about a column is open
     * @param strange whether none of its headings is known
     * @param rows number of rows that can be shown
     * @param refusedRows number of refused rows among them
     */
    public record ReadTable(
            int file,
            @Nullable String sheet,
            String kind,
            int headings,
            boolean read,
            boolean strange,
            int rows,
            int refusedRows,
            List<ReadColumn> columns,
            List<String> problems) {}

    /**
     * A column.
     *
     * @param number column number from 1
     * @param letters its letters in a spreadsheet
     * @param heading the heading as written
     * @param key the heading by which a mapping names the column
     * @param means the property that it gives; null if it is not taken
     * @param label the name of that property; null if it is not taken
     * @param unit the unit of its figures, or the order of day and month of its dates; null if there is none
     * @param state how its meaning was found
     * @param said that state in words; empty for a known heading
     * @param open whether a decision is needed
     * @param choices possible meanings
     * @param examples texts of its first cells
     * @param problems problems of the heading
     */
    public record ReadColumn(
            int number,
            String letters,
            String heading,
            String key,
            @Nullable String means,
            @Nullable String label,
            @Nullable String unit,
            String state,
            String said,
            boolean open,
            List<Choice> choices,
            List<String> examples,
            List<String> problems) {}

    /**
     * A possible meaning.
     *
     * @param meaning the meaning, as a mapping has it
     * @param label its name
     */
    public record Choice(String meaning, String label) {}

    /**
     * A kind of rows.
     *
     * @param id its id, such as {@code projects}
     * @param label its name
     */
    public record RowKind(String id, String label, List<Meaning> meanings) {}

    /**
     * A possible meaning of a column.
     *
     * @param units usual units of its figures; empty if it has none
     * @param values its possible values; empty if any value is possible
     */
    public record Meaning(String name, String label, String note, List<String> units, List<String> values) {}

    /**
     * A name that resembles known entries.
     *
     * @param place the place of the name
     * @param candidates the entries that it can mean
     */
    public record NameQuestion(String place, String name, List<Choice> candidates) {}

    /**
     * A part of the rows of a table.
     *
     * @param schema the version of the contract
     * @param total number of rows that match
     */
    public record RowPage(int schema, int total, List<ReadRow> rows) {}

    /**
     * A row.
     *
     * @param row row number
     * @param state {@code taken}, {@code refused}, {@code passed} or {@code unread}
     * @param why what a row without an entry is; empty for other rows
     * @param cells texts by column of the table
     * @param corrected positions of corrected cells, from 0
     * @param problems reasons of the refusal
     */
    public record ReadRow(
            int row,
            String state,
            String why,
            List<String> cells,
            List<Integer> corrected,
            List<CellProblem> problems) {}

    /**
     * A problem of a row.
     *
     * @param cell position of the cell, from 0; -1 for the whole row
     */
    public record CellProblem(int cell, String text) {}
}
