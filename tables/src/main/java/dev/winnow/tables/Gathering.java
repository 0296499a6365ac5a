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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Keeps what tables say, or some of it, as documents of a universe. */
final class Gathering implements ImportWatch, EntryWriter {

    private final Universe base;
    private final Predicate<Entry> wanted;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> notes = new ArrayList<>();

    /**
     * @param base the universe whose cities, chains and words the rows may name
     * @param wanted which entries are kept
     */
    Gathering(Universe base, Predicate<Entry> wanted) {
        this.base = base;
        this.wanted = wanted;
    }

    /** Reads tables. */
    List<Node> read(List<Path> files) {
        try {
            new Import(base, HeadingMap.NONE, null, null, this).run(files, this);
        } catch (IOException e) {
            files.forEach(file -> problems.add(Complaint.unreadable(file.toString())));
        }
        Node document = Entries.document(entries);
        return document == null ? List.of() : List.of(document);
    }

    /** What was wrong and left out. */
    List<Problem> problems() {
        return problems;
    }

    /** What is to be known of the tables. */
    List<Problem> notes() {
        return notes;
    }

    @Override
    public void table(ImportedTable table) {
        notes.addAll(strange(table));
    }

    /** Columns that are not taken. */
    static List<Problem> strange(ImportedTable table) {
        return table.columns().stream()
                .filter(column -> column.state() == Column.State.UNKNOWN)
                .map(column -> Complaint.unknownHeading(column.place(), column.heading()))
                .toList();
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
            keep(new Entry(row.table().kind(), row.holder(), Node.refused(place)));
        }
    }

    @Override
    public void write(EntryKind kind, @Nullable String holder, Node entry) {
        keep(new Entry(kind, holder, entry));
    }

    private void keep(Entry entry) {
        if (wanted.test(entry)) {
            entries.add(entry);
        }
    }

    @Override
    public void close() {}
}
