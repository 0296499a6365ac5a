package dev.winnow.console.input;

import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.option.UniverseOption;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.workspace.ListDocuments;
import dev.winnow.console.workspace.Workspace;
import dev.winnow.engine.RulePack;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.tables.Tables;
import dev.winnow.tables.internal.answers.AnswerFile;
import dev.winnow.tables.internal.answers.AnswerFileReader;
import dev.winnow.tables.internal.cells.UnreadableTable;
import dev.winnow.tables.internal.entries.GivenFile;
import dev.winnow.web.internal.journal.KeptWork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a universe from the inputs of the command line: folders and documents first, then tables on top of them. */
public final class GivenUniverse {

    private GivenUniverse() {}

    /**
     * Reads all files as one universe.
     *
     * @param vocabulary the facts that the files may state
     * @param stated documents from the command line, such as rates
     * @param notes receives notes about the tables
     */
    public static Universe read(
            Vocabulary vocabulary, List<Node> stated, Consumer<List<Problem>> notes, Path... paths) {
        List<Path> tables = Stream.of(paths).filter(Tables::isTable).toList();
        Universe universe = stated(
                Universe.read(
                        vocabulary,
                        Stream.of(paths).filter(path -> !tables.contains(path)).toArray(Path[]::new)),
                stated);
        notes.accept(unread(universe.notes(), tables));
        if (tables.isEmpty()) {
            return universe;
        }
        Tables read = Tables.read(tables, universe);
        notes.accept(read.notes());
        return universe.with(read.documents(), false, read.problems());
    }

    /** Adds documents from the command line to a universe. */
    static Universe stated(Universe universe, List<Node> stated) {
        return stated.isEmpty() ? universe : universe.with(stated, false, List.of());
    }

    /** Returns notes about unread files in the folders, except for tables that are read separately. */
    public static List<Problem> unread(List<Problem> notes, List<Path> tables) {
        Set<Path> read = tables.stream().map(GivenUniverse::normal).collect(Collectors.toSet());
        return notes.stream()
                .filter(note -> !read.contains(normal(Path.of(note.place().file()))))
                .toList();
    }

    private static Path normal(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /**
     * Reads all files as one universe with the facts that they state. The vocabularies of other shipped packs are read
     * only if the files do not fit the given packs, which they usually do.
     *
     * @param packs the requested packs, the first with precedence; empty if any is unusable
     * @param all the vocabulary of all shipped packs
     * @param stated documents from the command line, such as rates
     * @param notes receives notes about the tables
     */
    public static Universe read(
            List<RulePack> packs,
            Supplier<Vocabulary> all,
            List<Node> stated,
            Consumer<List<Problem>> notes,
            Path... paths) {
        if (packs.isEmpty() || Stream.of(paths).anyMatch(Tables::isTable)) {
            return counted(read(all.get(), stated, notes, paths), packs);
        }
        Universe universe = Universe.read(Vocabulary.core(), paths);
        notes.accept(universe.notes());
        return with(stated(universe, stated), packs, all);
    }

    /**
     * Reads the universe of a command, in a workspace with its lists and answers.
     *
     * @param packs the requested packs; empty if any is unusable
     * @param all the vocabulary of all shipped packs
     * @param notes receives notes about the tables
     */
    public static Universe read(
            UniverseOption option,
            List<RulePack> packs,
            Supplier<Vocabulary> all,
            Consumer<List<Problem>> notes,
            Shipped shipped) {
        return inWorkspace(read(packs, all, option.documents(), notes, option.paths(shipped)), option, all, notes);
    }

    /** Adds the lists and the answers of the workspace in which a command runs, if any, to its universe. */
    public static Universe inWorkspace(
            Universe universe, UniverseOption option, Supplier<Vocabulary> all, Consumer<List<Problem>> notes) {
        Workspace workspace = option.workspace();
        return workspace == null
                ? universe
                : answered(listed(universe, workspace.lists(), all, notes), workspace.answers(), workspace);
    }

    /** Adds the lists of a workspace to a universe. */
    static Universe listed(
            Universe universe, List<Path> lists, Supplier<Vocabulary> all, Consumer<List<Problem>> notes) {
        if (lists.isEmpty()) {
            return universe;
        }
        Universe base = universe.with(all.get());
        try {
            ListDocuments read = ListDocuments.read(
                    lists.stream()
                            .map(list -> new GivenFile(list, KeptWork.LISTS + list.getFileName(), null, null))
                            .toList(),
                    base);
            notes.accept(read.notes());
            return read.documents().isEmpty() ? universe : base.with(read.documents(), true, read.problems());
        } catch (IOException e) {
            throw new Refusal(
                    Exit.COULD_NOT_RUN,
                    Message.of(
                            "cannot read `%s`: %s", String.valueOf(lists.get(0).getParent()), PrintOptions.reason(e)));
        }
    }

    /** Converts a universe to the currency of a pack, if it has a rate for it. */
    static Universe counted(Universe universe, List<RulePack> packs) {
        return packs.isEmpty() ? universe : universe.countedIn(packs.get(0).money());
    }

    /** Returns the universe with the facts that its documents state, in the currency of the first pack. */
    static Universe with(Universe files, List<RulePack> packs, Supplier<Vocabulary> all) {
        return counted(stating(files, packs, all), packs);
    }

    private static Universe stating(Universe files, List<RulePack> packs, Supplier<Vocabulary> all) {
        if (!packs.isEmpty()) {
            Vocabulary own = packs.get(0).vocabulary();
            for (RulePack other : packs.subList(1, packs.size())) {
                own = own.and(other.vocabulary(), new ArrayList<>());
            }
            Universe universe = files.with(own);
            if (universe.problems().isEmpty()) {
                return universe;
            }
        }
        return files.with(all.get());
    }

    /**
     * Applies the answers in files to a universe.
     *
     * @param workspace the workspace, whose own answers are named without its folder; null outside of one
     */
    static Universe answered(Universe universe, List<Path> answers, @Nullable Workspace workspace) {
        Universe laid = universe;
        for (Path path : answers) {
            try {
                boolean own = workspace != null && workspace.answers().contains(path);
                AnswerFile file = new AnswerFileReader(laid)
                        .read(path, own ? KeptWork.ANSWERS : path.toString().replace('\\', '/'));
                List<Problem> refused = file.refused().stream()
                        .flatMap(row -> row.problems().stream())
                        .toList();
                laid = laid.with(List.of(file.document()), false, refused);
            } catch (UnreadableTable e) {
                laid = laid.with(List.of(), false, List.of(e.problem()));
            } catch (IOException e) {
                throw new Refusal(Exit.COULD_NOT_RUN, Message.of("cannot read `%s`: %s", path, PrintOptions.reason(e)));
            }
        }
        return laid;
    }
}
