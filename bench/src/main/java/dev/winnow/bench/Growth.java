package dev.winnow.bench;

import dev.winnow.engine.Batch;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.evaluate.Matcher;
import dev.winnow.engine.evaluate.Moment;
import dev.winnow.language.pack.PackException;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.entries.EntryWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measures how the cost of a pair of project and city grows with the number of pairs, the rules of the pack and the
 * facts of a city. Prints three tables of the CPU time of the screening thread.
 */
public final class Growth {

    private static final int CITIES = 10;
    /** As many as a long list judges together. */
    private static final int PORTION = 2_000;

    private static final long SECOND = 1_000_000_000;
    private static final Place PLACE = Place.file("synth");

    private final boolean quick;

    private Growth(boolean quick) {
        this.quick = quick;
    }

    /** Prints the tables, or those named; {@code --quick} leaves the large sizes out. */
    public static void main(String[] arguments) throws IOException {
        Growth growth = new Growth(List.of(arguments).contains("--quick"));
        List<String> parts =
                Stream.of(arguments).filter(word -> !word.startsWith("-")).toList();
        if (parts.isEmpty() || parts.contains("pairs")) {
            growth.pairs();
        }
        if (parts.isEmpty() || parts.contains("rules")) {
            growth.rules();
        }
        if (parts.isEmpty() || parts.contains("facts")) {
            growth.facts();
        }
    }

    private static void say(String text) {
        System.err.println("bench: " + text);
    }

    private static void row(Object... cells) {
        StringBuilder row = new StringBuilder("|");
        for (Object cell : cells) {
            row.append(' ').append(cell).append(" |");
        }
        System.out.println(row);
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    // --- Pairs ---

    private void pairs() throws IOException {
        RulePack pack = RulePack.load(BenchmarkInputs.rules());
        Map<Matcher, Screener> screeners = new EnumMap<>(Matcher.class);
        for (Matcher matcher : Matcher.values()) {
            screeners.put(matcher, Screener.of(pack, matcher));
        }
        System.out.println("### With the number of pairs\n");
        System.out.println("Nanoseconds a pair, median (lowest–highest) of the runs.\n");
        row("pairs", "runs", "fused", "of that at 10,000 pairs", "phreak");
        System.out.println("|---:|---:|---|---:|---|");
        say("growth with pairs: warming up…");
        for (Matcher matcher : Matcher.values()) {
            pairs(screeners.get(matcher), 5_000, quick ? 1 : 4);
        }
        double base = 0;
        for (int projects = 10; projects <= (quick ? 10_000 : 1_000_000); projects *= 10) {
            say("growth with pairs: " + number((double) projects * CITIES) + "…");
            int runs = projects >= 1_000_000 ? 1 : projects >= 100_000 ? 3 : 7;
            Runs fused = pairs(screeners.get(Matcher.FUSED), projects, runs);
            boolean phreak = projects <= (quick ? 1_000 : 10_000);
            base = projects == 1_000 ? fused.median() : base;
            row(
                    number((double) projects * CITIES),
                    runs,
                    fused.cell(),
                    base == 0 ? "" : String.format(Locale.ROOT, "%.2f", fused.median() / base),
                    phreak
                            ? pairs(screeners.get(Matcher.PHREAK), projects, Math.min(runs, 5))
                                    .cell()
                            : "");
        }
        System.out.println();
    }

    /** Judges so many invented projects in ten cities, a portion at a time as in a long list. */
    private static Runs pairs(@Nullable Screener screener, int projects, int runs) throws IOException {
        if (screener == null) {
            throw new IllegalStateException("no screener");
        }
        Universe ground = BenchmarkInputs.synthesis().draw(0, CITIES);
        long[] spent = new long[runs];
        List<Node> portion = new ArrayList<>();
        try (EntryWriter writer = new EntryWriter() {
            @Override
            public void write(EntryKind kind, @Nullable String holder, Node entry) {
                if (kind.isProjects()) {
                    portion.add(entry);
                    if (portion.size() == PORTION) {
                        judge();
                    }
                }
            }

            private void judge() {
                Node document = Node.map(PLACE, List.of(new Node.Field("projects", PLACE, Node.list(PLACE, portion))));
                for (int run = 0; run < runs; run++) {
                    Universe universe = ground.withPortion(document, false);
                    spent[run] += time(() -> batches(screener, universe).forEach(Growth::evaluate));
                }
                portion.clear();
            }

            @Override
            public void close() {
                if (!portion.isEmpty()) {
                    judge();
                }
            }
        }) {
            BenchmarkInputs.synthesis().write(projects, CITIES, writer);
        }
        return new Runs(Stream.of(spent)
                .flatMap(all -> java.util.Arrays.stream(all).boxed())
                .map(nanos -> (double) nanos / projects / CITIES)
                .toList());
    }

    private static Stream<Batch> batches(Screener screener, Universe universe) {
        return screener.batches(universe, Moment.ofUniverse(), project -> true, city -> true);
    }

    /** Keeps the JIT from removing the work as dead code. */
    private static void evaluate(Batch batch) {
        for (Assessment one : batch.evaluate()) {
            if (one.score().low().signum() < 0) {
                throw new IllegalStateException("no score is below 0");
            }
        }
    }

    private static long time(Runnable work) {
        long start = Spent.threadCpu();
        work.run();
        return Spent.threadCpu() - start;
    }

    /** By the clock: rules are compiled on several threads. */
    private static long clock(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    // --- Rules ---

    private void rules() throws IOException {
        System.out.println("### With the rules of the pack\n");
        System.out.println(
                "Nanoseconds a pair, median (lowest–highest) of the runs; seconds to check a pack, to bind its"
                        + " conditions, and to compile it for PHREAK.\n");
        row("rules", "checked, s", "bound, s", "fused", "a rule", "compiled for PHREAK, s", "phreak");
        System.out.println("|---:|---:|---:|---|---:|---:|---|");
        Universe universe = BenchmarkInputs.synthesis().draw(quick ? 100 : 400, CITIES);
        say("growth with rules: warming up…");
        Screener.of(RulePack.load(BenchmarkInputs.rules()), Matcher.PHREAK);
        again(batches(Screener.of(RulePack.load(BenchmarkInputs.rules())), universe)
                .toList());
        GrownPack grown = new GrownPack(BenchmarkInputs.rules());
        Path folder = Files.createTempDirectory("winnow-bench");
        try {
            for (int rules : quick ? new int[] {10, 100} : new int[] {10, 30, 100, 300, 1_000}) {
                say("growth with rules: " + number(rules) + "…");
                Path pack = folder.resolve(String.valueOf(rules)).resolve("semiconductor");
                grown.write(rules, pack);
                rules(rules, pack, universe);
            }
        } finally {
            delete(folder);
        }
        System.out.println();
    }

    private void rules(int rules, Path folder, Universe universe) {
        List<RulePack> read = new ArrayList<>();
        long checked = clock(() -> read.add(RulePack.draft(folder)));
        RulePack pack = read.get(0);
        List<Screener> made = new ArrayList<>();
        long bound = clock(() -> made.add(Screener.of(pack)));
        Runs fused = again(batches(made.get(0), universe).toList());
        String time = "";
        String phreak = "";
        // Of 1,000 rules it takes minutes to compile.
        if (rules <= 300) {
            time = seconds(clock(() -> made.add(Screener.of(pack, Matcher.PHREAK))));
            phreak = again(batches(made.get(1), universe).toList()).cell();
        }
        row(
                number(rules),
                seconds(checked),
                seconds(bound),
                fused.cell(),
                number(fused.median() / rules),
                time,
                phreak);
        left(made.get(0));
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f", (double) nanos / SECOND);
    }

    private static void left(Screener screener) {
        if (!screener.leftToPhreak().isEmpty()) {
            say("left to PHREAK: " + screener.leftToPhreak());
        }
    }

    /** Evaluates batches until that takes no less time, then some times more; a pair's share of each. */
    private Runs again(List<Batch> batches) {
        long warm = Spent.threadCpu();
        do {
            batches.forEach(Growth::evaluate);
        } while (Spent.threadCpu() - warm < (quick ? 1 : 5) * SECOND);
        long pairs = batches.stream().mapToLong(Batch::candidates).sum();
        List<Double> figures = new ArrayList<>();
        long start = Spent.threadCpu();
        while (figures.size() < 3 || (figures.size() < 9 && Spent.threadCpu() - start < (quick ? 1 : 5) * SECOND)) {
            figures.add((double) time(() -> batches.forEach(Growth::evaluate)) / pairs);
        }
        return new Runs(figures);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    // --- Facts ---

    private void facts() {
        System.out.println("### With the facts of a city\n");
        System.out.println(
                "Nanoseconds a pair, median (lowest–highest) of the runs, in a city that is laid out; laying it out"
                        + " takes the milliseconds in front.\n");
        row("facts a city", "laid out, ms", "fused", "phreak");
        System.out.println("|---:|---:|---|---|");
        RulePack pack = RulePack.load(BenchmarkInputs.rules());
        say("growth with facts: warming up…");
        Universe usual = BenchmarkInputs.synthesis().draw(200, 3);
        laid(pack, Matcher.FUSED, usual);
        laid(pack, Matcher.PHREAK, usual);
        // Rows of a list that come to 10, 100, 1,000, 3,000 and 10,000 facts.
        for (int rows : quick ? new int[] {1, 20, 250} : new int[] {1, 20, 250, 750, 2_500}) {
            Universe universe = BenchmarkInputs.synthesis(rows).draw(200, 3);
            Facts facts = universe.inHindsight(universe.asOf());
            double size = facts.cities().stream()
                    .mapToInt(city -> facts.rows(city.id()).size())
                    .average()
                    .orElseThrow();
            say("growth with facts: " + number(size) + "…");
            Laid fused = laid(pack, Matcher.FUSED, universe);
            row(number(size), fused.layout, fused.pairs, laid(pack, Matcher.PHREAK, universe).pairs);
        }
        System.out.println();
    }

    /** Open candidates only: for one that is there already a city is laid out apart. */
    private static List<Batch> open(Screener screener, Universe universe) {
        return screener.batches(
                        universe,
                        Moment.ofUniverse(),
                        project -> universe.projects().stream()
                                .noneMatch(one -> one.id().equals(project) && one.city() != null),
                        city -> true)
                .toList();
    }

    /**
     * What candidates cost in cities.
     *
     * @param layout milliseconds before the first of a city
     * @param pairs of each
     */
    private record Laid(String layout, String pairs) {}

    private Laid laid(RulePack pack, Matcher matcher, Universe universe) {
        Screener screener = Screener.of(pack, matcher);
        try {
            List<Batch> batches = open(screener, universe);
            Runs runs = again(batches);
            long pairs = batches.stream().mapToLong(Batch::candidates).sum();
            // Of cities that nothing has been judged in; what is above the rest is their layout.
            List<Batch> fresh = open(screener, universe);
            long first = time(() -> fresh.forEach(Growth::evaluate));
            int cities = universe.cityIds().size();
            double layout = Math.max(0, first - runs.median() * pairs) / cities / 1e6;
            left(screener);
            return new Laid(String.format(Locale.ROOT, "%.1f", layout), runs.cell());
        } catch (PackException e) {
            return new Laid("", "refused: " + e.problems().get(0).what());
        }
    }
}
