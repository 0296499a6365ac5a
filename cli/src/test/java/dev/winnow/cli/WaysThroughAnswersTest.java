package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.analysis.internal.paths.DecisionPath;
import dev.winnow.analysis.internal.paths.DecisionPath.SupposedAnswer;
import dev.winnow.analysis.internal.paths.DecisionPaths;
import dev.winnow.console.Run;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.Thorough;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Language;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.tables.internal.answers.AnswerFileReader;
import dev.winnow.tables.internal.answers.LaidAnswers;
import dev.winnow.tables.internal.cells.UnreadableTable;
import dev.winnow.tables.internal.entries.Synthesis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way to a decision, entered as answers, is accepted and leads to the promised verdict. */
class WaysThroughAnswersTest {

    /** Number of ways to apply, split evenly among the universes. */
    private static final int WAYS = Thorough.count(200, 1_000);

    private static final Map<String, String> PACKS = new TreeMap<>(Map.of(
            "semiconductor",
            "semiconductor",
            "battery",
            "illustrative",
            "battery-review",
            "illustrative",
            "chips-act",
            "chips-act",
            "data-centre",
            "data-centre"));

    @TempDir
    private Path folder;

    private final Map<String, Integer> applied = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    @Test
    void everyWayIsAcceptedAndReachesItsVerdict() throws IOException, UnreadableTable {
        int share = Math.max(1, WAYS / (2 * PACKS.size()));
        for (Map.Entry<String, String> one : PACKS.entrySet()) {
            RulePack pack = RulePack.load(Run.HOME.resolve("rules").resolve(one.getKey()));
            Universe shipped =
                    Universe.read(pack.vocabulary(), Run.HOME.resolve("seeds").resolve(one.getValue()));
            apply(pack, shipped, share);
            apply(pack, new Synthesis(shipped, 30).draw(60, 6), share);
        }
        assertThat(failures).isEmpty();
        assertThat(applied.values().stream().mapToInt(number -> number).sum()).isGreaterThan(WAYS * 3 / 4);
        assertThat(applied)
                .containsKeys(
                        "base DECLINE",
                        "base RECOMMEND",
                        "certain DECLINE",
                        "certain RECOMMEND",
                        "known DECLINE",
                        "known RECOMMEND");
    }

    /** Enters the texts of the output into the question sheet unchanged. */
    @ParameterizedTest
    @CsvSource({
        "wuyuan, The verdict is RECOMMEND",
        "wuyuan, RECOMMEND is certain",
        "hisense-xinxin, RECOMMEND is certain",
        "boe, The base case is RECOMMEND"
    })
    void waysAreEnteredAsPrinted(String project, String announced) throws IOException, UnreadableTable {
        String memo = Run.winnow("explain", project, "qingdao", "-q", "-f", "markdown")
                .out()
                .replace("\\", "");
        Map<String, String> printed = new TreeMap<>();
        memo.substring(memo.indexOf("\n- " + announced) + 1)
                .lines()
                .skip(1)
                .takeWhile(line -> line.startsWith("  - "))
                .forEach(line -> printed.put(
                        line.substring(4, line.lastIndexOf(" – ")), line.substring(line.lastIndexOf(" – ") + 3)));
        Path sheet = folder.resolve("questions.xlsx");
        Run.winnow("ask", project, "qingdao", "-q", "-o", sheet.toString());
        Path filled = folder.resolve("filled.xlsx");

        assertThat(printed).isNotEmpty();
        AskTest.fill(sheet, filled, AskTest.byQuestion(sheet, printed), Map.of());

        assertThat(Run.winnow("answers", filled.toString(), "-q").out())
                .contains("answers taken: " + printed.size() + ", rows refused: 0");
        Run after = Run.winnow("explain", project, "qingdao", "-q", "--answers", filled.toString(), "-f", "json");
        String json = after.out().replaceAll("\\s+", "");
        String start = announced.startsWith("The base") ? "\"base\":{" : "\"asOf\":\"2026-02-01\",";
        assertThat(json.substring(json.indexOf(start))).startsWith(start + "\"verdict\":\"RECOMMEND\"");
    }

    /** Applies ways of pairs in random order, up to the given number. */
    private void apply(RulePack pack, Universe universe, int ways) throws IOException, UnreadableTable {
        ScreeningSession session = Screener.of(pack).open(universe);
        List<Assessment> pairs = new ArrayList<>(session.screening().assessments());
        pairs.removeIf(Assessment::isSettled);
        Collections.shuffle(pairs, new Random(30));
        int done = 0;
        for (Assessment pair : pairs) {
            if (done >= ways) {
                return;
            }
            DecisionPaths paths = DecisionPaths.of(session, session.explain(pair));
            for (DecisionPath way : paths.all()) {
                apply(
                        pack,
                        universe,
                        pair,
                        way,
                        "certain",
                        after -> after.possible().equals(Set.of(way.to())));
                done++;
            }
            for (DecisionPath way : paths.known()) {
                apply(pack, universe, pair, way, "known", after -> after.verdict() == way.to());
                done++;
            }
            for (DecisionPath way : paths.base()) {
                apply(pack, universe, pair, way, "base", after -> base(after) == way.to());
                done++;
            }
        }
    }

    private static Verdict base(Assessment one) {
        return Objects.requireNonNull(one.base()).verdict();
    }

    private void apply(
            RulePack pack,
            Universe universe,
            Assessment pair,
            DecisionPath way,
            String kind,
            Predicate<Assessment> reached)
            throws IOException, UnreadableTable {
        StringBuilder sheet = new StringBuilder("question,answer,fact,of\n");
        for (SupposedAnswer answer : way.answers()) {
            String of = FactName.of(answer.fact()).isOfProject() ? pair.project() : pair.city();
            sheet.append(",\"%s\",\"%s\",%s\n"
                    .formatted(
                            typed(universe, answer).replace("\"", "\"\""),
                            answer.fact().replace("\"", "\"\""),
                            of));
        }
        Path file = Files.writeString(folder.resolve("answers.csv"), sheet);
        LaidAnswers laid = LaidAnswers.over(universe, new AnswerFileReader(universe).read(file));
        String what = "%s, %s in %s, %s %s:\n%s"
                .formatted(universe.name(), pair.project(), pair.city(), kind, way.to(), sheet);
        applied.merge(kind + " " + way.to(), 1, Integer::sum);
        if (!laid.refused().isEmpty()
                || !laid.problems().isEmpty()
                || laid.taken().size() != way.answers().size()) {
            failures.add(what + "refused: " + laid.refused() + laid.problems());
            return;
        }
        Assessment after =
                Objects.requireNonNull(Screener.of(pack).open(laid.universe()).assess(pair.project(), pair.city()));
        if (!reached.test(after)) {
            failures.add(what + "comes out as " + after.verdict() + " " + after.possible() + " conflicts "
                    + laid.conflicts() + " base " + after.base());
        }
    }

    /** Returns the texts in which a way is shown. */
    private static String typed(Universe universe, SupposedAnswer answer) {
        FactName fact = FactName.of(answer.fact());
        Object value = answer.value();
        boolean wholeList = fact.list().equals(Vocabulary.CITY)
                && universe.vocabulary().rows().containsKey(fact.property());
        if (wholeList) {
            return "none";
        }
        if (value instanceof Figure figure) {
            String low = figure.unit().write(figure.low(), Language.EN);
            if (figure.unit().levels() != null) {
                return figure.toString();
            }
            String high = figure.unit().write(figure.high(), Language.EN);
            boolean share = figure.unit().isShare() && figure.high().equals(Amount.ONE);
            return figure.isExact()
                    ? low
                    : figure.high().isUnbounded() || share
                            ? "at least " + low
                            : figure.low().compareTo(Amount.of("0.000001")) <= 0
                                    ? "at most " + high
                                    : low + " to " + high;
        }
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        if (value instanceof Collection<?> list) {
            return list.isEmpty()
                    ? "none"
                    : String.join(
                            "; ",
                            list.stream().map(WaysThroughAnswersTest::name).toList());
        }
        return name(value);
    }

    private static String name(Object text) {
        return text.equals(SupposedAnswer.SOMEBODY) ? "Somebody New" : text.toString();
    }
}
