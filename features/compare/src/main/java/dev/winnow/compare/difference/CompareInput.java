package dev.winnow.compare.difference;

import dev.winnow.console.input.GivenUniverse;
import dev.winnow.console.option.AssumeOption;
import dev.winnow.console.option.InputOptions;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.RateOption;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.option.Shipped.Kind;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.engine.AsOfPolicy;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.language.PackException;
import dev.winnow.model.internal.assumption.Assumptions;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.internal.layout.Columns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads the two editions that are compared. */
final class CompareInput {

    @Parameters(
            index = "0",
            paramLabel = "OLD",
            description = "A pack or a universe: a folder, a file, the name of a shipped one, or a path at a git "
                    + "revision, such as HEAD:rules/battery. A revision alone means NEW at that revision.")
    private String old = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "The pack or universe to compare it with.")
    private String recent = "";

    @Option(
            names = {"-u", "--universe"},
            paramLabel = "PATH",
            description = "With packs: the universe to screen; may be repeated. Default: " + Shipped.DEFAULT + ".")
    private final List<String> universes = new ArrayList<>();

    @Option(
            names = {"-r", "--rules"},
            paramLabel = "PATH",
            description = "With universes: the pack to screen with. Default: " + Shipped.DEFAULT + ".")
    private @Nullable String rules;

    @Option(
            names = "--old-universe",
            paramLabel = "PATH",
            description = "With packs: the universe for OLD; may be repeated. Default: that of --universe.")
    private final List<String> oldUniverses = new ArrayList<>();

    @Option(
            names = "--new-universe",
            paramLabel = "PATH",
            description = "With packs: the universe for NEW; may be repeated. Default: that of --universe.")
    private final List<String> newUniverses = new ArrayList<>();

    @Option(
            names = "--as-of",
            paramLabel = "DATE|decision",
            description = "Judge both by the facts known on this day, or on the day of each decision. Default: the "
                    + "day of each universe, including facts learnt later.")
    private @Nullable String asOf;

    @Mixin
    private final RateOption rates = new RateOption();

    @Mixin
    private final AssumeOption assume = new AssumeOption();

    private final Packs packs;

    CompareInput(Packs packs) {
        this.packs = packs;
    }

    /** The word for one of the two editions, with the paths it may refer to by kind. */
    private record Named(String word, Map<Kind, Path> found) {}

    /**
     * The two editions.
     *
     * @param old null if its pack is unusable, which has been reported
     * @param recent null if its pack is unusable, which has been reported
     */
    record Both(@Nullable ScreeningRequest old, @Nullable ScreeningRequest recent) {}

    AsOfPolicy asOfPolicy() {
        return InputOptions.asOfPolicy(asOf);
    }

    private ScreeningRequest request(RulePack pack, Universe universe) {
        return ScreeningRequest.of(pack, universe).at(asOfPolicy());
    }

    /** Returns the additional assumptions of both base cases; reports those that fill no unknown. */
    Assumptions assumed(ScreeningRequest old, ScreeningRequest recent, Notices notices) {
        return assume.read(
                Stream.of(recent.universe(), old.universe()).distinct().toList(), asOfPolicy(), notices);
    }

    /** Reads both editions; reports problems and notes. */
    Both read(Shipped shipped, Revisions revisions, Notices notices) {
        Named before = named(old, recent, shipped, revisions);
        Named after = named(recent, old, shipped, revisions);
        Kind kind = kind(before, after);
        check(kind);
        if (kind == Kind.SEEDS) {
            RulePack pack = pack(shipped.find(Kind.RULES, rules), revisions, notices);
            List<RulePack> asked = pack == null ? List.of() : List.of(pack);
            Universe earlier = universe(asked, () -> shipped.vocabulary(rules), revisions, notices, path(before, kind));
            Universe later = universe(asked, () -> shipped.vocabulary(rules), revisions, notices, path(after, kind));
            notes(earlier, revisions, notices);
            notes(later, revisions, notices);
            return pack == null ? new Both(null, null) : new Both(request(pack, earlier), request(pack, later));
        }
        RulePack earlier = pack(path(before, kind), revisions, notices);
        RulePack later = pack(path(after, kind), revisions, notices);
        List<String> was = oldUniverses.isEmpty() ? universes : oldUniverses;
        List<String> is = newUniverses.isEmpty() ? universes : newUniverses;
        List<RulePack> asked = earlier == null || later == null ? List.of() : List.of(later, earlier);
        Supplier<Vocabulary> all =
                () -> shipped.vocabulary(List.of(path(after, kind), path(before, kind)), problems -> {});
        Universe universe = universe(asked, all, revisions, notices, paths(was, shipped, revisions));
        Universe other =
                was.equals(is) ? universe : universe(asked, all, revisions, notices, paths(is, shipped, revisions));
        notes(universe, revisions, notices);
        if (other != universe) {
            notes(other, revisions, notices);
        }
        return new Both(
                earlier == null ? null : request(earlier, universe), later == null ? null : request(later, other));
    }

    private void check(Kind kind) {
        if (kind == Kind.SEEDS && !(universes.isEmpty() && oldUniverses.isEmpty() && newUniverses.isEmpty())) {
            throw new Refusal(
                    Exit.USAGE, Message.of("`%s` and `%s` are universes already: leave --universe out", old, recent));
        }
        if (kind == Kind.RULES && rules != null) {
            throw new Refusal(
                    Exit.USAGE, Message.of("`%s` and `%s` are packs already: leave --rules out", old, recent));
        }
    }

    private static Path path(Named named, Kind kind) {
        return named.found().getOrDefault(kind, Path.of(""));
    }

    private static Kind kind(Named before, Named after) {
        for (Kind kind : Kind.values()) {
            if (before.found().containsKey(kind) && after.found().containsKey(kind)) {
                return kind;
            }
        }
        boolean packFirst = before.found().containsKey(Kind.RULES);
        throw new Refusal(
                Exit.USAGE,
                packFirst
                        ? Message.of(
                                "`%s` is a pack, `%s` a universe: compare two of a kind", before.word(), after.word())
                        : Message.of(
                                "`%s` is a universe, `%s` a pack: compare two of a kind", before.word(), after.word()));
    }

    private static Named named(String word, String other, Shipped shipped, Revisions revisions) {
        Path path = Shipped.path(word);
        if (Files.exists(path)) {
            return new Named(word, Map.of(isPack(path) ? Kind.RULES : Kind.SEEDS, path));
        }
        Map<Kind, Path> found = new EnumMap<>(Kind.class);
        if (path.getNameCount() == 1 && !path.isAbsolute()) {
            for (Kind kind : Kind.values()) {
                shipped.shipped(kind, word).ifPresent(there -> found.put(kind, there));
            }
        }
        if (!found.isEmpty()) {
            return new Named(word, found);
        }
        Path revised = null;
        if (word.indexOf(':') > 0) {
            revised = revisions.of(word);
        } else {
            Path there = Shipped.path(other);
            if (!Files.exists(there)) {
                there = shipped.shipped(Kind.RULES, other)
                        .or(() -> shipped.shipped(Kind.SEEDS, other))
                        .filter(one -> one.getFileSystem() == java.nio.file.FileSystems.getDefault())
                        .orElse(there);
            }
            if (Files.exists(there) && Revision.isOne(word, there)) {
                revised = revisions.of(word, there);
            }
        }
        if (revised != null) {
            return new Named(word, Map.of(isPack(revised) ? Kind.RULES : Kind.SEEDS, revised));
        }
        throw nowhere(word, shipped);
    }

    private static Refusal nowhere(String word, Shipped shipped) {
        return new Refusal(
                Exit.PROBLEMS,
                Message.of("`%s` is not a path, a shipped pack or universe, or a git revision", Columns.clean(word))
                        .with(shipped.nearest(word)));
    }

    private static boolean isPack(Path path) {
        return Files.exists(path.resolve("pack.yaml"));
    }

    private @Nullable RulePack pack(Path folder, Revisions revisions, Notices notices) {
        try {
            return packs.load(folder).inLanguage(notices.wording().language());
        } catch (PackException e) {
            notices.problems(revisions.shown(e.problems()));
            return null;
        }
    }

    private Universe universe(
            List<RulePack> asked, Supplier<Vocabulary> all, Revisions revisions, Notices notices, Path... paths) {
        return GivenUniverse.read(
                asked, all, rates.documents(), found -> notices.notes(revisions.shownNotes(found)), withRates(paths));
    }

    private Path[] withRates(Path... universe) {
        return Stream.concat(Stream.of(universe), rates.files().stream()).toArray(Path[]::new);
    }

    private static Path[] paths(List<String> named, Shipped shipped, Revisions revisions) {
        return named.isEmpty()
                ? new Path[] {shipped.find(Kind.SEEDS, null)}
                : named.stream()
                        .map(word -> isRevision(word) ? revisions.of(word) : shipped.find(Kind.SEEDS, word))
                        .toArray(Path[]::new);
    }

    private static boolean isRevision(String word) {
        return word.indexOf(':') > 0 && !Files.exists(Shipped.path(word));
    }

    private static void notes(Universe universe, Revisions revisions, Notices notices) {
        notices.problems(revisions.shown(universe.problems()));
        notices.notes(revisions.shown(universe.moves()));
        notices.conflicts(revisions.shown(universe.conflicts()));
    }

    /** The revisions that were extracted to temporary folders. */
    static final class Revisions implements AutoCloseable {

        private final List<Revision> laidOut = new ArrayList<>();

        /** Extracts {@code REV:PATH}. */
        Path of(String name) {
            return kept(Revision.of(name));
        }

        /** Extracts the state of a folder or file at a revision. */
        Path of(String revision, Path there) {
            return kept(Revision.of(revision, there));
        }

        private Path kept(Revision revision) {
            laidOut.add(revision);
            return revision.path();
        }

        /** Returns the name of a file as the user knows it. */
        String shown(String file) {
            String shown = file;
            for (Revision revision : laidOut) {
                shown = revision.shown(shown);
            }
            return shown;
        }

        List<Problem> shown(List<Problem> problems) {
            return problems.stream()
                    .map(problem -> new Problem(
                            new Place(
                                    shown(problem.place().file()),
                                    problem.place().line(),
                                    problem.place().column(),
                                    problem.place().text()),
                            problem.what(),
                            problem.length(),
                            problem.advice()))
                    .toList();
        }

        /**
         * Returns notes with file names as the user knows them. A hint that names a file of a revision is dropped,
         * because the user cannot pass that file.
         */
        List<Problem> shownNotes(List<Problem> notes) {
            return notes.stream()
                    .map(note -> shown(note.place().file()).equals(note.place().file())
                            ? note
                            : shown(List.of(Problem.at(note.place(), note.what())))
                                    .get(0))
                    .toList();
        }

        @Override
        public void close() {
            laidOut.forEach(Revision::close);
        }
    }
}
