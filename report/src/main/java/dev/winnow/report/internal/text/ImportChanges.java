package dev.winnow.report.internal.text;

import dev.winnow.model.source.Place;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.tables.internal.cells.CellChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes of cells in an import, counted by column and reason, each with its first change. */
public final class ImportChanges {

    private static final int WIDEST = 40;

    private final boolean everyRow;
    private final Map<Sort, Counted> sorts = new LinkedHashMap<>();

    /** Key by which changes are counted. */
    private record Sort(String file, @Nullable String sheet, int line, int column, CellChange.Kind kind) {}

    /** Changes of one kind in one column. */
    private static final class Counted {
        private final CellChange first;
        private long count;

        Counted(CellChange first) {
            this.first = first;
        }
    }

    /**
     * Counts no changes yet.
     *
     * @param everyRow whether the changes of each row are counted apart
     */
    public ImportChanges(boolean everyRow) {
        this.everyRow = everyRow;
    }

    /** Counts a change. */
    public void add(CellChange change) {
        Place place = change.place();
        int column = change.kind() == CellChange.Kind.SHORT ? 0 : place.column();
        Sort sort = new Sort(place.file(), place.sheet(), everyRow ? place.line() : 0, column, change.kind());
        sorts.computeIfAbsent(sort, any -> new Counted(change)).count++;
    }

    /**
     * Returns a line per column and reason.
     *
     * @param file the file; null for all files
     * @param place returns the words for a place
     */
    public List<String> lines(@Nullable String file, Function<Place, String> place, Wording wording) {
        return sorts.values().stream()
                .filter(one -> file == null || one.first.place().file().equals(file))
                .map(one -> line(one, place.apply(one.first.place()), wording))
                .toList();
    }

    private static String line(Counted one, String place, Wording wording) {
        CellChange first = one.first;
        String key = "import.change." + first.kind();
        String from = Columns.cut(first.from(), WIDEST);
        String what = switch (first.kind()) {
            case SHORT -> wording.say(key);
            case CUT -> wording.say(key, first.from().length(), from);
            default ->
                wording.say(
                        "import.change",
                        wording.say(key),
                        from,
                        first.into().isEmpty() ? "—" : Columns.cut(first.into(), WIDEST));
        };
        return Columns.clean(
                one.count == 1
                        ? wording.say("import.change.one", place, what)
                        : wording.say("import.change.more", place, what, Numbers.grouped(one.count - 1)));
    }
}
