package dev.winnow.spark;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Side;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.tables.Portions;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints the scores of a list as computed in one process without Spark, as the CSV lines that Spark writes. {@code
 * same-as-one-process} runs this source file directly.
 */
final class OneProcess {

    private OneProcess() {}

    /**
     * Prints the lines.
     *
     * @param arguments the folder of the shipped packs, that of the universe, and the file of projects
     */
    public static void main(String[] arguments) throws IOException {
        Path rules = Path.of(arguments[0]);
        RulePack pack = RulePack.load(rules.resolve("semiconductor"));
        Vocabulary facts = pack.vocabulary();
        try (Stream<Path> packs = Files.list(rules)) {
            for (Path one : packs.filter(path -> Files.exists(path.resolve(Vocabulary.FILE)))
                    .sorted()
                    .toList()) {
                facts = facts.and(Vocabulary.read(one, new ArrayList<>()), new ArrayList<>());
            }
        }
        Screener screener = Screener.of(pack);
        Universe base = Universe.read(facts, Path.of(arguments[1])).requireWhole();
        try (PrintStream out =
                        new PrintStream(new BufferedOutputStream(System.out, 1 << 16), false, StandardCharsets.UTF_8);
                Portions portions = Portions.of(List.of(Path.of(arguments[2])), base, true)) {
            Set<String> landed = portions.ground().projects().stream()
                    .filter(Universe.ProjectEntry::own)
                    .map(Universe.ProjectEntry::id)
                    .collect(Collectors.toSet());
            print(screener, portions.ground(), landed::contains, out);
            portions.read(new Portions.Taker() {
                @Override
                public boolean take(Map<String, Node> projects) {
                    print(screener, portions.of(projects.values()), projects::containsKey, out);
                    return true;
                }

                @Override
                public void problem(Problem problem) {
                    throw new IllegalStateException(problem.toString());
                }

                @Override
                public void note(Problem note) {}
            });
        }
    }

    private static void print(Screener screener, Universe universe, Predicate<String> projects, PrintStream out) {
        screener.withoutBaseCases()
                .open(universe)
                .batches(projects, city -> true)
                .flatMap(batch -> batch.assess().stream())
                .forEach(one -> out.print(line(one)));
    }

    private static String line(Assessment one) {
        return String.join(
                        ",",
                        one.project(),
                        one.city(),
                        one.asOf().toString(),
                        one.verdict().name(),
                        one.because().name(),
                        ends(one.score()),
                        one.binds().name().toLowerCase(Locale.ROOT),
                        one.known().setScale(6).toPlainString(),
                        ends(one.sides().get(Side.CITY)),
                        ends(one.sides().get(Side.PROJECT)),
                        one.district() == null ? "" : one.district(),
                        one.possible().stream().map(Enum::name).collect(Collectors.joining(" ")),
                        "")
                + "\n";
    }

    private static String ends(ScoreInterval span) {
        return span.low().setScale(6).toPlainString() + ","
                + span.high().setScale(6).toPlainString();
    }
}
