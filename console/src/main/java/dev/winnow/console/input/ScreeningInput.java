package dev.winnow.console.input;

import dev.winnow.console.option.BackgroundTask;
import dev.winnow.console.option.FurtherStatements;
import dev.winnow.console.option.Input;
import dev.winnow.console.option.InputOptions;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.ProgressLine;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.workspace.ListUse;
import dev.winnow.console.workspace.Workspace;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.language.PackException;
import dev.winnow.model.internal.assumption.Assumptions;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.universe.Universe.ProjectEntry;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.json.ContractAdditions;
import dev.winnow.tables.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Loads the input that the options of a command name. Problems and notes are reported as they are found. */
public final class ScreeningInput {

    private final InputOptions options;
    private final Packs packs;
    private final Shipped shipped;
    private final Notices notices;
    private final List<Path> lists;
    private final boolean onlyLists;

    public ScreeningInput(InputOptions options, Packs packs, Shipped shipped, Notices notices) {
        this.options = options;
        this.packs = packs;
        this.shipped = shipped;
        this.notices = notices;
        Workspace workspace = options.workspace();
        this.lists = workspace == null ? List.of() : workspace.lists();
        this.onlyLists = workspace != null && workspace.use() == ListUse.ONLY;
        options.asOfPolicy(); // invalid values are refused before anything is read
        options.matcher();
        options.documents();
    }

    /**
     * A screening with its input.
     *
     * @param candidates the universe and the requested part of it
     * @param request the screening
     * @param result the result of the screening
     * @param further the further statements, such as the judgements of a panel; null for none
     */
    public record Screened(
            Candidates candidates,
            ScreeningRequest request,
            ScreeningResult result,
            @Nullable FurtherStatements further) {

        /** Returns the additions of the further statements to documents. */
        public ContractAdditions additions() {
            return further == null
                    ? ContractAdditions.NONE
                    : further.additions(request, result.asked().names());
        }
    }

    /**
     * Reads and screens. A universe with problems is screened as far as it can be read.
     *
     * @param projects words that name projects, or files of own candidates
     * @param choice adds the user's candidates to the universe and selects the requested part
     */
    public Screened screened(List<String> projects, Function<Universe, Candidates> choice) {
        Path[] paths = options.paths(shipped);
        List<Problem> notes = new ArrayList<>();
        boolean documents = !options.anyAnswers()
                && lists.isEmpty()
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
        Candidates candidates = chosen(universe, choice, isPast(), notices);
        if (projects.isEmpty()) {
            candidates = candidates.asking(own(candidates.universe()));
        }
        FurtherStatements further = further(pack, candidates.universe());
        Candidates judged = further == null ? candidates : candidates.over(further.universe());
        try {
            ScreeningRequest request = request(pack, judged);
            try (ProgressLine progress = notices.progress()) {
                return new Screened(judged, request, request.screenInParallel(progress::show), further);
            }
        } catch (PackException e) {
            notices.problems(e.problems());
            throw nothingScreened();
        }
    }

    /** Reads the further statements over a universe; returns null if none are given. */
    public @Nullable FurtherStatements given(RulePack pack, Universe universe) {
        Input input = options.further();
        if (input == null) {
            return null;
        }
        FurtherStatements read = input.read(pack, universe, notices);
        if (read == null) {
            throw nothingScreened();
        }
        return read;
    }

    /** Reads the further statements to screen with them; returns null if none are given. */
    public @Nullable FurtherStatements further(RulePack pack, Universe universe) {
        FurtherStatements given = given(pack, universe);
        Problem moved = given == null || isPast() ? null : given.moved();
        if (moved != null) {
            notices.note(moved);
        }
        return given;
    }

    /** Returns a universe with the further statements; the same universe if none are given. */
    public Universe judged(RulePack pack, Universe universe) {
        FurtherStatements further = further(pack, universe);
        return further == null ? universe : further.universe();
    }

    /** Whether the universe is viewed as of another day than its own. */
    public boolean isPast() {
        return options.asOf() != null;
    }

    /** Returns the refusal that ends a run in which nothing could be screened. */
    public Refusal nothingScreened() {
        return new Refusal(notices.finish(Message.of("nothing was screened")));
    }

    /** Returns the pack; null if it is unusable. */
    public @Nullable RulePack pack() {
        return pack(packs, options.packFolder(shipped), notices);
    }

    /** Returns the pack of a folder; null if it is unusable. */
    public static @Nullable RulePack pack(Packs packs, Path folder, Notices notices) {
        try {
            RulePack pack = packs.load(folder).inLanguage(notices.wording().language());
            notices.unspoken(pack);
            return pack;
        } catch (PackException e) {
            notices.problems(e.problems());
            return null;
        }
    }

    /** Reads the universe with answers, without the pack. */
    public Universe universe() {
        return noted(notes ->
                GivenUniverse.read(options.vocabulary(shipped), options.documents(), notes, options.paths(shipped)));
    }

    /**
     * Reads the universe with answers and the further statements, for a pack that was read.
     *
     * @param pack null if it is unusable
     */
    public Universe universe(@Nullable RulePack pack) {
        Universe universe = stated(pack);
        return pack == null ? universe : judged(pack, universe);
    }

    /** Reads the universe with answers, for a pack that was read; null if it is unusable. */
    private Universe stated(@Nullable RulePack pack) {
        return noted(notes -> GivenUniverse.read(
                packs(pack), () -> options.vocabulary(shipped), options.documents(), notes, options.paths(shipped)));
    }

    /** Reads the further statements over the universe with answers, for a pack; returns null if none are given. */
    public @Nullable FurtherStatements further(RulePack pack) {
        return options.further() == null ? null : further(pack, stated(pack));
    }

    /** Reads the universe with answers, without the tables that are read in portions. */
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

    /** Adds the lists of the workspace and the answers. */
    private Universe answered(Universe universe) {
        return GivenUniverse.answered(
                GivenUniverse.listed(universe, lists, () -> options.vocabulary(shipped), notices::notes),
                options.sheets(),
                options.workspace());
    }

    /** Returns the projects that are all a workspace screens; null if it screens others too. */
    private @Nullable Set<String> own(Universe universe) {
        Set<String> own = universe.projects().stream()
                .filter(ProjectEntry::own)
                .map(ProjectEntry::id)
                .collect(Collectors.toSet());
        return onlyLists && !own.isEmpty() ? own : null;
    }

    private static List<RulePack> packs(@Nullable RulePack pack) {
        return pack == null ? List.of() : List.of(pack);
    }

    /** Requests a whole universe, with the assumptions of this run. */
    public ScreeningRequest request(RulePack pack, Universe universe) {
        ScreeningRequest whole = request(pack, universe, options.assume().read(List.of(universe)));
        Set<String> own = own(universe);
        return own == null ? whole : whole.asking(own, Set.copyOf(universe.cityIds()));
    }

    /** Requests a part of a universe, with the assumptions of this run; reports assumptions that fill no unknown. */
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

    /**
     * Selects the requested part of a universe; reports problems, notes and conflicts of the whole.
     *
     * @param past whether the universe is viewed as of another day than its own
     */
    public static Candidates chosen(
            Universe universe, Function<Universe, Candidates> choice, boolean past, Notices notices) {
        try {
            Candidates candidates = choice.apply(universe);
            notices.problems(candidates.universe().problems());
            notices.notes(candidates.notes());
            notices.notes(universe.moves());
            StatementDayNotes.report(candidates.universe(), past, notices);
            notices.conflicts(candidates.universe().conflicts());
            return candidates;
        } catch (Refusal e) {
            notices.problems(universe.problems());
            throw e;
        }
    }
}
