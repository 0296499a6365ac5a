package dev.winnow.cli.input;

import dev.winnow.cli.option.BackgroundTask;
import dev.winnow.cli.option.InputOptions;
import dev.winnow.cli.option.Packs;
import dev.winnow.cli.option.Shipped;
import dev.winnow.cli.terminal.Notices;
import dev.winnow.cli.terminal.ProgressLine;
import dev.winnow.cli.terminal.Refusal;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.language.PackException;
import dev.winnow.model.internal.assumption.Assumptions;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.tables.Tables;
import dev.winnow.workbench.internal.lint.Lint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Loads what the options of a command ask to be screened. Problems and notes are reported as they are found. */
public final class ScreeningInput {

    private final InputOptions options;
    private final Packs packs;
    private final Shipped shipped;
    private final Notices notices;

    public ScreeningInput(InputOptions options, Packs packs, Shipped shipped, Notices notices) {
        this.options = options;
        this.packs = packs;
        this.shipped = shipped;
        this.notices = notices;
        options.asOfPolicy(); // a word that is none is refused before anything is read
        options.matcher();
        options.documents();
    }

    /**
     * A screening with what was screened.
     *
     * @param candidates the universe, and what of it was asked for
     * @param result what came of it
     */
    public record Screened(Candidates candidates, ScreeningResult result) {}

    /**
     * Reads and screens. A universe with problems is screened as far as it can be read.
     *
     * @param projects words that name projects, or files of own candidates
     * @param choice adds those to the universe, and says what of it is asked for
     */
    public Screened screened(List<String> projects, Function<Universe, Candidates> choice) {
        Path[] paths = options.paths(shipped);
        List<Problem> notes = new ArrayList<>();
        boolean documents = !options.anyAnswers()
                && Stream.of(paths).noneMatch(Tables::isTable)
                && projects.stream().noneMatch(Candidates::isFile);
        BackgroundTask<Universe> reading = BackgroundTask.of(() -> documents
                ? Universe.read(Vocabulary.core(), paths)
                : answered(GivenUniverse.read(options.vocabulary(shipped), options.documents(), notes::addAll, paths)));
        RulePack pack = pack();
        Universe universe = documents
                ? GivenUniverse.with(
                        GivenUniverse.stated(reading.get(), options.documents()),
                        packs(pack),
                        () -> options.vocabulary(shipped))
                : GivenUniverse.counted(reading.get(), packs(pack));
        notices.notes(documents ? universe.notes() : notes);
        if (pack == null) {
            notices.problems(universe.problems());
            throw nothingScreened();
        }
        Candidates candidates = chosen(universe, choice, notices);
        try {
            ScreeningRequest request = request(pack, candidates);
            try (ProgressLine progress = notices.progress()) {
                return new Screened(candidates, request.screen(progress::show));
            }
        } catch (PackException e) {
            notices.problems(e.problems());
            throw nothingScreened();
        }
    }

    /** The end of a run in which nothing could be screened. */
    public Refusal nothingScreened() {
        return new Refusal(notices.finish(Message.of("nothing was screened")));
    }

    /** The pack; null if it cannot be used. */
    public @Nullable RulePack pack() {
        try {
            RulePack pack = packs.load(options.packFolder(shipped))
                    .inLanguage(notices.wording().language());
            notices.unspoken(pack);
            return pack;
        } catch (PackException e) {
            notices.problems(e.problems());
            return null;
        }
    }

    /** A pack that may lack cases, as while it is being written; null if it cannot be used. */
    public static @Nullable RulePack draft(Packs packs, Path folder, Notices notices) {
        try {
            RulePack pack = packs.draft(folder).inLanguage(notices.wording().language());
            notices.unspoken(pack);
            notices.notes(Lint.lackingCases(pack));
            return pack;
        } catch (PackException e) {
            notices.problems(e.problems());
            return null;
        }
    }

    /** The universe with answers, read without the pack. */
    public Universe universe() {
        return noted(notes ->
                GivenUniverse.read(options.vocabulary(shipped), options.documents(), notes, options.paths(shipped)));
    }

    /**
     * The universe with answers, to be judged by a pack that was read.
     *
     * @param pack null if it cannot be used
     */
    public Universe universe(@Nullable RulePack pack) {
        return noted(notes -> GivenUniverse.read(
                packs(pack), () -> options.vocabulary(shipped), options.documents(), notes, options.paths(shipped)));
    }

    /** What else than some tables is read in portions, with answers. */
    public Universe besides(List<Path> tables, List<Path> others) {
        return answered(GivenUniverse.read(
                options.vocabulary(shipped),
                options.documents(),
                found -> notices.notes(GivenUniverse.unread(found, tables)),
                others.toArray(Path[]::new)));
    }

    private Universe noted(Function<Consumer<List<Problem>>, Universe> reading) {
        List<Problem> notes = new ArrayList<>();
        Universe universe = answered(reading.apply(notes::addAll));
        notices.notes(notes);
        return universe;
    }

    private Universe answered(Universe universe) {
        return GivenUniverse.answered(universe, options.sheets());
    }

    private static List<RulePack> packs(@Nullable RulePack pack) {
        return pack == null ? List.of() : List.of(pack);
    }

    /** A request for all of a universe, with the assumptions of this run. */
    public ScreeningRequest request(RulePack pack, Universe universe) {
        return request(pack, universe, options.assume().read(List.of(universe)));
    }

    /** A request for what was asked of a universe, with the assumptions of this run; those that fill nothing are reported. */
    public ScreeningRequest request(RulePack pack, Candidates candidates) {
        Universe universe = candidates.universe();
        return request(pack, universe, options.assume().read(List.of(universe), options.asOfPolicy(), notices))
                .asking(candidates.projects(), candidates.cities());
    }

    private ScreeningRequest request(RulePack pack, Universe universe, Assumptions assumptions) {
        return ScreeningRequest.of(pack, universe)
                .at(options.asOfPolicy())
                .assuming(assumptions)
                .by(options.matcher());
    }

    /** What a command asks for of a universe; problems, notes and conflicts of the whole are reported. */
    public static Candidates chosen(Universe universe, Function<Universe, Candidates> choice, Notices notices) {
        try {
            Candidates candidates = choice.apply(universe);
            notices.problems(candidates.universe().problems());
            notices.notes(candidates.notes());
            notices.notes(universe.moves());
            notices.conflicts(candidates.universe().conflicts());
            return candidates;
        } catch (Refusal e) {
            notices.problems(universe.problems());
            throw e;
        }
    }
}
