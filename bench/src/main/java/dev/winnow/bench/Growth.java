package dev.winnow.bench;

import dev.winnow.engine.Batch;
import dev.winnow.engine.Matcher;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.language.PackException;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.internal.entries.EntryWriter;
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
 * Measures how the cost of a pair of project and city grows with the number of pairs, cities, rules and facts per city.
 * Prints a table for each, with the CPU time of the screening thread and the power of growth.
 */
public final class Growth {

    private static final int CITIES = 10;
    /** Number of pairs judged together, as in a long list. */
    private static final int PORTION = 2_000;

    private static final long SECOND = 1_000_000_000;
    private static final Place PLACE = Place.file("synth");

    private final boolean quick;

    private Growth(boolean quick) {
        this.quick = quick;
    }

    /** Prints all tables, or the named ones; {@code --quick} leaves out the large sizes. */
    public static void main(String[] arguments) throws IOException {
        Growth growth = new Growth(List.of(arguments).contains("--quick"));
        List<String> parts =
                Stream.of(arguments).filter(word -> !word.startsWith("-")).toList();
        if (parts.isEmpty() || parts.contains("pairs")) {
            growth.pairs();
        }
        if (parts.isEmpty() || parts.contains("cities")) {
            growth.cities();
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

    /** Prints the powers of growth of a cost. */
    private static void grows(String what, Exponent fused, Exponent phreak) {
        System.out.printf("%n%s: fused %s; PHREAK %s.%n%n", what, fused.words(), phreak.words());
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
        Exponent ofFused = new Exponent();
        Exponent ofPhreak = new Exponent();
        for (int projects = 10; projects <= (quick ? 10_000 : 1_000_000); projects *= 10) {
            say("growth with pairs: " + number((double) projects * CITIES) + "…");
            int runs = projects >= 1_000_000 ? 1 : projects >= 100_000 ? 3 : 7;
            Runs fused = pairs(screeners.get(Matcher.FUSED), projects, runs);
            boolean phreak = projects <= (quick ? 1_000 : 10_000);
            base = projects == 1_000 ? fused.median() : base;
            ofFused.add(projects, fused.median() * projects);
            String cell = "";
            if (phreak) {
                Runs others = pairs(screeners.get(Matcher.PHREAK), projects, Math.min(runs, 3));
                ofPhreak.add(projects, others.median() * projects);
                cell = others.cell();
            }
            row(
                    number((double) projects * CITIES),
                    runs,
                    fused.cell(),
                    base == 0 ? "" : String.format(Locale.ROOT, "%.2f", fused.median() / base),
                    cell);
        }
        grows("All pairs cost as their number to the power of", ofFused, ofPhreak);
    }

    /** Judges generated projects in ten cities, a portion at a time as in a long list. */
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
        return screener.withoutBaseCases().open(universe).batches();
    }

    /** Keeps the JIT from removing the work as dead code. */
    private static void evaluate(Batch batch) {
        for (Assessment one : batch.assess()) {
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

    /** Returns the elapsed time: rules are compiled on several threads. */
    private static long clock(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    // --- Cities ---

    private void cities() {
        System.out.println("### With the cities\n");
        System.out.println(
                "The same number of projects in more cities, which are laid out anew at each run. Nanoseconds a"
                        + " pair, median (lowest–highest) of the runs.\n");
        row("cities", "runs", "fused", "phreak");
        System.out.println("|---:|---:|---|---|");
        RulePack pack = RulePack.load(BenchmarkInputs.rules());
        Screener fused = Screener.of(pack);
        Screener phreak = Screener.of(pack, Matcher.PHREAK);
        Exponent ofFused = new Exponent();
        Exponent ofPhreak = new Exponent();
        say("growth with cities: warming up…");
        Universe usual = BenchmarkInputs.synthesis().draw(400, CITIES);
        again(batches(fused, usual).toList());
        again(batches(phreak, usual).toList());
        for (int cities : quick ? new int[] {1, 10} : new int[] {1, 3, 10, 30, 100, 300}) {
            say("growth with cities: " + number(cities) + "…");
            Universe universe = BenchmarkInputs.synthesis().draw(400, cities);
            Runs runs = uncached(fused, universe, 7);
            ofFused.add(cities, runs.median() * cities);
            String cell = "";
            if (cities <= 30) {
                Runs others = uncached(phreak, universe, 3);
                ofPhreak.add(cities, others.median() * cities);
                cell = others.cell();
            }
            row(number(cities), 7, runs.cell(), cell);
        }
        grows("All pairs cost as the number of cities to the power of", ofFused, ofPhreak);
    }

    /** Judges all pairs of a universe several times, each time in cities without cached results. */
    private static Runs uncached(Screener screener, Universe universe, int runs) {
        long pairs = batches(screener, universe).mapToLong(Batch::candidates).sum();
        List<Double> figures = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            figures.add((double) time(() -> batches(screener, universe).forEach(Growth::evaluate)) / pairs);
        }
        return new Runs(figures);
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
        Exponent ofFused = new Exponent();
        Exponent ofPhreak = new Exponent();
        Path folder = Files.createTempDirectory("winnow-bench");
        try {
            for (int rules : quick ? new int[] {10, 100} : new int[] {10, 30, 100, 300, 1_000}) {
                say("growth with rules: " + number(rules) + "…");
                Path pack = folder.resolve(String.valueOf(rules)).resolve("semiconductor");
                grown.write(rules, pack);
                rules(rules, pack, universe, ofFused, ofPhreak);
            }
        } finally {
            delete(folder);
        }
        grows("A pair costs as the number of rules to the power of", ofFused, ofPhreak);
    }

    private void rules(int rules, Path folder, Universe universe, Exponent ofFused, Exponent ofPhreak) {
        List<RulePack> read = new ArrayList<>();
        long checked = clock(() -> read.add(RulePack.draft(folder)));
        RulePack pack = read.get(0);
        List<Screener> made = new ArrayList<>();
        long bound = clock(() -> made.add(Screener.of(pack)));
        Runs fused = again(batches(made.get(0), universe).toList());
        ofFused.add(rules, fused.median());
        String time = "";
        String phreak = "";
        // Compiling 1,000 rules takes minutes.
        if (rules <= 300) {
            time = seconds(clock(() -> made.add(Screener.of(pack, Matcher.PHREAK))));
            Runs others = again(batches(made.get(1), universe).toList());
            ofPhreak.add(rules, others.median());
            phreak = others.cell();
        }
        row(
                number(rules),
                seconds(checked),
                seconds(bound),
                fused.cell(),
                number(fused.median() / rules),
                time,
                phreak);
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f", (double) nanos / SECOND);
    }

    /** Evaluates batches until the time stops falling, then several times more; returns the time per pair. */
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
        Exponent ofFused = new Exponent();
        Exponent ofPhreak = new Exponent();
        // Numbers of rows per list that give 10, 100, 1,000, 3,000 and 10,000 facts.
        for (int rows : quick ? new int[] {1, 20, 250} : new int[] {1, 20, 250, 750, 2_500}) {
            Universe universe = BenchmarkInputs.synthesis(rows).draw(200, 3);
            Facts facts = universe.inHindsight(universe.asOf());
            double size = facts.cities().stream()
                    .mapToInt(city -> facts.rows(city.id()).size())
                    .average()
                    .orElseThrow();
            say("growth with facts: " + number(size) + "…");
            Laid fused = laid(pack, Matcher.FUSED, universe);
            Laid phreak = laid(pack, Matcher.PHREAK, universe);
            fused.addTo(ofFused, size);
            phreak.addTo(ofPhreak, size);
            row(number(size), fused.layout, fused.cell, phreak.cell);
        }
        grows("A pair costs as the facts of a city to the power of", ofFused, ofPhreak);
    }

    /** Returns batches of open candidates only: for a landed one, a city is laid out separately. */
    private static List<Batch> open(Screener screener, Universe universe) {
        return screener.withoutBaseCases()
                .open(universe)
                .batches(
                        project -> universe.projects().stream()
                                .noneMatch(one -> one.id().equals(project) && one.city() != null),
                        city -> true)
                .toList();
    }

    /**
     * The cost of candidates in cities.
     *
     * @param layout milliseconds before the first candidate of a city
     * @param pairs the time per pair; null if pairs are refused
     * @param cell the time per pair in words
     */
    private record Laid(String layout, @Nullable Runs pairs, String cell) {

        void addTo(Exponent exponent, double size) {
            if (pairs != null) {
                exponent.add(size, pairs.median());
            }
        }
    }

    private Laid laid(RulePack pack, Matcher matcher, Universe universe) {
        Screener screener = Screener.of(pack, matcher);
        try {
            List<Batch> batches = open(screener, universe);
            Runs runs = again(batches);
            long pairs = batches.stream().mapToLong(Batch::candidates).sum();
            // Cities without cached results; their additional time is the cost of their layout.
            List<Batch> fresh = open(screener, universe);
            long first = time(() -> fresh.forEach(Growth::evaluate));
            int cities = universe.cityIds().size();
            double layout = Math.max(0, first - runs.median() * pairs) / cities / 1e6;
            return new Laid(String.format(Locale.ROOT, "%.1f", layout), runs, runs.cell());
        } catch (PackException e) {
            return new Laid("", null, "refused: " + e.problems().get(0).what());
        }
    }
}
