package dev.winnow.tables;

import dev.winnow.model.EntryKind;
import dev.winnow.model.Node;
import dev.winnow.model.Place;
import dev.winnow.model.Problem;
import dev.winnow.model.Universe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What tables give a universe that is read from them directly.
 *
 * @param documents what their rows say, as a universe file would
 * @param problems what was wrong and left out
 * @param notes what is to be known: columns that are not taken, hidden rows
 */
public record Tables(List<Node> documents, List<Problem> problems, List<Problem> notes) {

    public Tables {
        documents = List.copyOf(documents);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /** Whether a file holds tables, by its name: .csv, .tsv, .xlsx, .xlsm, .ndjson. */
    public static boolean isTable(Path file) {
        return TableFile.isTable(file.toString());
    }

    /**
     * Reads tables. Headings that can mean several things, and are not settled by a file beside the table, are problems.
     *
     * @param base the universe whose cities, chains and words the rows may name
     */
    public static Tables read(List<Path> files, Universe base) {
        List<Problem> problems = new ArrayList<>();
        List<Problem> notes = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        ImportWatch watch = new ImportWatch() {
            @Override
            public void table(ImportedTable table) {
                table.columns().stream()
                        .filter(column -> column.state() == Column.State.UNKNOWN)
                        .map(column -> Complaint.unknownHeading(column.place(), column.heading()))
                        .forEach(notes::add);
            }

            @Override
            public void note(Problem note) {
                notes.add(note);
            }

            @Override
            public void problem(Problem problem) {
                problems.add(problem);
            }

            @Override
            public void refused(RefusedRow row) {
                problems.addAll(row.problems());
                Place place = Place.cell(row.table().file(), row.table().sheet(), row.row(), 1);
                if (!row.table().kind().isHeld() || row.holder() != null) {
                    entries.add(new Entry(row.table().kind(), row.holder(), Node.refused(place)));
                }
            }
        };
        EntryWriter keep = new EntryWriter() {
            @Override
            public void write(EntryKind kind, @Nullable String holder, Node entry) {
                entries.add(new Entry(kind, holder, entry));
            }

            @Override
            public void close() {}
        };
        try {
            new Import(base, HeadingMap.NONE, null, null, watch).run(files, keep);
        } catch (IOException e) {
            files.forEach(file -> problems.add(Complaint.unreadable(file.toString())));
        }
        Node document = Entries.document(entries);
        return new Tables(document == null ? List.of() : List.of(document), problems, notes);
    }
}
