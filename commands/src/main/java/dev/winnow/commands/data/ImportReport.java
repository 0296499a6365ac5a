package dev.winnow.commands.data;

import dev.winnow.commands.prompt.HeadingQuestion;
import dev.winnow.commands.prompt.KnownQuestion;
import dev.winnow.commands.prompt.Prompt;
import dev.winnow.commands.prompt.TerminalAnswers;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.CleanText;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.report.internal.text.ImportChanges;
import dev.winnow.report.internal.text.ImportTables;
import dev.winnow.tables.Import;
import dev.winnow.tables.ImportWatch;
import dev.winnow.tables.internal.cells.CellChange;
import dev.winnow.tables.internal.entries.Causes;
import dev.winnow.tables.internal.entries.ImportedTable;
import dev.winnow.tables.internal.entries.MappingDraft;
import dev.winnow.tables.internal.headings.Column;
import dev.winnow.tables.internal.write.RefusedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reports an import, column by column and row by row. Long lists are shown as a count with their first rows. */
final class ImportReport implements ImportWatch {

    private static final int SHOWN = 20;
    private static final long PATIENCE = 1_000_000_000L;

    private final Terminal terminal;
    private final Wording wording;
    private final TerminalAnswers answers;
    private final RefusedFile mend;
    private final boolean everyRow;
    private final @Nullable MappingDraft draft;
    private final ImportTables tables;
    private final List<ImportedTable> understood = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final ImportChanges changes;
    private final Causes causes = new Causes();
    private final List<Problem> rows = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private final long start = System.nanoTime();
    private long passed;
    private boolean counting;
    private boolean unfit;
    private final List<String> ends = new ArrayList<>();

    /** @param draft collects candidates for the meaning of values; null if no draft is requested */
    ImportReport(
            Terminal terminal,
            Wording wording,
            TerminalAnswers answers,
            RefusedFile mend,
            boolean everyRow,
            @Nullable MappingDraft draft) {
        this.draft = draft;
        this.terminal = terminal;
        this.wording = wording;
        this.answers = answers;
        this.mend = mend;
        this.everyRow = everyRow;
        this.tables = new ImportTables(wording);
        this.changes = new ImportChanges(everyRow);
    }

    @Override
    public void table(ImportedTable table) {
        tables.add(table);
        understood.add(table);
    }

    @Override
    public void sample(ImportedTable table, Supplier<List<List<String>>> cells) {
        MappingDraft proposed = draft;
        if (proposed != null) {
            cells.get().forEach(row -> proposed.add(table, row));
        }
    }

    @Override
    public void strange(ImportedTable table, List<List<String>> rows) {
        MappingDraft proposed = draft;
        if (proposed != null) {
            understood.add(table);
            rows.forEach(row -> proposed.add(table, row));
        }
    }

    @Override
    public void note(Problem note) {
        notes.add(CleanText.lines(wording.say(note)));
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
        clear();
        terminal.say(CleanText.lines(wording.say(problem)));
    }

    @Override
    public void refused(ImportedTable.RefusedRow row) {
        if (draft != null) {
            draft.add(row.table(), row.cells());
        }
        try {
            mend.write(row);
        } catch (IOException e) {
            throw unwritten(e);
        }
        row.problems().forEach(everyRow ? rows::add : causes::add);
    }

    @Override
    public void passedOver(ImportedTable.LeftRow row) {
        passed++;
        if (everyRow || passed <= SHOWN) {
            ImportedTable table = row.table();
            left.add(wording.say(
                    "import.left.row",
                    Place.cell(table.file(), table.sheet(), row.row(), 1),
                    wording.say("import.left." + row.why()),
                    shortened(row.text())));
        }
    }

    @Override
    public void changed(CellChange change) {
        changes.add(change);
    }

    @Override
    public @Nullable String meaning(ImportedTable table, Column column, List<String> samples) {
        if (!terminal.interactive()) {
            return null;
        }
        clear();
        return new HeadingQuestion(new Prompt(terminal, answers), wording).ask(table, column, samples);
    }

    @Override
    public @Nullable String known(ImportedTable table, Place place, String name, Map<String, List<String>> candidates) {
        if (!terminal.interactive()) {
            return null;
        }
        clear();
        return new KnownQuestion(new Prompt(terminal, answers), wording).ask(place, name, candidates);
    }

    @Override
    public void read(long count) {
        if (terminal.interactive() && System.nanoTime() - start > PATIENCE) {
            terminal.err().print("\r" + wording.say("import.reading", Numbers.grouped(count)) + "\u001B[K");
            terminal.err().flush();
            counting = true;
        }
    }

    private void clear() {
        if (counting) {
            terminal.err().print("\r\u001B[K");
            terminal.err().flush();
            counting = false;
        }
    }

    /** Reports an entry that a table cannot express. */
    void unfit(Problem problem) {
        unfit = true;
        problem(problem);
    }

    /** Whether an entry was left out in writing. */
    boolean isTroubled() {
        return unfit;
    }

    /** Returns the tables as their headings were understood. */
    List<ImportedTable> understood() {
        return List.copyOf(understood);
    }

    /** Reports that a draft mapping was written. */
    void learnt(Path file) {
        ends.add(wording.say("import.learnt", file, file));
    }

    /** Reports that the meanings of headings were saved. */
    void saved(Path file) {
        ends.add(wording.say("import.saved", file));
    }

    /** Moves the completed files of refused rows to their final names. */
    void finish() {
        try {
            mend.finish();
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    private static Refusal unwritten(IOException problem) {
        return new Refusal(
                Exit.COULD_NOT_RUN, Message.of("cannot write the refused rows: %s", PrintOptions.reason(problem)));
    }

    /**
     * Adds the summary of the import.
     *
     * @param file the written file; null for none
     * @param screening the command that screens the file
     */
    void done(Import run, @Nullable String file, String screening) {
        clear();
        ends.addAll(ImportTables.account(run.taken(), run.amended(), run.lists(), run.rowsReadAgain(), wording));
        if (file != null) {
            ends.add(wording.say("import.written", file, screening));
        }
        mend.written().forEach(path -> ends.add(wording.say("import.mend", path)));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(tables.toString());
        if (!notes.isEmpty()) {
            text.append(wording.say("import.notes")).append('\n');
            notes.forEach(note -> text.append("  ").append(note).append('\n'));
            text.append('\n');
        }
        if (!left.isEmpty()) {
            text.append(wording.say("import.left")).append('\n');
            left.forEach(row -> text.append("  ").append(Columns.clean(row)).append('\n'));
            if (passed > left.size()) {
                text.append("  ")
                        .append(wording.say("import.left.more", Numbers.grouped(passed - left.size())))
                        .append('\n');
            }
            text.append('\n');
        }
        List<String> changed = changes.lines(null, Place::toString, wording);
        if (!changed.isEmpty()) {
            text.append(wording.say("import.changed")).append('\n');
            changed.forEach(line -> text.append("  ").append(line).append('\n'));
            text.append('\n');
        }
        List<Problem> reasons = everyRow ? rows : causes.problems();
        if (!reasons.isEmpty()) {
            text.append(wording.say("import.refused")).append('\n');
            int shown = everyRow ? reasons.size() : Math.min(SHOWN, reasons.size());
            reasons.subList(0, shown)
                    .forEach(reason -> text.append("  ")
                            .append(Columns.clean(wording.withPlace(reason)))
                            .append('\n'));
            if (reasons.size() > shown) {
                text.append("  ")
                        .append(wording.say("import.more", Numbers.grouped(reasons.size() - shown)))
                        .append('\n');
            }
            text.append('\n');
        }
        ends.forEach(end -> text.append(Columns.clean(end)).append('\n'));
        return text.toString();
    }

    private static String shortened(String text) {
        return Columns.cut(text, 40);
    }
}
